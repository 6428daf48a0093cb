/** `consecutive`: the numbers of an array's items leave no gap and go up, per value of `within`. */
import { valueAt } from '../../model/located.ts';
import { type Fault, keyword } from './keyword.ts';

interface Value {
  readonly by: string;
  readonly within?: string;
  /** Compare in order of the numbers, not of the array: files come in the order of their names. */
  readonly sorted?: boolean;
}

interface Numbered {
  readonly number: number;
  readonly index: number;
  readonly group: unknown;
}

const numberedOf = (items: readonly unknown[], { by, within, sorted }: Value): Numbered[] => {
  const all = items.flatMap((item, index) => {
    const number = valueAt(item, by);
    return typeof number === 'number' ? [{ number, index, group: within === undefined ? undefined : valueAt(item, within) }] : [];
  });
  return sorted === true ? all.sort((a, b) => a.number - b.number) : all;
};

export const consecutive = keyword<readonly unknown[], Value>({
  name: 'consecutive',
  type: 'array',
  metaSchema: {
    type: 'object',
    required: ['by'],
    additionalProperties: false,
    properties: { by: { type: 'string' }, within: { type: 'string' }, sorted: { type: 'boolean' } },
  },
  check: (items, value) => {
    const all = numberedOf(items, value);
    return all.flatMap(({ number, index, group }, position): Fault[] => {
      const before = all.slice(0, position).findLast((other) => other.group === group);
      const repeated = value.sorted === true && before?.number === number;
      if (before === undefined || repeated || number === before.number + 1) return [];
      return [
        {
          pointer: `/${index}`,
          message: `follows ${before.number}`,
          params: { before: before.number, next: before.number + 1, firstPointer: `/${before.index}` },
        },
      ];
    });
  },
});
