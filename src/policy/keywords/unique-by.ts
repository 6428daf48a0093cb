/** `uniqueBy`: items of an array differ in the values that the pointers name. */
import { valueAt } from '../../model/located.ts';
import { keyword } from './keyword.ts';

const normalise = (value: unknown): unknown => (typeof value === 'string' ? value.normalize('NFKC').replace(/[\s\p{P}]+/gu, ' ').trim().toLowerCase() : value);

/** Strings compare without case, punctuation and white space. Items that lack one of the values are left alone. */
export const uniqueBy = keyword<readonly unknown[], readonly string[]>({
  name: 'uniqueBy',
  type: 'array',
  metaSchema: { type: 'array', items: { type: 'string', pattern: '^/' }, minItems: 1 },
  check: (items, pointers) => {
    const seen = new Map<string, number>();
    return items.flatMap((item, index) => {
      const values = pointers.map((pointer) => normalise(valueAt(item, pointer)));
      if (values.some((value) => value === undefined || value === '')) return [];
      const key = JSON.stringify(values);
      const first = seen.get(key);
      if (first === undefined) seen.set(key, index);
      return first === undefined ? [] : [{ pointer: `/${index}`, message: `is the same as item ${first + 1}`, params: { first, firstPointer: `/${first}` } }];
    });
  },
});
