/** Where a repository lives on the web. */
import { runGit, tryGit } from '../tree/git.ts';
import type { ChangesSpot } from './git-commits.ts';

/** The address of the remote `origin`, else of the only remote; undefined where there is none. */
export const readRemote = async ({ root, env }: ChangesSpot): Promise<string | undefined> => {
  const { code, stdout } = await tryGit(root, ['remote', 'get-url', 'origin'], { env });
  if (code === 0) return stdout.toString('utf8').trim();
  const names = (await runGit(root, ['remote'], { env }))
    .toString('utf8')
    .split('\n')
    .filter((name) => name !== '');
  const [only] = names;
  if (only === undefined || names.length > 1) return undefined;
  return (await runGit(root, ['remote', 'get-url', only], { env })).toString('utf8').trim();
};
