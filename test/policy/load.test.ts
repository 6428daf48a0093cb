/** Policies: loaded, extended, configured; wrong ones refused with place and remedy. */
import { describe, expect, it } from 'vitest';
import { applySetting, loadPolicy, unknownOptions } from '../../src/policy/load.ts';
import { optionNames, withOptions } from '../../src/policy/substitute.ts';

const rule = { description: 'X.', severity: 'error', message: 'X.', schema: { required: ['title'] } };
const files =
  (all: Readonly<Record<string, unknown>>) =>
  async (path: string): Promise<string | undefined> =>
    all[path] === undefined ? undefined : JSON.stringify(all[path], null, 2);

describe('loadPolicy', () => {
  it('takes over the rules of what it extends, under its own name', async () => {
    const read = files({
      'p/ours.json': {
        name: 'ours',
        appliesTo: { kind: 'checklist' },
        extends: ['checklist', './base.json'],
        rules: { 'no-items': { ...rule, severity: 'warning' } },
      },
      'p/base.json': { name: 'base', rules: { mine: rule } },
    });
    const policy = await loadPolicy('p/ours.json', read);
    expect(policy.kind).toBe('checklist');
    expect(policy.rules.map(({ id }) => id)).toEqual(expect.arrayContaining(['ours/open-items', 'ours/mine', 'ours/broken-link']));
    expect(policy.rules.find(({ id }) => id === 'ours/no-items')?.severity).toBe('warning');
    expect(policy.rules.every(({ shipped }) => !shipped)).toBe(true);
  });

  it.each([
    ['a missing file', {}, /^p\/ours\.json: There is no such policy/],
    [
      'an unknown key',
      { 'p/ours.json': { name: 'ours', rules: {}, rulez: {} } },
      /^p\/ours\.json:4:3: Unknown key "rulez"\. Did you mean "rules"/,
    ],
    [
      'a missing key',
      { 'p/ours.json': { name: 'ours', rules: { a: { description: 'X.' } } } },
      /^p\/ours\.json:4:\d+: "rules\.a" needs the key "severity"/,
    ],
    ['a wrong severity', { 'p/ours.json': { name: 'ours', rules: { a: { ...rule, severity: 'eror' } } } }, /"error".*Did you mean "error"/],
    ['an extension of itself', { 'p/ours.json': { name: 'ours', extends: ['ours.json'], rules: {} } }, /extends itself/],
    [
      'an extension of another machine',
      { 'p/ours.json': { name: 'ours', extends: ['https://example.com/p.json'], rules: {} } },
      /^p\/ours\.json:4/,
    ],
    ['a name that is no id', { 'p/ours.json': { name: 'Our Policy', rules: {} } }, /^p\/ours\.json:2:11/],
  ])('refuses %s', async (_, all, message) => {
    await expect(loadPolicy('p/ours.json', files(all))).rejects.toThrow(message);
  });

  it('refuses a circle of extensions', async () => {
    const read = files({
      'a.json': { name: 'a', extends: ['b.json'], rules: {} },
      'b.json': { name: 'b', extends: ['a.json'], rules: {} },
    });
    await expect(loadPolicy('a.json', read)).rejects.toThrow(/extends itself/);
  });
});

describe('paths of what is extended', () => {
  it('are relative to the policy', async () => {
    const read = files({
      'p/q/ours.json': { name: 'ours', extends: ['../base.json', './near.json'], rules: {} },
      'p/base.json': { name: 'base', rules: { far: rule } },
      'p/q/near.json': { name: 'near', rules: { near: rule } },
    });
    expect((await loadPolicy('p/q/ours.json', read)).rules.map(({ id }) => id)).toEqual(['ours/far', 'ours/near']);
  });

  it('may lead above the root, where nothing is', async () => {
    await expect(
      loadPolicy('ours.json', files({ 'ours.json': { name: 'ours', extends: ['../../base.json'], rules: {} } })),
    ).rejects.toThrow(/^\.\.\/\.\.\/base\.json: There is no such policy/);
  });

  it('of a policy without a kind are for any document', async () => {
    expect(await loadPolicy('ours.json', files({ 'ours.json': { name: 'ours', rules: { a: rule } } }))).toMatchObject({
      kind: 'document',
      description: '',
    });
  });
});

describe('settings', () => {
  const full = { ...rule, id: 'ours/a', name: 'a', severity: 'error' as const, shipped: true, options: { within: 'PT1H' } };
  it('change severity and options', () => {
    expect(applySetting(full, undefined)).toBe(full);
    expect(applySetting(full, { severity: 'off' })).toMatchObject({ severity: 'off', options: { within: 'PT1H' }, shipped: true });
    expect(applySetting(full, { severity: 'error', options: { within: 'PT2H' } })).toMatchObject({
      options: { within: 'PT2H' },
      shipped: false,
    });
  });
  it('know which options there are', () => {
    expect(unknownOptions(full, { severity: 'error', options: { within: 1, withn: 2 } })).toEqual(['withn']);
    expect(unknownOptions({ ...full, options: undefined } as never, { severity: 'error' })).toEqual([]);
  });
  it('fill options into schemas', () => {
    const schema = { a: { $option: 'x' }, b: [{ $option: 'y' }, 1, 'z', null], c: { $option: 'none' } };
    expect(withOptions(schema, { x: 1, y: [2] })).toEqual({ a: 1, b: [[2], 1, 'z', null] });
    expect(optionNames(schema)).toEqual(['x', 'y', 'none']);
  });
});
