/** Mojibake: UTF-8 that was read as a one-byte code page and saved again. */

const pages = ['macintosh', 'windows-1252', 'windows-1254'] as const;

interface CodePage {
  readonly name: (typeof pages)[number];
  readonly bytes: ReadonlyMap<string, number>;
}

// 0x80 to 0x9F of windows-1252; Node's decoder takes this range for control characters.
const windowsPunctuation = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const codePage = (name: CodePage['name']): CodePage => {
  const decoder = new TextDecoder(name);
  const upper = Array.from({ length: 128 }, (_, index) => index + 128);
  const decoded = upper.map((byte) => [decoder.decode(new Uint8Array([byte])), byte] as const);
  const punctuation = name === 'macintosh' ? [] : [...windowsPunctuation].map((character, index) => [character, index + 128] as const);
  return { name, bytes: new Map([...decoded, ...punctuation]) };
};

const sequenceLength = (lead: number): number => (lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0);

// Two-byte sequences are only believed for the leads of Western European text, or ordinary words would match.
const isBelievable = (page: CodePage, bytes: readonly number[]): boolean => {
  const lead = bytes[0] ?? 0;
  const length = sequenceLength(lead);
  if (length < 2 || bytes.length < length) return false;
  if (length === 2 && (page.name === 'macintosh' || (lead !== 0xc3 && lead !== 0xc2))) return false;
  return bytes.slice(1, length).every((byte) => byte >= 0x80 && byte <= 0xbf);
};

const hitsIn = (page: CodePage, run: string): number => {
  const bytes = [...run].map((character) => page.bytes.get(character) ?? 0);
  let hits = 0;
  for (let index = 0; index < bytes.length; ) {
    const rest = bytes.slice(index, index + 4);
    const found = isBelievable(page, rest);
    hits += found ? 1 : 0;
    index += found ? sequenceLength(rest[0] ?? 0) : 1;
  }
  return hits;
};

export interface Mojibake {
  /** Offset of the first damaged run. */
  readonly index: number;
  readonly text: string;
  /** How many characters were damaged. */
  readonly count: number;
  readonly encoding: string;
}

/** The damage of a text, counted once for the code page that explains most of it. */
export const findMojibake = (text: string): Mojibake | undefined => {
  const runs = [...text.matchAll(/[^\x00-\x7F]{2,}/g)];
  if (runs.length === 0) return undefined;
  const ranked = pages
    .map((name) => codePage(name))
    .map((page) => {
      const damaged = runs.filter((run) => hitsIn(page, run[0]) > 0);
      return { page, damaged, count: damaged.reduce((sum, run) => sum + hitsIn(page, run[0]), 0) };
    })
    .sort((a, b) => b.count - a.count);
  const best = ranked[0];
  const first = best?.damaged[0];
  return best === undefined || first === undefined
    ? undefined
    : { index: first.index, text: first[0], count: best.count, encoding: best.page.name };
};
