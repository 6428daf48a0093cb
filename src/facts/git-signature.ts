/** Whether commits carry a signature that git can verify. */
import { tryGit } from '../tree/git.ts';
import type { GitSpot } from './git-state.ts';

/** Asks whether a commit, by its id, has a good signature. */
export type AskSignature = (commit: string) => Promise<boolean>;

/** `git verify-commit` of each commit, once. Which keys are good is git's own set-up (GnuPG, allowed signers), never the tree's. */
export const gitSignatures = ({ root, env }: Pick<GitSpot, 'root' | 'env'>): AskSignature => {
  const answers = new Map<string, Promise<boolean>>();
  const verify = async (commit: string): Promise<boolean> => (await tryGit(root, ['verify-commit', commit], { env })).code === 0;
  return (commit) => {
    const answer = answers.get(commit) ?? verify(commit);
    answers.set(commit, answer);
    return answer;
  };
};
