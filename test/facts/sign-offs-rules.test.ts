/** The rules about sign-offs that need facts, each failing and passing, and the bypasses they have to stop. */
import { describe, expect, test } from 'vitest';
import { contentDigest } from '../../src/facts/digest.ts';
import { readPeople } from '../../src/facts/people.ts';
import { peopleMap } from '../../src/facts/people-map.ts';
import { type Provenance, type SignOffQuestions, withSignOffFacts } from '../../src/facts/sign-offs.ts';
import { readDocument } from '../../src/kinds/index.ts';
import type { Document } from '../../src/model/document.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Person } from '../../src/model/people.ts';
import { sourceOfText } from '../../src/model/source.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { compileRules } from '../../src/policy/compile.ts';
import { judgeDocument } from '../../src/policy/judge.ts';
import { applySetting, loadPolicy } from '../../src/policy/load.ts';
import type { Setting } from '../../src/policy/policy.ts';

const people: readonly Person[] = [
  { handle: '@qa', names: ['Quinn'], emails: ['quinn@example.com'], roles: ['QA'] },
  { handle: '@eng', names: ['Erin'], roles: ['Engineering'] },
  { handle: '@any' },
  { handle: '@bot', human: false, roles: ['QA'] },
];

const digest = (text: string): string => contentDigest(new TextEncoder().encode(text));

const plan = digest('plan\n');

const asked: SignOffQuestions = { people: peopleMap(people), digestOf: async (path) => (path === 'docs/plan.md' ? plan : undefined) };

const provenance = (more: Partial<Provenance>): { provenance: Provenance } => ({
  provenance: { documentAuthors: [], rowCommitters: () => [], ...more },
});

const table = (...rows: string[]): string =>
  ['# Approvals', '', '| Role | Name | Decision | Date | Subject |', '|---|---|---|---|---|', ...rows.map((row) => `| ${row} |`), ''].join(
    '\n',
  );

const read = (text: string, path = 'docs/approvals.md'): Document => readDocument(sourceOfText(path, text), 'approvals');

interface Asked {
  readonly facts?: Partial<SignOffQuestions>;
  readonly settings?: Readonly<Record<string, Setting>>;
}

const judged = async (text: string, { facts = {}, settings = {} }: Asked = {}): Promise<Finding[]> => {
  const { rules } = await loadPolicy('approvals', async () => undefined);
  const compiled = compileRules(
    rules.map((rule) => applySetting(rule, settings[rule.name])),
    { now: '2026-01-08T12:00:00Z' },
  );
  return judgeDocument(compiled, await withSignOffFacts(read(text), { ...asked, ...facts }));
};

/** `rule@line`, of every finding. */
const findingsOf = async (text: string, more?: Asked): Promise<string[]> =>
  (await judged(text, more)).map(({ rule, place }) => `${rule.replace('approvals/', '')}@${place.start.line}`);

const need = (options: Readonly<Record<string, unknown>>): Asked['settings'] => ({ 'too-few-approvals': { severity: 'error', options } });

const good = 'QA | @qa | approved | 2026-01-05 | ';

describe('rules that need facts', () => {
  const since = { existsAt: async () => '2026-01-06T13:00:00Z' };
  const previous = { previous: read(table(good), 'docs/releases/1.3/approvals.md') };
  const committer = (who: string) => provenance({ rowCommitters: () => [who] });
  test.each<[string, string, string, Partial<SignOffQuestions>?]>([
    [
      'self-approval',
      good,
      'Engineering | @eng | approved | 2026-01-05 | ',
      provenance({ documentAuthors: ['Quinn <quinn@example.com>'] }),
    ],
    ['self-approval', good, 'Engineering | @eng | approved | 2026-01-05 | ', provenance({ documentCommitters: ['@qa'] })],
    ['unknown-approver', 'QA | Zed | approved | 2026-01-05 | ', good],
    ['unknown-approver', 'QA | Zed | rejected | 2026-01-05 | ', 'QA | Quinn | rejected | 2026-01-05 | '],
    ['bot-approval', 'QA | @bot | approved | 2026-01-05 | ', 'QA | @bot | rejected | 2026-01-05 | '],
    ['bot-approval', 'QA | Codex session (prep) | approved | 2026-01-05 | ', good],
    ['role-not-held', 'Engineering | @qa | approved | 2026-01-05 | ', 'Engineering | @qa (for @eng) | approved | 2026-01-05 | '],
    ['role-not-held', 'QA lead | @qa | rejected | 2026-01-05 | ', 'Security | @any | approved | 2026-01-05 | '],
    ['stale-approval', `${good}docs/plan.md ${digest('old')}`, `${good}docs/plan.md ${plan}`],
    ['missing-subject', `${good}docs/gone.md`, `${good}docs/plan.md`],
    ['early-approval', 'QA | @qa | approved | 2026-01-03 | docs/plan.md', 'QA | @qa | approved | 2026-01-07 | docs/plan.md', since],
    ['copied-approval', good, 'QA | @qa | approved | 2026-01-06 | ', previous],
    ['unproved-approval', good, 'Engineering | @eng | approved | 2026-01-05 | ', committer('@eng')],
  ])('%s: %s', async (rule, fails, passes, facts = {}) => {
    expect(await findingsOf(table(fails), { facts })).toContain(`${rule}@5`);
    expect((await findingsOf(table(passes), { facts })).filter((found) => found.startsWith(rule))).toEqual([]);
  });

  test('without facts they are silent', async () => {
    const facts = { people: peopleMap(undefined) };
    expect(await findingsOf(table(good, 'Engineering | Zed | approved | 2026-01-05 | '), { facts })).toEqual([]);
  });

  test('unproved-approval says nothing of a line that is not committed', async () => {
    expect(await findingsOf(table(good), { facts: provenance({}) })).toEqual([]);
  });

  test('rejected and undecided leave out what was decided again', async () => {
    expect(await findingsOf(table('QA | @qa | rejected | 2026-01-05 | ', 'QA | @qa | approved | 2026-01-06 | '))).toEqual([]);
    expect(await findingsOf(table('QA | @qa | pending |  | ', good))).toEqual([]);
    expect(await findingsOf(table(good, 'QA | @qa | revoked | 2026-01-06 | '))).toEqual(['rejected@6']);
    expect(await findingsOf(table(good, 'QA | @qa | pending |  | '))).toEqual(['undecided@6']);
  });

  test('approved again after the content changed', async () => {
    expect(
      await findingsOf(table(`${good}docs/plan.md ${digest('old')}`, `QA | @qa | approved | 2026-01-06 | docs/plan.md ${plan}`)),
    ).toEqual([]);
  });

  test.each([
    ['role-not-held', 'Engineering | @qa | approved | 2026-01-05 | '],
    ['unknown-approver', 'QA | Zed | approved | 2026-01-05 | '],
  ])('%s names both places where people may be listed', async (rule, row) => {
    const found = (await judged(table(row))).find((finding) => finding.rule === `approvals/${rule}`);
    expect(found?.fix).toContain('docs/people.yaml, or `people` of the configuration');
  });

  test('messages name person, role and file', async () => {
    const messages = async (row: string, more?: Asked): Promise<string[]> => (await judged(table(row), more)).map(({ message }) => message);
    expect(await messages(`${good}docs/plan.md ${digest('old')}`)).toEqual([
      'QA approved other content of docs/plan.md than is there now.',
    ]);
    expect(await messages('Engineering | @qa | approved | 2026-01-05 | ')).toEqual(['"@qa" does not hold the role "Engineering".']);
    expect(await messages(good, { facts: provenance({ rowCommitters: () => ['Erin'] }) })).toEqual([
      '@eng committed the sign-off of "@qa".',
    ]);
    expect(await messages(good, { facts: { existsAt: async () => '2026-01-09T00:00:00Z' } })).toEqual([]);
    expect(await messages(good, { settings: need({ roles: { QA: 2 } }) })).toEqual(['The role "QA" has 1 of 2 approvals.']);
  });
});

// praetorian-inc/trajan#103 lists them; each once got a change through somebody's gate.
describe('the eleven bypasses', () => {
  const two = need({ roles: ['QA', 'Engineering'] });
  const both = [good, 'Engineering | @eng | approved | 2026-01-05 | '];

  test('nothing is bypassed: the record passes', async () => expect(await findingsOf(table(...both), { settings: two ?? {} })).toEqual([]));

  test('author approves', async () => {
    const facts = provenance({ documentAuthors: ['quinn@example.com'] });
    expect(await findingsOf(table(...both), { facts, settings: two ?? {} })).toEqual(['self-approval@5', 'too-few-approvals@5']);
    expect(await findingsOf(table(...both).replace('\n\n', '\n\n**Author:** Quinn\n\n'), {})).toContain('self-approval@7');
  });

  test('committer approves', async () => {
    const facts = provenance({ documentCommitters: ['Erin <erin@laptop>'] });
    expect(await findingsOf(table(...both), { facts, settings: two ?? {} })).toEqual(['self-approval@6', 'too-few-approvals@6']);
  });

  test('approval survives a push', async () => {
    const changed = { digestOf: async () => digest('pushed since\n') };
    const row = `${good}docs/plan.md ${plan}`;
    expect(await findingsOf(table(row), { settings: need({ roles: ['QA'] }) ?? {} })).toEqual([]);
    expect(await findingsOf(table(row), { facts: changed, settings: need({ roles: ['QA'] }) ?? {} })).toEqual([
      'stale-approval@5',
      'too-few-approvals@5',
    ]);
  });

  test('optional section', async () => {
    const optional = table(...both)
      .replace('# Approvals', '# Approvals\n\n## Sign-off (optional)')
      .replace('QA | @qa | approved | 2026-01-05', 'QA (optional) | | | ');
    expect(await findingsOf(optional, { settings: two ?? {} })).toEqual(['too-few-approvals@7', 'undecided@7']);
    expect(await findingsOf(table(both[1] ?? ''), { settings: two ?? {} })).toEqual(['too-few-approvals@1']);
  });

  test('quoted approval text', async () => {
    const quoted = table(...both)
      .split('\n')
      .map((line) => (line.startsWith('|') ? `> ${line}` : line))
      .join('\n');
    expect(await findingsOf(quoted, { settings: two ?? {} })).toEqual(['no-sign-offs@1', 'too-few-approvals@1', 'too-few-approvals@1']);
    expect(await findingsOf('# Approvals\n\n> **Approved by:** @qa\n')).toEqual(['no-sign-offs@1']);
    expect(await findingsOf('# Approvals\n\nHe wrote "approved by @qa".\n')).toEqual(['no-sign-offs@1']);
  });

  test('approval in a fence or comment', async () => {
    const fenced = [
      '# Approvals',
      '',
      '```markdown',
      ...table(...both)
        .split('\n')
        .slice(2, -1),
      '```',
      '',
    ].join('\n');
    const hidden = [
      '# Approvals',
      '',
      '<!--',
      ...table(...both)
        .split('\n')
        .slice(2, -1),
      '-->',
      '',
    ].join('\n');
    for (const text of [fenced, hidden])
      expect(await findingsOf(text, { settings: two ?? {} })).toEqual(expect.arrayContaining(['no-sign-offs@1', 'too-few-approvals@1']));
    const log = '# Approvals\n\n```\n2026-01-05 - plan approved - @qa\n```\n';
    expect(await findingsOf(log, { settings: need({ min: 1 }) ?? {} })).toEqual(['no-sign-offs@1', 'too-few-approvals@1']);
  });

  test.each(['@QA', ' qa', 'Quinn', 'q u i n n', 'QUINN', 'Qu\u0456nn', 'Q\u200Buinn', 'Quinn\u00A0', 'quinn@example.com'])(
    'case or space variants of a name: %j',
    async (variant) => {
      const twice = table(good, `Security | ${variant} | approved | 2026-01-05 | `);
      expect(await findingsOf(twice)).toContain('same-person-twice@6');
      expect(await findingsOf(twice, { settings: need({ min: 2 }) ?? {} })).toContain('too-few-approvals@1');
      const unlisted = table('QA | Ann Lee | approved | 2026-01-05 | ', 'Security | ann\u00A0 LEE | approved | 2026-01-05 | ');
      expect(await findingsOf(unlisted, { facts: { people: peopleMap(undefined) } })).toEqual(['same-person-twice@6']);
    },
  );

  test('same human in several roles', async () => {
    const three = table(
      'QA | @any (delegated QA gate) | approved | 2026-01-05 | ',
      'Engineering | @any (delegated core gate) | approved | 2026-01-05 | ',
    );
    expect(await findingsOf(three, { settings: two ?? {} })).toEqual(['too-few-approvals@5', 'same-person-twice@6', 'too-few-approvals@6']);
    const one = table('QA | @any | approved | 2026-01-05 | ', 'Engineering | @any | approved | 2026-01-05 | ');
    expect(await findingsOf(one, { settings: two ?? {} })).toEqual(['same-person-twice@6', 'too-few-approvals@6']);
  });

  test('bot as human', async () => {
    for (const name of ['@bot', 'dependabot[bot]', 'Claude Code session', 'release agent']) {
      const found = await findingsOf(table(`QA | ${name} | approved | 2026-01-05 | `), { settings: need({ min: 1, known: false }) ?? {} });
      expect(found).toEqual(expect.arrayContaining(['bot-approval@5', 'too-few-approvals@1']));
    }
  });

  test('fail-open parse', async () => {
    for (const decision of ['approvd', 'yes?', '', '☐', 'approve / reject'])
      expect(await findingsOf(table(`QA | @qa | ${decision} | 2026-01-05 | `))).toContain('undecided@5');
    const broken = table(...both).replace('|---|---|---|---|---|', '|---|---|---|---|');
    expect((await judged(broken)).map(({ severity }) => severity)).toContain('error');
    expect(await findingsOf('', { settings: two ?? {} })).toContain('no-sign-offs@1');
    expect(() => readPeople('docs/people.yaml', '- handle: @qa\n')).toThrow(UsageError);
    expect(() => peopleMap(people, 'not a mailmap')).toThrow(UsageError);
  });

  test('warn mode', async () => {
    const { rules } = await loadPolicy('approvals', async () => undefined);
    const about = rules.filter(({ name }) =>
      /appro|^rejected$|^undecided$|^same-person|^role-not|^missing-(?:subject|role)$|^no-sign-offs$/.test(name),
    );
    expect(about.length).toBeGreaterThanOrEqual(16);
    // What a commit shows of a date is a suspicion, no proof.
    expect(about.filter(({ severity }) => severity !== 'error').map(({ name }) => name)).toEqual(['early-approval']);
    const warned = await judged(table('QA | @bot | approved | 2026-01-05 | '), { settings: { 'bot-approval': { severity: 'warning' } } });
    expect(warned.map(({ rule, severity, state }) => [rule, severity, state])).toEqual([['approvals/bot-approval', 'warning', 'failed']]);
    const draft = await findingsOf(table('QA | @bot | approved | 2026-01-05 | ').replace('\n\n', '\n\n**Status:** draft\n\n'));
    expect(draft.some((found) => found.startsWith('bot-approval'))).toBe(true);
  });
});
