import { expect, test } from 'vitest';
import { boolean, described, integer, list, map, number, object, oneOf, string } from '../../src/model/shape.ts';

test.each([
  [string('s'), { type: 'string', description: 's' }],
  [integer('i'), { type: 'integer', description: 'i' }],
  [number('n'), { type: 'number', description: 'n' }],
  [boolean('b'), { type: 'boolean', description: 'b' }],
  [oneOf(['a', 'b'], 'e'), { type: 'string', enum: ['a', 'b'], description: 'e' }],
  [list(string('s'), 'l'), { type: 'array', items: { type: 'string', description: 's' }, description: 'l' }],
  [map(number('n'), 'm'), { type: 'object', additionalProperties: { type: 'number', description: 'n' }, description: 'm' }],
  [described(string('s'), 'other'), { type: 'string', description: 'other' }],
])('a shape carries its schema', (shape, schema) => expect(shape.schema).toEqual(schema));

test('an object allows its own properties only and asks for the required ones', () => {
  expect(object('o', { a: string('a') }, { b: string('b') }).schema).toEqual({
    type: 'object',
    description: 'o',
    properties: { a: { type: 'string', description: 'a' }, b: { type: 'string', description: 'b' } },
    required: ['a'],
    additionalProperties: false,
  });
});
