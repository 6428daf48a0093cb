/** `covers`: a list of texts holds every text of a required set. */
import { keyword } from './keyword.ts';

const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** Texts compare without case, punctuation and white space. */
export const covers = keyword<readonly unknown[], readonly string[]>({
  name: 'covers',
  type: 'array',
  metaSchema: { type: 'array', items: { type: 'string' } },
  check: (items, required) => {
    const there = new Set(items.filter((item) => typeof item === 'string').map(normalise));
    return required
      .filter((text) => !there.has(normalise(text)))
      .map((missing, index) => ({ pointer: index === 0 ? '' : `/-${missing}`, message: `lacks ${missing}`, params: { missing } }));
  },
});
