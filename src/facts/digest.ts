/** Digests of content: SHA-256 over the bytes with CRLF read as LF in text. */
import { createHash } from 'node:crypto';

/** As git tells text from binary: no NUL among the first bytes. */
const headLength = 8000;

/** Whether content is text, as git tells it. */
export const isText = (bytes: Uint8Array): boolean => !bytes.subarray(0, headLength).includes(0);

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
