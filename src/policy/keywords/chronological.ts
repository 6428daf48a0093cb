/** `chronological`: items of an array are in the order of their times. */
import { valueAt } from '../../model/located.ts';
import { type Fault, keyword } from './keyword.ts';
import { pointer, pointers } from './value-schemas.ts';

interface Value {
  readonly by: string;
  readonly within?: string;
  readonly same?: readonly string[];
  readonly order?: 'ascending' | 'descending';
  readonly about?: string;
}

interface Timed {
  readonly item: unknown;
  readonly index: number;
  readonly time: string;
}

/** How far a time that says "about" may be off. */
const vagueness = 30 * 60_000;

// `~06:45` and 06:42 may stand in any order.
const mayCoincide = ({ about }: Value, one: Timed, other: Timed): boolean =>
  about !== undefined &&
  [one, other].some(({ item }) => valueAt(item, about) === true) &&
  Math.abs(Date.parse(`${one.time}Z`) - Date.parse(`${other.time}Z`)) <= vagueness;

// A day and a minute of it are neither before nor after one another.
const compare = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length);
  const [left, right] = [a.slice(0, length), b.slice(0, length)];
  return left < right ? -1 : left > right ? 1 : 0;
};

const comparable = (a: unknown, b: unknown, { within, same = [] }: Value): boolean =>
  [...(within === undefined ? [] : [within]), ...same].every((pointer) => valueAt(a, pointer) === valueAt(b, pointer));

export const chronological = keyword<readonly unknown[], Value>({
  name: 'chronological',
  type: 'array',
  params: ['before', 'after', 'firstPointer'],
  metaSchema: {
    type: 'object',
    title: 'Items are in the order of their times.',
    description:
      'An item is compared with the nearest one above it that can be compared. Items without a time are left alone. A day and a time on that day may stand in any order.',
    required: ['by'],
    additionalProperties: false,
    properties: {
      by: pointer('The time: an ISO 8601 date or local date-time.'),
      within: pointer('What items have to share to be compared, such as the list in which they stand.'),
      same: { ...pointers('What else they have to share, such as the zone of their times. Two absent values are the same.'), minItems: 0 },
      about: pointer('Where an item says that its time is not exact: it may be half an hour off.'),
      order: { enum: ['ascending', 'descending'], description: '`ascending`, the earliest first, unless given.' },
    },
  },
  check: (items, value) => {
    const timed = items
      .map((item, index) => ({ item, index, time: valueAt(item, value.by) }))
      .filter((entry): entry is Timed => typeof entry.time === 'string');
    return timed.flatMap((entry, position): Fault[] => {
      const { item, index, time } = entry;
      const before = timed.slice(0, position).findLast((other) => comparable(other.item, item, value));
      const wrong = before !== undefined && compare(before.time, time) * (value.order === 'descending' ? -1 : 1) > 0;
      return wrong && !mayCoincide(value, before, entry)
        ? [
            {
              pointer: `/${index}`,
              message: `${time} stands after ${before.time}`,
              params: { before: before.time, after: time, firstPointer: `/${before.index}` },
            },
          ]
        : [];
    });
  },
});
