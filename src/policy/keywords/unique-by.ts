/** `uniqueBy`: items of an array differ in the values that the pointers name. */
import { valueAt } from '../../model/located.ts';
import { keyword } from './keyword.ts';
import { onePointer, pointers } from './value-schemas.ts';

const normalise = (value: unknown): unknown =>
  typeof value === 'string'
    ? value
        .normalize('NFKC')
        .replace(/[\s\p{P}]+/gu, ' ')
        .trim()
        .toLowerCase()
    : value;

interface Value {
  readonly by: readonly string[];
  readonly where?: Readonly<Record<string, unknown>>;
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

export const uniqueBy = keyword<readonly unknown[], Value>({
  name: 'uniqueBy',
  type: 'array',
  params: ['first', 'firstPointer'],
  metaSchema: {
    type: 'object',
    title: 'Items differ in the values that the pointers name.',
    description:
      'Text compares without case, punctuation and extra white space; everything else has to be equal. An item without the first value is left out.',
    required: ['by'],
    additionalProperties: false,
    properties: {
      by: pointers('The values that together tell items apart. The first one has to be there, the others may be absent.'),
      where: {
        type: 'object',
        title: 'map of pointers to texts, numbers, `true` or `false`',
        propertyNames: onePointer,
        additionalProperties: { type: ['string', 'number', 'boolean'] },
        description: 'Only items with exactly these values count. All items unless given.',
      },
      unlike: pointers(
        'Values of which one has to differ for two items to clash: with the role, a person may sign twice in one role, not in two.',
      ),
    },
    examples: [{ by: ['/person'], where: { '/decision': 'approved' }, unlike: ['/role'] }],
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
