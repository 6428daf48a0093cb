import { describe, expect, test } from 'vitest';
import { readPerson } from '../../src/read/person.ts';

describe('a person and for whom', () => {
  test.each([
    ['mw', { person: 'mw' }],
    ['Product Lead (delegated core gate)', { person: 'Product Lead', delegation: 'delegated core gate' }],
    ['Jo (for QA Lead)', { person: 'Jo', delegation: 'for QA Lead' }],
    ['Jo（for QA）', { person: 'Jo', delegation: 'for QA' }],
    ['Jo on behalf of Al', { person: 'Jo', delegation: 'on behalf of Al' }],
    ['@jo for @al', { person: '@jo', delegation: 'for @al' }],
    ['Karl (self-review — Light track)', { person: 'Karl (self-review — Light track)' }],
    ['', {}],
  ])('%j', (text, expected) => expect(readPerson(text)).toEqual(expected));
});
