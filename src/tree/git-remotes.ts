/** The addresses of a repository's remotes. */
import { nulFields, tryGit } from './git.ts';

/** As they are configured, in the order of the configuration; none outside of a repository. */
export const remoteAddresses = async (root: string): Promise<readonly string[]> => {
  const { code, stdout } = await tryGit(root, ['config', '-z', '--get-regexp', '^remote\\..*\\.url$']);
  // Each field is the key, a line break, the value.
  return code === 0 ? nulFields(stdout).map((field) => field.slice(field.indexOf('\n') + 1)) : [];
};
