/** `uniqueBy`: items of an array differ in the values that the pointers name. */
import { valueAt } from '../../model/located.ts';
import { keyword } from './keyword.ts';

const normalise = (value: unknown): unknown =>
  typeof value === 'string'
    ? value
        .normalize('NFKC')
        .replace(/[\s\p{P}]+/gu, ' ')
        .trim()
        .toLowerCase()
    : value;

interface Value {
  /** Pointers to the values that make an item; the first has to be there, the others may be absent. */
  readonly by: readonly string[];
  /** Only items with these values count. */
  readonly where?: Readonly<Record<string, unknown>>;
  /** Pointers of which one has to differ for two items to clash: one person may sign twice in one role. */
  readonly unlike?: readonly string[];
}

const counts = (item: unknown, { where = {} }: Value): boolean =>
  Object.entries(where).every(([pointer, value]) => valueAt(item, pointer) === value);

const keyOf = (item: unknown, { by }: Value): string | undefined => {
  const values = by.map((pointer) => normalise(valueAt(item, pointer)) ?? null);
  return values[0] === null || values[0] === '' ? undefined : JSON.stringify(values);
};

const clash = (one: unknown, other: unknown, { unlike }: Value): boolean =>
  unlike === undefined || unlike.some((pointer) => normalise(valueAt(one, pointer)) !== normalise(valueAt(other, pointer)));

/** Strings compare without case, punctuation and white space. */
export const uniqueBy = keyword<readonly unknown[], Value>({
  name: 'uniqueBy',
  type: 'array',
  metaSchema: {
    type: 'object',
    required: ['by'],
    additionalProperties: false,
    properties: {
      by: { type: 'array', items: { type: 'string', pattern: '^/' }, minItems: 1 },
      where: { type: 'object' },
      unlike: { type: 'array', items: { type: 'string', pattern: '^/' }, minItems: 1 },
    },
  },
  check: (items, value) => {
    const seen = new Map<string, number>();
    return items.flatMap((item, index) => {
      const key = counts(item, value) ? keyOf(item, value) : undefined;
      const first = key === undefined ? undefined : seen.get(key);
      if (key !== undefined && first === undefined) seen.set(key, index);
      return first === undefined || !clash(items[first], item, value)
        ? []
        : [{ pointer: `/${index}`, message: `is the same as item ${first + 1}`, params: { first, firstPointer: `/${first}` } }];
    });
  },
});
