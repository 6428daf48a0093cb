/** `chained`: each item of an array starts where the one before it ends. */
import { valueAt } from '../../model/located.ts';
import { type Fault, keyword } from './keyword.ts';
import { pointer } from './value-schemas.ts';

interface Value {
  readonly from: string;
  readonly to: string;
}

const words = (value: unknown): string =>
  String(value)
    .toLowerCase()
    .replace(/\(.*?\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const chained = keyword<readonly unknown[], Value>({
  name: 'chained',
  type: 'array',
  params: ['reached', 'firstPointer'],
  metaSchema: {
    type: 'object',
    title: 'Each item starts where the one before it ends.',
    description:
      'Text compares without case, punctuation and what stands in round brackets. An item that lacks one of the two values is left out.',
    required: ['from', 'to'],
    additionalProperties: false,
    properties: { from: pointer('Where an item starts.'), to: pointer('Where an item ends.') },
  },
  check: (items, { from, to }) => {
    const links = items
      .map((item, index) => ({ from: valueAt(item, from), to: valueAt(item, to), index }))
      .filter((link) => link.from !== undefined && link.to !== undefined);
    return links.flatMap((link, position): Fault[] => {
      const before = links[position - 1];
      if (before === undefined || words(before.to) === words(link.from)) return [];
      return [
        {
          pointer: `/${link.index}`,
          message: `starts from ${String(link.from)}, not ${String(before.to)}`,
          params: { reached: before.to, firstPointer: `/${before.index}` },
        },
      ];
    });
  },
});
