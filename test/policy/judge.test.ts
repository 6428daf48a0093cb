/** Judging: places, messages, states, fingerprints. */
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/kinds/index.ts';
import type { Finding } from '../../src/model/finding.ts';
import { sourceOfText } from '../../src/model/source.ts';
import { boundedRegExp } from '../../src/policy/bounded-reg-exp.ts';
import { compileRules } from '../../src/policy/compile.ts';
import { judgeDocument, judgeFolder } from '../../src/policy/judge.ts';
import type { Rule } from '../../src/policy/policy.ts';
import { fill } from '../../src/policy/substitute.ts';
import { checkFiles, findingsOf, now } from '../checking.ts';

const rule = (schema: object, more: Partial<Rule> = {}): Rule => ({
  id: 'ours/a',
  name: 'a',
  shipped: false,
  description: 'X.',
  severity: 'error',
  message: 'X.',
  schema: schema as Rule['schema'],
  ...more,
});
const judge = (text: string, ...rules: Rule[]): Finding[] =>
  judgeDocument(compileRules(rules, { now }), readDocument(sourceOfText('docs/c.md', text), 'checklist'));

const text = '# C\n\n- [ ] One\n- [x] Two\n';
const twice = '# C\n\n- [ ] `a` and `a`\n';

describe('what was expected', () => {
  const expectedOf = (expected: Rule['expected'], schema: object): (string | undefined)[] =>
    judge(text, rule(schema, expected === undefined ? {} : { expected })).map((finding) => finding.expected);
  it.each<[string, Rule['expected'], object, (string | undefined)[]]>([
    ['is what the rule says', 'a {{title}}', { required: ['version'] }, ['a C']],
    ['is said by what is missing', { version: 'v1', owner: 'a name' }, { required: ['owner', 'version'] }, ['a name', 'v1']],
    ['is the name of what is missing else', { owner: 'a name' }, { required: ['version'] }, ['version']],
    ['is told by the keyword else', undefined, { properties: { title: { const: 'D' } } }, ['D']],
    ['is told by the keyword where nothing is missing', { owner: 'a name' }, { properties: { title: { const: 'D' } } }, ['D']],
  ])('%s', (_, expected, schema, all) => expect(expectedOf(expected, schema).sort()).toEqual(all));
});

describe('a finding', () => {
  it.each([
    ['required stands at its object', { properties: { tasks: { items: { required: ['owners'] } } } }, ['/tasks/0', '/tasks/1'], [3, 4]],
    [
      'additionalProperties stands at the property',
      {
        properties: {
          tasks: { items: { properties: { text: true, state: true, section: true, depth: true }, additionalProperties: false } },
        },
      },
      ['/tasks/0/box', '/tasks/1/box'],
      [3, 4],
    ],
    [
      'uniqueItems stands at the item',
      { properties: { sections: { type: 'array' }, tasks: { type: 'array', uniqueItems: true } } },
      [],
      [],
    ],
    [
      'if is silent',
      { properties: { tasks: { items: { if: { properties: { state: { const: 'open' } } }, then: { required: ['reason'] } } } } },
      ['/tasks/0'],
      [3],
    ],
    [
      'anyOf speaks once',
      { properties: { tasks: { items: { anyOf: [{ required: ['owners'] }, { required: ['due'] }] } } } },
      ['/tasks/0', '/tasks/1'],
      [3, 4],
    ],
    ['the document itself is the last place', { required: ['version'] }, [''], [1]],
  ])('%s', (_, schema, pointers, lines) => {
    const findings = judge(text, rule(schema));
    expect(findings.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(findings.map(({ place }) => place.start.line)).toEqual(lines);
  });

  it('of uniqueItems stands at the item', () => {
    const unique = rule({ properties: { tasks: { items: { properties: { commands: { uniqueItems: true } } } } } });
    expect(judge(twice, unique).map(({ pointer }) => pointer)).toEqual(['/tasks/0/commands/1']);
  });

  it('of time takes the state that its keyword gives', () => {
    const late = (state: string): Finding[] =>
      judgeDocument(
        [{ rule: rule({}), check: () => [{ pointer: '', message: 'x', params: { state } }] }],
        readDocument(sourceOfText('c.md', text)),
      );
    expect(late('pending')).toMatchObject([{ state: 'pending', severity: 'info' }]);
    expect(late('late')).toMatchObject([{ state: 'late', severity: 'warning' }]);
    expect(late('indeterminate')).toMatchObject([{ state: 'indeterminate', severity: 'error' }]);
    expect(late('missed')).toMatchObject([{ state: 'failed', severity: 'error' }]);
  });

  it('names what was expected', () => {
    const expected = (schema: object): (string | undefined)[] =>
      judge(text, rule({ properties: { tasks: { items: { properties: { state: schema } } } } })).map((finding) => finding.expected);
    expect(expected({ const: 'done' })).toEqual(['done']);
    expect(expected({ enum: ['done', 'waived'] })).toEqual(['one of done, waived']);
    expect(expected({ pattern: '^d' })).toEqual(['a match of ^d']);
    expect(expected({ type: 'number' })).toEqual(['number', 'number']);
    expect(expected({ maxLength: 1 })).toEqual([undefined, undefined]);
  });

  it('is pending while the document is a draft, if its rule says so', () => {
    const draft = `---\nstatus: draft\n---\n\n${text}`;
    const open = { properties: { tasks: { items: { properties: { state: { not: { const: 'open' } } } } } } };
    expect(judge(draft, rule(open, { when: 'complete' }))).toMatchObject([{ state: 'pending', severity: 'error' }]);
    expect(judge(draft, rule(open))).toMatchObject([{ state: 'failed' }]);
    expect(judge(text, rule(open, { when: 'complete' }))).toMatchObject([{ state: 'failed' }]);
  });

  it('of a rule that is off does not exist', () => expect(judge(text, rule({ required: ['version'] }, { severity: 'off' }))).toEqual([]));
});

describe('related places', () => {
  const place = { path: 'docs/a.md', start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 2, offset: 1 } };
  const relatedIn = (places: unknown, name = 'changes.places') => {
    const document = readDocument(sourceOfText('docs/c.md', text), 'checklist');
    const [ours] = compileRules([rule({ required: ['nothing'] }, { related: name })], { now });
    return judgeDocument(ours === undefined ? [] : [ours], { ...document, data: { ...document.data, changes: { places } } })[0]?.related;
  };

  it('are those that the rule names', () => {
    const all = [{ message: 'See.', place }];
    expect(relatedIn(all)).toEqual(all);
    expect(relatedIn(all, 'changes.other')).toEqual([]);
  });

  it.each([
    [undefined],
    ['text'],
    [{ message: 'See.', place }],
    [[null, 1, { message: 'See.' }, { place }, { message: 'See.', place: {} }]],
  ])('are none in %j', (value) => expect(relatedIn(value)).toEqual([]));
});

describe('a fingerprint', () => {
  const open = rule({ properties: { tasks: { items: { properties: { state: { not: { const: 'open' } } } } } } });
  const prints = (markdown: string): string[] => judge(markdown, open).map(({ fingerprint }) => fingerprint);
  it('survives moving the line', () => expect(prints('# C\n\nWords.\n\n- [x] Zero\n- [ ] One\n')).toEqual(prints('# C\n\n- [ ] One\n')));
  it('differs for equal items', () => expect(new Set(prints('# C\n\n- [ ] One\n- [ ] One\n')).size).toBe(2));
  it('differs for other items', () => expect(prints('# C\n\n- [ ] One\n')).not.toEqual(prints('# C\n\n- [ ] Two\n')));
});

describe('rules over a folder', () => {
  const report = (id: string): string => `# INCIDENT-${id}: Down\n`;
  it('place each finding in its document', () => {
    const documents = ['a', 'b'].map((name) => readDocument(sourceOfText(`docs/${name}.md`, report('0001')), 'incident'));
    const twice = rule({ properties: { documents: { uniqueBy: { by: ['/id/text'] } } } }, { scope: 'folder' });
    expect(judgeFolder(compileRules([twice], { now }), documents)).toMatchObject([
      { place: { path: 'docs/b.md' }, related: [{ place: { path: 'docs/a.md' } }] },
    ]);
  });

  it('place a fault of the folder as a whole in its first document', () => {
    const documents = [readDocument(sourceOfText('docs/a.md', report('0001')), 'incident')];
    const more = rule({ properties: { documents: { minItems: 2 } } }, { scope: 'folder' });
    expect(judgeFolder(compileRules([more], { now }), documents)).toMatchObject([{ place: { path: 'docs/a.md' }, pointer: '' }]);
  });

  it('see the whole folder, but report what was asked for', async () => {
    const files = {
      'docs/incidents/INCIDENT-0001.md': report('0001'),
      'docs/incidents/INCIDENT-0002.md': report('0002'),
      'docs/incidents/INCIDENT-0004.md': report('0004'),
    };
    const gaps = async (paths: readonly string[]): Promise<string[]> =>
      (await checkFiles(files, { paths })).report.findings
        .filter(({ rule: id }) => id === 'incident/id-gap')
        .map(({ place }) => place.path);
    expect(await gaps([])).toEqual(['docs/incidents/INCIDENT-0004.md']);
    expect(await gaps(['docs/incidents/INCIDENT-0004.md'])).toEqual(['docs/incidents/INCIDENT-0004.md']);
    expect(await gaps(['docs/incidents/INCIDENT-0002.md'])).toEqual([]);
  });

  it('judge each document by its own settings, whichever comes first', async () => {
    const files = Object.fromEntries(['0001', '0003', '0005'].map((id) => [`docs/incidents/${id}.md`, report(id)]));
    const config = (strict: string, late: string): string =>
      `documents:\n  - { files: "docs/incidents/000[13].md", kind: incident, rules: { incident/id-gap: ${strict} } }\n  - { files: docs/incidents/0005.md, kind: incident, rules: { incident/id-gap: ${late} } }\n`;
    const gaps = async (text: string, paths: readonly string[] = []): Promise<string[]> =>
      (await checkFiles(files, { config: text, paths })).report.findings
        .filter(({ rule: id }) => id === 'incident/id-gap')
        .map(({ place, severity }) => `${place.path.slice('docs/incidents/'.length)} ${severity}`);
    expect(await gaps(config('error', 'off'))).toEqual(['0003.md error']);
    expect(await gaps(config('off', 'error'))).toEqual(['0005.md error']);
    expect(await gaps(config('error', 'warning'))).toEqual(['0003.md error', '0005.md warning']);
    expect(await gaps(config('error', 'warning'), ['docs/incidents/0005.md'])).toEqual(['0005.md warning']);
  });

  it('find two reports with one identifier', async () => {
    const { report: result } = await checkFiles({
      'docs/incidents/INCIDENT-0001-a.md': report('0001'),
      'docs/incidents/INCIDENT-0001-b.md': report('0001'),
    });
    expect(result.findings.filter(({ rule: id }) => id === 'incident/duplicate-id')).toHaveLength(1);
  });
});

describe('messages', () => {
  const scope = {
    data: { name: 'top', items: [{ text: 'x', date: { raw: 'today' }, list: ['a', 'b'], other: { deep: 1 } }] },
    pointer: '/items/0/list',
    params: { missing: 'QA' },
    options: { within: 'PT1H' },
  };
  it.each([
    ['{{text}} {{name}}', 'x top'],
    ['{{missing}} {{within}}', 'QA PT1H'],
    ['{{value}}', 'a, b'],
    ['{{date}}', 'today'],
    ['{{other}} {{other.deep}}', '{"deep":1} 1'],
    ['{{nothing}} .', '.'],
  ])('%s', (template, expected) => expect(fill(template, scope)).toBe(expected));
});

describe('patterns of policies', () => {
  it('are bounded in time', () => {
    expect(boundedRegExp('^a+$', 'u').test('aaa')).toBe(true);
    expect(String(boundedRegExp('a', 'u'))).toBe('/a/u');
  });

  it.each([
    '^(a+)+$',
    '^(\\w|a)+$',
    '^(a|aa)+$',
    '^(?:.|a)*;$',
    '^a*a*a*a*a*a*a*a*a*a*a*a*$',
    '^(a?){30}a{30}$',
    `^${'a?'.repeat(30)}${'a'.repeat(30)}$`,
  ])('are interrupted: %s', (pattern) => {
    const expression = boundedRegExp(pattern, 'u');
    expect(() => expression.test(`${'a'.repeat(45)}!`)).toThrow(/timed out/);
    expect(() => expression.test(`${'a'.repeat(45)}!`)).toThrow(/timed out/);
  });

  it('answer as they would unbounded', () => {
    const expression = boundedRegExp('^(?:ab|c)+$', 'u');
    expect(['abc', 'ab', 'b', ''].map((text) => expression.test(text))).toEqual([true, true, false, false]);
  });

  it('that run away are an error of the set-up', async () => {
    const policy = JSON.stringify({
      name: 'ours',
      appliesTo: { kind: 'checklist' },
      rules: { a: { description: 'X.', severity: 'error', message: 'X.', schema: { properties: { title: { pattern: '^(a+)+$' } } } } },
    });
    const run = checkFiles(
      { 'p.json': policy, 'c.md': `# ${'a'.repeat(40)}!\n\n- [x] One\n` },
      { paths: ['c.md'], kind: 'checklist', config: 'policies: [p.json]' },
    );
    await expect(run).rejects.toThrow(/ours\/a.*timed out/);
  });

  it('and schemas that cannot be compiled are errors of the set-up', () => {
    expect(() => compileRules([rule({ tpye: 'object' })], { now })).toThrow(/ours\/a: The rule's schema cannot be compiled/);
  });
});

describe('findings of a whole check', () => {
  it('are none for a sound checklist', async () => expect(await findingsOf('# Release checklist\n\n- [x] One\n', 'checklist')).toEqual([]));
});
