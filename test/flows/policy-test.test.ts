/** Policy tests: what they compare, what they print, and how a mistake in them is named. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { runPolicyTest } from '../../src/cli/policy-test.ts';
import { hasPassed, type PolicyTestResult, testPolicies } from '../../src/flows/policy-test.ts';
import { memoryTree } from '../../src/tree/memory.ts';

const now = '2026-01-10T12:00:00.000Z';
const file = 'policies/ours.policy-test.yaml';

const run = (suite: string, files: Readonly<Record<string, string>> = {}): Promise<PolicyTestResult[]> =>
  testPolicies({ tree: memoryTree({ [file]: suite, ...files }), paths: [], now });

const one = async (test: string, files?: Readonly<Record<string, string>>): Promise<PolicyTestResult> => {
  const [result] = await run(`policy: checklist\ntests:\n  - name: one\n${test.replace(/^/gm, '    ')}`, files);
  return result as PolicyTestResult;
};

const open = 'document: "- [ ] A"\n';

describe('a policy test', () => {
  it.each([
    ['the findings are those expected', 'expect: [{ rule: open-items, line: 1 }]'],
    ['the rule is named with its policy', 'expect: [{ rule: checklist/open-items, line: 1 }]'],
    ['severity and state are too', 'expect: [{ rule: open-items, line: 1, severity: error, state: failed }]'],
    ['only other rules count', 'only: [malformed-box]\nexpect: []'],
    [
      'the configuration changes the rule',
      'config: { rules: { checklist/open-items: warning } }\nexpect: [{ rule: open-items, line: 1, severity: warning }]',
    ],
    [
      'the configuration waives',
      'config: { waivers: [{ rule: checklist/open-items, reason: late, owner: "@x", expires: "2026-01-10" }] }\nexpect: [{ rule: open-items, line: 1, waived: true }]',
    ],
  ])('passes when %s', async (_, test) => expect(await one(`${open}${test}`)).toMatchObject({ missing: [], unexpected: [] }));

  it.each([
    ['nothing is expected', 'expect: []', 0, 1],
    ['another line is expected', 'expect: [{ rule: open-items, line: 2 }]', 1, 1],
    ['another severity is expected', 'expect: [{ rule: open-items, line: 1, severity: warning }]', 1, 1],
    ['another state is expected', 'expect: [{ rule: open-items, line: 1, state: pending }]', 1, 1],
    ['a waived one is expected', 'expect: [{ rule: open-items, line: 1, waived: true }]', 1, 1],
    ['it is expected twice', 'expect: [{ rule: open-items, line: 1 }, { rule: open-items, line: 1 }]', 1, 0],
  ])('fails when %s', async (_, test, missing, unexpected) => {
    const result = await one(`${open}${test}`);
    expect([result.missing.length, result.unexpected.length, hasPassed(result)]).toEqual([missing, unexpected, false]);
  });

  it('does not take a waived finding for one that counts', async () =>
    expect(
      hasPassed(
        await one(
          'document: "- [ ] A <!-- docgate-waive */open-items: reason=x owner=@x expires=2026-02-01 -->"\nexpect: [{ rule: open-items, line: 1 }]',
        ),
      ),
    ).toBe(false));

  it('reads documents and templates beside it', async () =>
    expect(
      await one('file: ../docs/c.md\ntemplateFile: ../docs/t.md\nexpect: [{ rule: missing-item, line: 1 }]', {
        'docs/c.md': '- [x] A\n',
        'docs/t.md': '- [ ] A\n- [ ] Rollback tested\n',
      }),
    ).toMatchObject({ missing: [], unexpected: [] }));

  it('judges several documents together', async () => {
    const [result] = await run(
      'policy: incident\ntests:\n  - name: one\n    documents:\n      i/INCIDENT-0001-a.md: "# Incident 0001: A"\n      i/INCIDENT-0001-b.md: "# Incident 0001: B"\n    only: [duplicate-id]\n    expect: [{ rule: duplicate-id, path: i/INCIDENT-0001-b.md, line: 1 }]\n',
    );
    expect(result).toMatchObject({ missing: [], unexpected: [] });
  });

  it('judges by policies of the tree, and names of files are no patterns', async () => {
    const policy =
      '{"name":"ours","appliesTo":{"kind":"document"},"rules":{"no-todo":{"description":"No.","severity":"error","message":"No.","schema":{"properties":{"title":{"not":{"pattern":"TODO"}}}}}}}';
    const [result] = await run(
      'policy: ours.policy.json\ntests:\n  - name: one\n    path: docs/[draft]/a{b}.md\n    document: "# TODO"\n    expect: [{ rule: no-todo, line: 1 }]\n',
      { 'policies/ours.policy.json': policy },
    );
    expect(result).toMatchObject({ policy: 'ours', missing: [], unexpected: [] });
  });

  it('sees the same now, whenever it runs', async () => {
    const waived = (asOf: string): Promise<PolicyTestResult> =>
      one(
        `asOf: "${asOf}"\ndocument: "- [ ] A <!-- docgate-waive */open-items: reason=x owner=@x expires=2026-02-01 -->"\nonly: [open-items]\nexpect: [{ rule: open-items, line: 1, waived: true }]`,
      );
    expect([hasPassed(await waived('2026-02-01')), hasPassed(await waived('2026-02-02T00:00:00Z'))]).toEqual([true, false]);
  });
});

describe('a mistake in a test file', () => {
  const suite = (test: string): string => `policy: checklist\ntests:\n  - name: one\n    ${test}\n`;

  it.each([
    [
      'an unknown key',
      suite('documnt: "- [ ] A"\n    expect: []'),
      /^policies\/ours\.policy-test\.yaml:4:\d+: Unknown key "documnt"\. Did you mean "document"\?/,
    ],
    ['no expectation', suite('document: "- [ ] A"'), /:3:\d+: .*needs the key "expect"/],
    ['no document', suite('expect: []'), /:3:\d+: The test "one" needs exactly one of/],
    ['two documents', suite('document: a\n    file: b.md\n    expect: []'), /needs exactly one of/],
    [
      'an unknown rule',
      suite('document: "- [ ] A"\n    expect: [{ rule: open-item, line: 1 }]'),
      /:5:\d+: The policy checklist has no rule "open-item"\. Did you mean "checklist\/open-items"\?/,
    ],
    ['an unknown rule in only', suite('document: "- [ ] A"\n    only: [opn-items]\n    expect: []'), /:5:\d+: .*no rule "opn-items"/],
    [
      'an unknown rule in the configuration',
      suite('document: "- [ ] A"\n    config: { rules: { checklist/opn-items: off } }\n    expect: []'),
      /:5:\d+: .*no rule "checklist\/opn-items"/,
    ],
    [
      'a wrong configuration',
      suite('document: "- [ ] A"\n    config: { timezone: Mars }\n    expect: []'),
      /:5:\d+: "Mars" is not a time zone/,
    ],
    ['a file that is not there', suite('file: no.md\n    expect: []'), /:4:\d+: There is no file policies\/no\.md/],
    ['a policy that is not there', 'policy: chcklist\ntests: [{ name: a, document: a, expect: [] }]', /There is no such policy/],
    ['no tests', 'policy: checklist\ntests: []', /:2:\d+: "tests"/],
    ['an instant that is none', 'policy: checklist\nasOf: soon\ntests: [{ name: a, document: a, expect: [] }]', /:2:\d+: "asOf"/],
  ])('is named by its place: %s', async (_, text, message) => expect(run(text)).rejects.toThrow(message));

  it('is that there is none', async () =>
    expect(testPolicies({ tree: memoryTree({ 'a.md': '' }), paths: [], now })).rejects.toThrow(/No policy test matched/));
  it('is that none is where it was asked for', async () =>
    expect(testPolicies({ tree: memoryTree({ [file]: '' }), paths: ['docs'], now })).rejects.toThrow(/No policy test matched docs/));
});

describe('docgate policy test', () => {
  const print = async (suite: string, options: object = {}): Promise<{ code: number; text: string }> => {
    const cwd = mkdtempSync(join(tmpdir(), 'docgate-policy-test-'));
    writeFileSync(join(cwd, 'a.policy-test.yaml'), suite);
    const pieces: string[] = [];
    const io = { cwd, env: {}, clock: Date.parse(now), stdout: (piece: string) => void pieces.push(piece) } as unknown as Io;
    const code = await runPolicyTest({ paths: [], ...options }, io);
    return { code, text: pieces.join('') };
  };
  const passing = 'policy: checklist\ntests:\n  - name: nothing open\n    document: "- [x] A"\n    expect: []\n';
  const failing = `${passing}  - name: two open\n    document: "- [x] A\\n- [ ] B\\n- [] C"\n    expect: [{ rule: open-items, line: 3, severity: error }]\n`;

  it('prints what passed', async () =>
    expect(await print(passing)).toEqual({ code: 0, text: 'a.policy-test.yaml\n  ok    nothing open\n\n1 policy test passed.\n' }));

  it('prints what differs', async () =>
    expect(await print(failing)).toEqual({
      code: 1,
      text: [
        'a.policy-test.yaml',
        '  ok    nothing open',
        '  FAIL  two open (a.policy-test.yaml:6:5)',
        '    - missing     checklist/open-items at document.md:3 (error); it is at document.md:2 (error failed)',
        '    + unexpected  checklist/open-items at document.md:2 (error failed): Open item: "B".',
        '    + unexpected  checklist/malformed-box at document.md:3 (error failed): "[]" is not a box that Markdown reads: "[] C".',
        '',
        '1 of 2 policy tests failed.',
        '',
      ].join('\n'),
    }));

  it('prints failures only when it is to be quiet', async () =>
    expect((await print(failing, { quiet: true })).text).not.toContain('nothing open'));
});
