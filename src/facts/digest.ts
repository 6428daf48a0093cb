/** Digests of content: SHA-256 over the bytes with CRLF read as LF in text, and whether what was approved is still there. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';

/** As git tells text from binary: no NUL among the first bytes. */
const headLength = 8000;

const isText = (bytes: Uint8Array): boolean => !bytes.subarray(0, headLength).includes(0);

const withoutCarriageReturns = (bytes: Uint8Array): Uint8Array => bytes.filter((byte, index) => byte !== 13 || bytes[index + 1] !== 10);

/**
 * `sha256:` and 64 hexadecimal digits. CRLF counts as LF, because git itself rewrites line endings between checkouts;
 * every other byte counts, a byte order mark and a lone CR too. Binary content is taken as it is.
 */
export const contentDigest = (bytes: Uint8Array): string =>
  `sha256:${createHash('sha256')
    .update(isText(bytes) ? withoutCarriageReturns(bytes) : bytes)
    .digest('hex')}`;

/** Fewer digits can be hit by trying. */
const leastDigits = 12;

/** Whether a digest, perhaps shortened, is that of the content; `short`: it may be, but has too few digits to prove it. */
export const compareDigest = (claimed: string, actual: string): 'same' | 'different' | 'short' => {
  if (!actual.startsWith(claimed)) return 'different';
  return claimed.length - 'sha256:'.length >= leastDigits ? 'same' : 'short';
};

export type Content = 'unchanged' | 'changed' | 'missing' | 'unbound';

/** What a sign-off is about, as the model has it. */
export interface Subject {
  readonly path?: string;
  readonly digest?: string;
  readonly commit?: string;
  readonly content?: Content;
  readonly current?: string;
}

/** A subject with the fact how its content stands, and since when it exists. */
export interface Found {
  readonly subject: Subject;
  /** The path from the root. */
  readonly path?: string;
  readonly since?: string;
}

export interface ContentQuestions {
  /** The digest (`contentDigest`) of a file of the tree; undefined where there is none. */
  readonly digestOf: (path: string) => Promise<string | undefined>;
  /** The same in a commit; without it a commit binds nothing. */
  readonly digestAt?: (path: string, commit: string) => Promise<string | undefined>;
  /** Since when a file exists, RFC 3339. */
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

const contentOf = async (
  { digest, commit }: Subject,
  file: { readonly path: string; readonly current: string },
  { digestAt }: ContentQuestions,
): Promise<Content> => {
  const then = commit === undefined || digestAt === undefined ? undefined : ((await digestAt(file.path, commit)) ?? 'missing');
  if (digest === undefined && then === undefined) return 'unbound';
  if (then === 'missing') return 'missing';
  const compared = digest === undefined ? 'same' : compareDigest(digest, file.current);
  if (compared === 'different' || (then !== undefined && then !== file.current)) return 'changed';
  return compared === 'short' ? 'unbound' : 'unchanged';
};

/** Looks a subject up. `from` is the path of the document that names it. */
export const findSubject = async (from: string, subject: Subject, asked: ContentQuestions): Promise<Found> => {
  for (const path of subject.path === undefined ? [] : pathsOf(from, subject.path)) {
    const current = await asked.digestOf(path);
    if (current === undefined) continue;
    const [content, since] = [await contentOf(subject, { path, current }, asked), await asked.existsAt?.(path)];
    return { subject: { ...subject, content, current }, path, ...(since !== undefined && { since }) };
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
    : ((['missing', 'changed', 'unbound'] as const).find((content) => subjects.some((subject) => subject.content === content)) ??
      'unchanged');
