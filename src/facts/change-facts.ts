/** The fact what changed since an approval, with the words that a finding needs. */
import type { Related } from '../model/finding.ts';
import type { Changed } from '../model/parts/subject.ts';
import type { Changes } from './git-changed-since.ts';
import type { NoFacts } from './git-commit.ts';

const mostInWords = 3;

const shortId = (id: string): string => id.slice(0, 7);

const lineWords = ({ place: { start, end } }: Related): string =>
  start.line === end.line ? `line ${start.line}` : `lines ${start.line}-${end.line}`;

const listed = (words: readonly string[], noun: string): string => {
  const [shown, more] = [words.slice(0, mostInWords), words.length - mostInWords];
  return more > 0 ? `${shown.join(', ')} and ${more} more ${noun}${more === 1 ? '' : 's'}` : shown.join(', ');
};

const whereWords = (places: readonly Related[]): string => (places.length === 0 ? '' : `: ${listed(places.map(lineWords), 'place')}`);

const commitWords = ({ commits, uncommitted }: Changes): string => {
  const made = commits.map(({ id, committedAt, author }) => `${shortId(id)} (${committedAt.slice(0, 10)}, ${author.name})`);
  const parts = [...(made.length === 0 ? [] : [listed(made, 'commit')]), ...(uncommitted ? ['what is not committed yet'] : [])];
  return parts.length === 0 ? '' : ` in ${parts.join(' and ')}`;
};

const quoted = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

const withBase = (path: string, changes: Changes, base: NonNullable<Changes['base']>): Changed => ({
  text: `Changed since commit ${shortId(base.commit)}${commitWords(changes)}${whereWords(changes.places)}.`,
  approved: `of commit ${shortId(base.commit)}`,
  hint: `To see them: git diff ${quoted(`${shortId(base.commit)}:./${base.path}`)} ${quoted(path)}`,
  commits: changes.commits.map(({ id, committedAt, author }) => ({ commit: id, date: committedAt.slice(0, 10), author: author.name })),
  uncommitted: changes.uncommitted,
  places: changes.places,
});

/** The fact; undefined where git is not at hand at all, which is no news. */
export const changesFact = (path: string, changes: Changes | NoFacts): Changed | undefined => {
  const none = { commits: [], places: [] };
  if ('reason' in changes)
    return changes.partial === true ? { ...none, text: `What changed cannot be told: ${changes.reason}.` } : undefined;
  if (changes.base !== undefined) return withBase(path, changes, changes.base);
  const open = changes.uncommitted ? ', and what is there now is not committed' : '';
  return { ...none, text: `No version in its history has the content that was approved${open}.`, uncommitted: changes.uncommitted };
};
