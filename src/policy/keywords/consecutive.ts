/** `consecutive`: the numbers of an array's items go up and leave no gap. */
import { valueAt } from '../../model/located.ts';
import { type Fault, keyword } from './keyword.ts';
import { pointer } from './value-schemas.ts';

interface Value {
  readonly by: string;
  readonly within?: string;
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
  params: ['before', 'next', 'firstPointer'],
  metaSchema: {
    type: 'object',
    title: 'The numbers of the items go up by one and leave no gap.',
    description: 'The first number may be any. Items without a number are left out.',
    required: ['by'],
    additionalProperties: false,
    properties: {
      by: pointer('The number.'),
      within: pointer('What items have to share to be compared, such as the prefix of an id.'),
      sorted: {
        type: 'boolean',
        description:
          'Whether to compare in the order of the numbers, where a number may repeat, and not in that of the list: files come in the order of their names. `false` unless given.',
      },
    },
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
