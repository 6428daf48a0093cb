/** What a sign-off is about: where it is, and whether what was approved is still there. */
import { posix } from 'node:path';
import type { Changed, Content, Subject } from '../model/parts/subject.ts';
import { compareDigest, contentDigest } from './digest.ts';
import type { NoFacts } from './git-commit.ts';
import type { CommittedContent } from './git-content.ts';

/** A subject with the fact how its content stands, and since when git shows it. */
export interface Found {
  readonly subject: Subject;
  /** The path from the root. */
  readonly path?: string;
  readonly since?: string;
}

/** What was approved. */
export interface Approved {
  /** `contentDigest` of it, perhaps shortened. */
  readonly digest: string;
  /** Where the sign-off names a commit: its id, and the name and the content of the file in it. */
  readonly then?: CommittedContent;
}

export interface ContentQuestions {
  /** The digest (`contentDigest`) of a file of the tree; undefined where there is none. */
  readonly digestOf: (path: string) => Promise<string | undefined>;
  /** The content of the file in a commit, or why it is unknown; without it a commit binds nothing. */
  readonly contentAt?: (path: string, commit: string) => Promise<CommittedContent | NoFacts>;
  /** What became of a file since it had the approved content. */
  readonly changesSince?: (path: string, approved: Approved) => Promise<Changed | undefined>;
  /** When a file was first committed, RFC 3339: it was there by then, and may have been before. */
  readonly existsAt?: (path: string) => Promise<string | undefined>;
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

// A path is relative to the root, as people write it, else to the document, as links are.
const pathsOf = (from: string, written: string): string[] => {
  const path = decoded(written);
  const relative = posix.join(posix.dirname(from), path);
  const candidates = path.startsWith('/') ? [path.slice(1)] : /^\.{1,2}\//.test(path) ? [relative] : [path, relative];
  return [...new Set(candidates.map((one) => posix.normalize(one)))].filter((one) => !one.startsWith('..'));
};

interface File {
  readonly path: string;
  readonly current: string;
}

type Standing = Pick<Subject, 'content' | 'why' | 'changes'>;

const changed = async ({ path }: File, approved: Approved, { changesSince }: ContentQuestions): Promise<Standing> => {
  const changes = await changesSince?.(path, approved);
  return { content: 'changed', ...(changes !== undefined && { changes }) };
};

const standingOf = async ({ digest, commit }: Subject, file: File, asked: ContentQuestions): Promise<Standing> => {
  const then = commit === undefined ? undefined : await asked.contentAt?.(file.path, commit);
  if (then !== undefined && 'reason' in then) return { content: 'unknown', why: then.reason };
  if (digest === undefined && then === undefined) return { content: 'unbound' };
  const compared = digest === undefined ? 'same' : compareDigest(digest, file.current);
  if (digest !== undefined && compared === 'different') return changed(file, { digest }, asked);
  const digestThen = then === undefined ? file.current : contentDigest(then.bytes);
  if (digestThen !== file.current) return changed(file, { digest: digestThen, ...(then !== undefined && { then }) }, asked);
  return { content: compared === 'short' && then === undefined ? 'unbound' : 'unchanged' };
};

/** Looks a subject up. `from` is the path of the document that names it. */
export const findSubject = async (from: string, subject: Subject, asked: ContentQuestions): Promise<Found> => {
  for (const path of subject.path === undefined ? [] : pathsOf(from, subject.path)) {
    const current = await asked.digestOf(path);
    if (current === undefined) continue;
    const [standing, since] = [await standingOf(subject, { path, current }, asked), await asked.existsAt?.(path)];
    return { subject: { ...subject, ...standing, current }, path, ...(since !== undefined && { since }) };
  }
  // A bare name that nothing binds may be a title.
  const isTitle =
    subject.path === undefined || (!subject.path.includes('/') && subject.digest === undefined && subject.commit === undefined);
  return { subject: { ...subject, content: isTitle ? 'unbound' : 'missing' } };
};

/** How all subjects of a sign-off stand: as badly as the worst of them; without any, nothing is bound. */
export const worstContent = (subjects: readonly Subject[]): Content =>
  subjects.length === 0
    ? 'unbound'
    : ((['missing', 'unknown', 'changed', 'unbound'] as const).find((content) => subjects.some((subject) => subject.content === content)) ??
      'unchanged');
