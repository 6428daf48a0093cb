import { describe, expect, test } from 'vitest';
import { closest, didYouMean, UsageError } from '../../src/model/usage-error.ts';

const known = ['checklist', 'approvals', 'incident', 'promotion', 'process', 'changelog', 'document'];

describe('the closest name', () => {
  test.each([
    ['checklst', 'checklist'],
    ['CHECKLIST', 'checklist'],
    ['aproval', 'approvals'],
    ['inciednt', 'incident'],
    ['changlog', 'changelog'],
    ['proces', 'process'],
    ['kubernetes', undefined],
    ['', undefined],
  ])('to %j is %j', (name, expected) => expect(closest(name, known)).toBe(expected));

  test('of two that are as close is the first of the alphabet, whatever their order', () => {
    expect(closest('bar', ['baz', 'bat'])).toBe('bat');
    expect(closest('bar', ['bat', 'baz'])).toBe('bat');
  });

  test('is one that begins with what was typed, before one with fewer edits', () => {
    const rules = ['incident/id-gap', 'incident/rca-overdue', 'incident/rca-placeholder-kept'];
    expect(closest('incident/rca', rules)).toBe('incident/rca-overdue');
    expect(closest('INCIDENT/RCA', rules)).toBe('incident/rca-overdue');
    expect(closest('incident/id', rules)).toBe('incident/id-gap');
    expect(closest('on', ['one-of-many', 'of'])).toBe('of');
  });

  test('of none is none', () => expect(closest('x', [])).toBeUndefined());

  test('counts characters, not UTF-16 units', () => expect(closest('🎉🎉🎉', ['🎉🎉x'])).toBe('🎉🎉x'));

  test('does not turn one short word into another that shares no letter', () => {
    expect(closest('zz', ['on', 'off'])).toBeUndefined();
  });
});

test('a hint is a sentence or nothing', () => {
  expect(didYouMean('proces', known)).toBe(' Did you mean "process"?');
  expect(didYouMean('kubernetes', known)).toBe('');
});

test('a usage error says what it is', () => {
  const error = new UsageError('x');
  expect([error.name, error.message, error instanceof Error]).toEqual(['UsageError', 'x', true]);
});
