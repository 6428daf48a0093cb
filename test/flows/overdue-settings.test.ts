/** A setting of the configuration that is meant for a while is told of once its day is over. */
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../checking.ts';

const checklist = '# Release checklist 1.4.0\n\n- [x] One\n- [ ] Two\n';
const path = 'docs/release-checklist.md';
const configPath = 'docgate.config.yaml';

const config = `documents:
  - files: docs/*.md
    kind: checklist
    rules:
      # TODO: tick them.
      checklist/open-items: { severity: warning, until: "2026-02-01" }
`;

interface Setup {
  readonly config?: string;
  readonly asOf?: string;
  readonly paths?: readonly string[];
  readonly policies?: readonly string[];
}

const run = async ({ config: text = config, asOf = '2026-02-02T00:00:00Z', ...setup }: Setup = {}) =>
  (await checkFiles({ [path]: checklist, [configPath]: text }, { config: text, asOf, ...setup })).report;

const told = async (setup?: Setup): Promise<string[]> =>
  (await run(setup)).findings.map(({ rule, severity, place, waived }) =>
    [`${place.path}:${place.start.line}:${place.start.column}`, severity, rule, ...(waived === undefined ? [] : ['waived'])].join(' '),
  );

const item = `${path}:4:3 warning checklist/open-items`;
const overdue = (line: number, column: number, severity = 'warning'): string =>
  `${configPath}:${line}:${column} ${severity} configuration/overdue-setting`;

describe('a setting until a day', () => {
  it('holds as any other', async () => expect(await told({ asOf: '2026-01-10T00:00:00Z' })).toEqual([item]));
  it('holds on its last day', async () => expect(await told({ asOf: '2026-02-01T23:59:59Z' })).toEqual([item]));

  it('is found at its line on the next, and goes on to hold', async () => {
    expect(await told()).toEqual([overdue(6, 7), item]);
    expect((await run()).findings[0]?.message).toBe('checklist/open-items is set to "warning" until 2026-02-01, and that day is over.');
  });

  it('is found by a run over some documents too', async () => expect(await told({ paths: [path] })).toEqual([overdue(6, 7), item]));
  it('is not by a run of other policies', async () => expect(await told({ policies: ['checklist'] })).toEqual([item]));

  it('is found above the documents as well', async () =>
    expect(
      await told({ config: 'documents: [{ files: docs/*.md }]\nrules:\n  "*/open-items": { severity: warning, until: "2026-02-01" }\n' }),
    ).toEqual([overdue(3, 3), item]));

  it('is found for a whole entry', async () => {
    const text = 'documents:\n  - files: [docs/*.md]\n    kind: document\n    until: "2026-02-01"\n';
    expect(await told({ config: text })).toEqual([overdue(4, 5)]);
    expect((await run({ config: text })).findings[0]?.message).toBe(
      'docs/*.md is governed in this way until 2026-02-01, and that day is over.',
    );
  });

  it('keeps its options', async () => {
    const text =
      'documents: [{ files: docs/*.md, kind: incident }]\nrules:\n  incident/rca-overdue: { severity: error, options: { wthin: PT1H }, until: "2026-02-01" }\n';
    await expect(run({ config: text })).rejects.toThrow('has no option "wthin". Did you mean "within"?');
  });
});

describe('the rule about overdue settings', () => {
  const withRule = (setting: string): string => `${config}rules:\n  configuration/overdue-setting: ${setting}\n`;

  it('can be an error', async () => {
    expect(await told({ config: withRule('error') })).toEqual([overdue(6, 7, 'error'), item]);
    expect((await run({ config: withRule('error') })).verdict).toBe('fail');
  });
  it('can be off', async () => expect(await told({ config: withRule('off') })).toEqual([item]));

  it('can be waived where the configuration says why', async () =>
    expect(
      await told({
        config: `${config}waivers:\n  - rule: configuration/overdue-setting\n    reason: the vendor is late\n    owner: "@release-lead"\n    expires: "2026-03-01"\n`,
      }),
    ).toEqual([`${overdue(6, 7)} waived`, item]));

  it('is told among the rules of the report', async () =>
    expect((await run()).rules.map(({ id }) => id)).toContain('configuration/overdue-setting'));
});

describe('a day that is none', () => {
  it.each([
    ['of a rule', config.replace('2026-02-01', '2026-02-30'), `${configPath}:6:57: "2026-02-30" is not a day; expected YYYY-MM-DD.`],
    [
      'of an entry',
      'documents:\n  - files: docs/*.md\n    until: "2026-13-01"\n',
      `${configPath}:3:12: "2026-13-01" is not a day; expected YYYY-MM-DD.`,
    ],
  ])('%s is refused', async (_, text, message) => {
    await expect(run({ config: text })).rejects.toThrow(message);
  });

  it('is refused by the schema too', async () => {
    await expect(run({ config: config.replace('"2026-02-01"', 'soon') })).rejects.toThrow(/docgate\.config\.yaml:6:\d+: /);
    await expect(run({ config: config.replace('until', 'untl') })).rejects.toThrow(/Unknown key "untl"\. Did you mean "until"\?/);
  });
});
