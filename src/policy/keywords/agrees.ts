/** `agrees`: a value equals another, or one of several, within a tolerance. */
import { valueAt } from '../../model/located.ts';
import { keyword } from './keyword.ts';
import { pointer } from './value-schemas.ts';

interface Value {
  readonly value: string;
  readonly with: string;
  readonly tolerance?: number;
  readonly share?: number;
}

const near = (a: unknown, b: unknown, { tolerance = 0, share = 0 }: Value): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= Math.max(tolerance, Math.abs(a) * share) : a === b;

export const agrees = keyword<object, Value>({
  name: 'agrees',
  type: 'object',
  params: ['one', 'others', 'firstPointer'],
  metaSchema: {
    type: 'object',
    title: 'A value of the object equals another, or one of several.',
    description:
      'Where one of the two is absent, or the list is empty, it holds. Numbers may differ by a tolerance; all else has to be equal.',
    required: ['value', 'with'],
    additionalProperties: false,
    properties: {
      value: pointer('The value that is judged; the finding stands here.'),
      with: pointer('The other value, or a list of values of which one has to agree.'),
      tolerance: { type: 'number', minimum: 0, description: 'Greatest difference of two numbers, in their own unit. `0` unless given.' },
      share: {
        type: 'number',
        minimum: 0,
        description:
          'Greatest difference of two numbers as a share of `value`: `0.02` is 2 %. `0` unless given. Beside `tolerance` the greater difference is allowed.',
      },
    },
  },
  check: (data, value) => {
    const one = valueAt(data, value.value);
    const other = valueAt(data, value.with);
    const others = Array.isArray(other) ? other : [other];
    if (one === undefined || other === undefined || others.length === 0) return [];
    if (others.some((candidate) => near(one, candidate, value))) return [];
    return [
      {
        pointer: value.value,
        message: `is ${String(one)}, not ${others.map(String).join(' or ')}`,
        params: { one, others: others.join(', '), firstPointer: value.with },
      },
    ];
  },
});
