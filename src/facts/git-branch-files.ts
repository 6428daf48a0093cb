/** What a folder holds on other branches, local and remote, so that two branches do not give the same number. */
import { type Environment, nulFields, tryGit } from '../tree/git.ts';

/** A file of a folder on a branch. */
export interface BranchFile {
  /** Relative to the folder. */
  readonly name: string;
  /** `feature/x`, `origin/main`. */
  readonly branch: string;
}

export interface BranchFolder {
  /** A folder of the repository. */
  readonly root: string;
  /** Relative to it. */
  readonly folder: string;
  readonly env?: Environment | undefined;
}

/** So many branches are asked, the ones last committed to first. */
const mostBranches = 500;
/** So many different states of the folder are listed. */
const mostStates = 50;

const branchesOf = async ({ root, env }: BranchFolder): Promise<string[]> => {
  const refs = await tryGit(
    root,
    ['for-each-ref', '--sort=-committerdate', `--count=${mostBranches}`, '--format=%(refname)', 'refs/heads', 'refs/remotes'],
    { env },
  );
  return refs.code === 0
    ? refs.stdout
        .toString('utf8')
        .split('\n')
        .filter((ref) => ref !== '' && !ref.endsWith('/HEAD'))
    : [];
};

const prefixOf = async ({ root, env }: BranchFolder): Promise<string | undefined> => {
  const { code, stdout } = await tryGit(root, ['rev-parse', '--show-prefix'], { env });
  return code === 0 ? stdout.toString('utf8').replace(/\n$/, '') : undefined;
};

// The trees of the folder, each with the first branch that has it; HEAD's own is the one that is checked out.
const statesOf = async (place: BranchFolder, prefix: string): Promise<Map<string, string>> => {
  const branches = await branchesOf(place);
  const asked = ['HEAD', ...branches];
  const input = asked.map((ref) => `${ref}:${prefix}${place.folder}\n`).join('');
  const { code, stdout } = await tryGit(place.root, ['cat-file', '--batch-check=%(objectname) %(objecttype)'], { input, env: place.env });
  const states = new Map<string, string>();
  if (code !== 0) return states;
  for (const [index, line] of stdout.toString('utf8').split('\n').entries()) {
    const [id = '', type] = line.split(' ');
    const branch = asked[index];
    if (type === 'tree' && branch !== undefined && !states.has(id)) states.set(id, branch.replace(/^refs\/(?:heads|remotes)\//, ''));
  }
  return states;
};

const filesIn = async ({ root, env }: BranchFolder, tree: string): Promise<string[]> => {
  const { code, stdout } = await tryGit(root, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', tree], { env });
  return code === 0 ? nulFields(stdout) : [];
};

/** The files of a folder on all branches as last fetched; none outside a repository. A state that several branches share is told of one. */
export const branchFiles = async (place: BranchFolder): Promise<BranchFile[]> => {
  const prefix = await prefixOf(place);
  if (prefix === undefined) return [];
  const states = [...(await statesOf(place, prefix))].filter(([, branch]) => branch !== 'HEAD').slice(0, mostStates);
  const found = await Promise.all(states.map(async ([tree, branch]) => (await filesIn(place, tree)).map((name) => ({ name, branch }))));
  return found.flat();
};
