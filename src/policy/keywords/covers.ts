/** `covers`: a list of texts holds every text of a required set. */
import { keyword } from './keyword.ts';

const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
    .toLowerCase();

export const covers = keyword<readonly unknown[], readonly string[]>({
  name: 'covers',
  type: 'array',
  params: ['missing'],
  metaSchema: {
    type: 'array',
    title: 'The list of texts holds every text of a required set.',
    description:
      'The value is the required set; an empty one asks for nothing. Texts compare without case, punctuation and extra white space. Items that are no texts are left out.',
    items: { type: 'string' },
    examples: [['QA', 'Engineering']],
  },
  check: (items, required) => {
    const there = new Set(items.filter((item) => typeof item === 'string').map(normalise));
    return required
      .filter((text) => !there.has(normalise(text)))
      .map((missing, index) => ({ pointer: index === 0 ? '' : `/-${missing}`, message: `lacks ${missing}`, params: { missing } }));
  },
});
