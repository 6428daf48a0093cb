/** `agrees`: a value equals another, or one of several, within a tolerance. Absent values agree with anything. */
import { valueAt } from '../../model/located.ts';
import { keyword } from './keyword.ts';

interface Value {
  /** Pointer to the value. */
  readonly value: string;
  /** Pointer to the other value or to a list of values. */
  readonly with: string;
  /** Greatest difference of two numbers. */
  readonly tolerance?: number;
  /** Greatest difference as a share of the value. */
  readonly share?: number;
}

const near = (a: unknown, b: unknown, { tolerance = 0, share = 0 }: Value): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= Math.max(tolerance, Math.abs(a) * share) : a === b;

export const agrees = keyword<object, Value>({
  name: 'agrees',
  type: 'object',
  metaSchema: {
    type: 'object',
    required: ['value', 'with'],
    additionalProperties: false,
    properties: {
      value: { type: 'string' },
      with: { type: 'string' },
      tolerance: { type: 'number', minimum: 0 },
      share: { type: 'number', minimum: 0 },
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
