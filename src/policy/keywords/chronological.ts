/** `chronological`: items of an array are in the order of their times; items without a time are left alone. */
import { valueAt } from '../../model/located.ts';
import { type Fault, keyword } from './keyword.ts';

interface Value {
  /** Pointer to an ISO 8601 date or local date-time. */
  readonly by: string;
  /** Pointer to a value; only neighbours that share it are compared. */
  readonly within?: string;
  /** Pointers to values that must be equal for two times to be comparable, such as the zone. */
  readonly same?: readonly string[];
  readonly order?: 'ascending' | 'descending';
}

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
  metaSchema: {
    type: 'object',
    required: ['by'],
    additionalProperties: false,
    properties: {
      by: { type: 'string' },
      within: { type: 'string' },
      same: { type: 'array', items: { type: 'string' } },
      order: { enum: ['ascending', 'descending'] },
    },
  },
  check: (items, value) => {
    const timed = items
      .map((item, index) => ({ item, index, time: valueAt(item, value.by) }))
      .filter((entry): entry is { item: unknown; index: number; time: string } => typeof entry.time === 'string');
    return timed.flatMap(({ item, index, time }, position): Fault[] => {
      const before = timed.slice(0, position).findLast((entry) => comparable(entry.item, item, value));
      const wrong = before !== undefined && compare(before.time, time) * (value.order === 'descending' ? -1 : 1) > 0;
      return wrong
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
