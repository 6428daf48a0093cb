/** Who committed each line of a document, from `git blame --porcelain`. */
import type { Source } from '../model/source.ts';
import { type Environment, gitFailure, tryGit } from '../tree/git.ts';
import { type Commit, instantOf, type NoFacts } from './git-commit.ts';
import { type GitSpot, gitState } from './git-state.ts';
import { isKnown } from './git-versions.ts';

export interface BlamedLine {
  readonly commit: Commit;
  /** The commit is where the history begins. */
  readonly boundary: boolean;
}

/** One entry per line as git counts lines (only `\n` ends one); undefined for a line that is not committed. */
export type Blame = readonly (BlamedLine | undefined)[];

/** Asks for the blame of a source; its path is relative to the asked folder. */
export type AskBlame = (source: Source) => Promise<Blame | NoFacts>;

// What a user's configuration may change: commits to be skipped, where the history begins, converters to be run.
const settings = ['-c', 'blame.showRoot=false'];
const flags = ['--porcelain', '--encoding=UTF-8', '--ignore-revs-file=', '--no-textconv', '--no-progress'];

const identityOf = (headers: ReadonlyMap<string, string>, who: string): Commit['author'] => ({
  name: headers.get(who) ?? '',
  email: (headers.get(`${who}-mail`) ?? '').replace(/^<|>$/g, ''),
});

const lineOf = (id: string, headers: ReadonlyMap<string, string>): BlamedLine => ({
  commit: {
    id,
    author: identityOf(headers, 'author'),
    authoredAt: instantOf(headers.get('author-time') ?? ''),
    committer: identityOf(headers, 'committer'),
    committedAt: instantOf(headers.get('committer-time') ?? ''),
  },
  boundary: headers.has('boundary'),
});

/** Per line: `<commit> <line before> <line> [<lines>]`; at a commit's first line its headers; a tab and the text. */
export const blameIn = (output: string): Blame => {
  const known = new Map<string, BlamedLine | undefined>();
  const blame: (BlamedLine | undefined)[] = [];
  let id = '';
  let headers = new Map<string, string>();
  for (const line of output.split('\n')) {
    const space = line.indexOf(' ');
    if (line.startsWith('\t')) {
      if (!known.has(id)) known.set(id, /^0+$/.test(id) ? undefined : lineOf(id, headers));
      blame.push(known.get(id));
      [id, headers] = ['', new Map()];
    } else if (id === '') id = line.slice(0, Math.max(space, 0));
    else headers.set(space < 0 ? line : line.slice(0, space), space < 0 ? '' : line.slice(space + 1));
  }
  return blame;
};

interface Asked {
  readonly root: string;
  readonly env: Environment | undefined;
  readonly rev: string | undefined;
}

const bytesOf = ({ bom, text }: Source): string => `${bom ? '\uFEFF' : ''}${text}`;

const readBlame = async (source: Source, { root, env, rev }: Asked): Promise<Blame | NoFacts> => {
  // Against HEAD the judged text itself is blamed: what is staged or edited since shows as not committed.
  const contents = rev === undefined ? ['--contents', '-'] : [rev];
  const args = ['blame', ...flags, ...contents, '--', source.path];
  const outcome = await tryGit(root, [...settings, ...args], { env, input: rev === undefined ? bytesOf(source) : '' });
  if (outcome.code === 0) return blameIn(outcome.stdout.toString('utf8'));
  if (/no such path/.test(outcome.stderr)) return { reason: 'not committed yet' };
  throw gitFailure(root, args, outcome);
};

/** Blames documents: with `rev` as that commit holds them, else as they are judged now, against HEAD. */
export const gitBlame = ({ root, rev, env }: GitSpot): AskBlame => {
  let state: ReturnType<typeof gitState> | undefined;
  return async (source) => {
    state ??= gitState({ root, env, ...(rev !== undefined && { rev }) });
    const known = await state;
    return isKnown(known) ? readBlame(source, { root, env, rev: rev === undefined ? undefined : known.commit }) : known;
  };
};
