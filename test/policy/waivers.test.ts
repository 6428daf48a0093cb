/** What waivers excuse, and what becomes of them. */
import { describe, expect, it } from 'vitest';
import type { ConfiguredWaiver } from '../../src/config/types.ts';
import { readDocument } from '../../src/kinds/index.ts';
import type { Document } from '../../src/model/document.ts';
import type { Finding } from '../../src/model/finding.ts';
import { sourceOfText } from '../../src/model/source.ts';
import { compileRules } from '../../src/policy/compile.ts';
import { configuredDocument } from '../../src/policy/configured.ts';
import { judgeDocument } from '../../src/policy/judge.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { applyWaivers, type WaiverContext } from '../../src/policy/waivers.ts';

const now = '2026-01-10T12:00:00.000Z';

const policies = await Promise.all(['checklist', 'document'].map((name) => loadPolicy(name, async () => undefined)));
const known = policies.flatMap(({ rules }) => rules);
const [checklistRules, documentRules] = policies.map(({ rules }) => compileRules(rules, { now }));
if (checklistRules === undefined || documentRules === undefined) throw new Error('no rules');

const context: WaiverContext = { now, known, only: false, whole: true };

const documentOf = (text: string): Document => readDocument(sourceOfText('docs/release.md', text), 'checklist');

const judge = (text: string, more: Partial<WaiverContext> = {}): Finding[] => {
  const document = documentOf(text);
  return applyWaivers(judgeDocument(checklistRules, document), [{ document, rules: checklistRules }], { ...context, ...more });
};

const short = (findings: readonly Finding[]): string[] =>
  findings.map(
    ({ rule, place, waived }) => `${place.start.line} ${rule.replace('checklist/', '')}${waived === undefined ? '' : ' waived'}`,
  );

const waiver = (rule = 'checklist/open-items', rest = ''): string =>
  `<!-- docgate-waive ${rule}: reason="vendor is late" owner=@lead expires=2026-02-01${rest} -->`;

const list = (comment: string): string => `# R\n\n- [x] Tests\n${comment}\n- [ ] Rollback tested\n- [ ] Load test\n`;

describe('a waiver', () => {
  it('excuses the finding below it and nothing else', () =>
    expect(short(judge(list(waiver())))).toEqual(['5 open-items waived', '6 open-items']));

  it('leaves everything of the finding as it was', () => {
    const plain = judge(list(waiver().replace('docgate-waive', 'another thing')))[0];
    expect(judge(list(waiver()))[0]).toEqual({
      ...plain,
      waived: { reason: 'vendor is late', owner: '@lead', expires: '2026-02-01', origin: 'document' },
    });
  });

  it('names its rule', () =>
    expect(short(judge(list(waiver('checklist/malformed-box'))))).toEqual(['4 unused-waiver', '5 open-items', '6 open-items']));
  it('may name the rule of any policy', () =>
    expect(short(judge(list(waiver('*/open-items'))))).toEqual(['5 open-items waived', '6 open-items']));
  it('may name the item', () =>
    expect(short(judge(list(waiver('checklist/open-items', ' item="rollback tested"'))))).toEqual(['5 open-items waived', '6 open-items']));
  it('is about no other item than it names', () =>
    expect(short(judge(list(waiver('checklist/open-items', ' item="Load test"'))))).toEqual([
      '4 unused-waiver',
      '5 open-items',
      '6 open-items',
    ]));
  it('excuses what is pending too', () =>
    expect(short(judge(`Status: Draft\n\n${list(waiver())}`))).toEqual(['7 open-items waived', '8 open-items']));

  it.each([
    ['on its last day', '2026-02-01T23:59:59.999Z', 'open-items waived'],
    ['no longer on the next', '2026-02-02T00:00:00.000Z', 'open-items'],
    ['by UTC, whatever the offset of now', '2026-02-02T01:00:00+02:00', 'open-items waived'],
  ])('holds %s', (_, instant, expected) => expect(short(judge(list(waiver()), { now: instant }))).toContain(`5 ${expected}`));
});

describe('a waiver is itself found', () => {
  it('expired, once it is', () =>
    expect(short(judge(list(waiver()), { now: '2026-02-02T00:00:00Z' }))).toEqual(['4 expired-waiver', '5 open-items', '6 open-items']));
  it('unused', () => expect(short(judge(`# R\n\n- [x] A ${waiver()}\n`))).toEqual(['3 unused-waiver']));
  it('unused, with the lines that it misses', () =>
    expect(judge(`# R\n\n- [x] A ${waiver()}\n- [ ] B\n`).find(({ rule }) => rule.endsWith('unused-waiver'))?.fix).toMatch(
      /covers line 3; .* line 4/,
    ));
  it('unused, with the rule that is meant', () =>
    expect(judge(`# R\n\n- [x] A ${waiver('document/broken-link')}\n`)[0]?.fix).toMatch(/called checklist\/broken-link/));
  it('refused, about waivers', () =>
    expect(short(judge(list(waiver('checklist/unused-waiver'))))).toEqual(['4 refused-waiver', '5 open-items', '6 open-items']));
  it('refused, by the policy', () => {
    const strict = known.map((rule) => (rule.id === 'checklist/open-items' ? { ...rule, waivable: false } : rule));
    expect(short(judge(list(waiver()), { known: strict }))).toEqual(['4 refused-waiver', '5 open-items', '6 open-items']);
  });
  it('unknown, with what is meant', () => {
    const [found] = judge(list(waiver('checklist/open-item')));
    expect([found?.rule, found?.fix]).toEqual([
      'checklist/unknown-waiver',
      expect.stringContaining('Did you mean "checklist/open-items"?'),
    ]);
  });

  it.each([
    ['without a reason', '<!-- docgate-waive checklist/open-items: owner=@x expires=2026-02-01 -->', 'reason is missing'],
    ['with an empty reason', '<!-- docgate-waive checklist/open-items: reason=" " owner=@x expires=2026-02-01 -->', 'reason is missing'],
    ['without an owner', '<!-- docgate-waive checklist/open-items: reason=x expires=2026-02-01 -->', 'owner is missing'],
    ['without a last day', '<!-- docgate-waive checklist/open-items: reason=x owner=@x -->', 'expires is missing'],
    ['without a rule', '<!-- docgate-waive reason=x owner=@x expires=2026-02-01 -->', 'rule is missing'],
    [
      'with an impossible day',
      '<!-- docgate-waive checklist/open-items: reason=x owner=@x expires=2026-02-30 -->',
      '2026-02-30 is not a date',
    ],
    ['with a time', '<!-- docgate-waive checklist/open-items: reason=x owner=@x expires=2026-02-01T10:00 -->', 'is not a date'],
    ['with an unknown key', waiver().replace('owner', 'ownr'), '(owner?)'],
    ['misspelt', waiver().replace('docgate-waive', 'docgate-waiver'), '"docgate-waiver" is not understood'],
  ])('malformed %s', (_, comment, message) => {
    const findings = judge(list(comment));
    expect(short(findings)).toEqual(['4 malformed-waiver', '5 open-items', '6 open-items']);
    expect(findings[0]?.message).toContain(message);
  });

  it('not at all in code', () => expect(short(judge(`# R\n\n- [x] A\n\n\`\`\`\n${waiver('nope/nope')}\n\`\`\`\n`))).toEqual([]));
  it('once, though several policies take the rule over', () => {
    const document = documentOf(`# R\n\n- [x] A ${waiver()}\n`);
    expect(applyWaivers([], [{ document, rules: [...checklistRules, ...documentRules] }], context).map(({ rule }) => rule)).toEqual([
      'checklist/unused-waiver',
    ]);
  });
  it('not by a run of other policies', () => {
    const only = known.filter(({ id }) => id.startsWith('document/'));
    expect(short(judge(list(waiver('ours/open')), { known: only, only: true }))).toEqual(['5 open-items', '6 open-items']);
  });
});

describe('a waiver for what is missing', () => {
  const document = documentOf(`# R\n\n${waiver('checklist/missing-item', ' item="Load test"')}\n\n- [x] A\n`);
  const withFact: Document = {
    ...document,
    data: { ...document.data, template: { path: 't.md', missing: [{ text: 'Load test' }, { text: 'Rollback tested' }] } },
  };
  const apply = (one: Document): string[] =>
    short(applyWaivers(judgeDocument(checklistRules, one), [{ document: one, rules: checklistRules }], context));

  it('names it, wherever it stands', () => expect(apply(withFact)).toEqual(['1 missing-item waived', '1 missing-item']));
  it('excuses nothing without a name', () => {
    const nameless = documentOf(`${waiver('checklist/missing-item')}\n# R\n\n- [x] A\n`);
    expect(apply({ ...nameless, data: { ...nameless.data, template: { path: 't.md', missing: [{ text: 'Load test' }] } } })).toEqual([
      '1 missing-item',
      '1 unused-waiver',
    ]);
  });
});

describe('a waiver of the configuration', () => {
  const base: ConfiguredWaiver = { rule: 'checklist/open-items', reason: 'vendor is late', owner: '@lead', expires: '2026-02-01' };
  const text = 'waivers:\n  - rule: checklist/open-items\n';
  const configured = (changes: Partial<ConfiguredWaiver>, more: Partial<WaiverContext> = {}): string[] => {
    const stated = configuredDocument(sourceOfText('docgate.config.yaml', text), {
      waivers: [{ value: { ...base, ...changes }, at: 'docgate.config.yaml:2:5' }],
    });
    return judge(list(''), { configured: { document: stated, rules: documentRules }, ...more }).map(
      ({ rule, place, waived }) =>
        `${place.path === 'docs/release.md' ? '' : `${place.path} `}${place.start.line}:${place.start.column} ${rule}${waived === undefined ? '' : ` waived by the ${waived.origin}`}`,
    );
  };
  const plain = ['5:3 checklist/open-items', '6:3 checklist/open-items'];
  const waived = plain.map((line) => `${line} waived by the configuration`);
  const about = (rule: string): string => `docgate.config.yaml 2:5 document/${rule}`;

  it('excuses all findings of its rule', () => expect(configured({})).toEqual(waived));
  it('excuses those in its files', () => expect(configured({ files: './docs/*.md' })).toEqual(waived));
  it('excuses none elsewhere', () => expect(configured({ files: 'other/**' })).toEqual([about('unused-waiver'), ...plain]));
  it('excuses its item', () => expect(configured({ item: 'Load test' })).toEqual([plain[0], waived[1]]));
  it('is found expired', () => expect(configured({ expires: '2026-01-09' })).toEqual([about('expired-waiver'), ...plain]));
  it('is found malformed', () => expect(configured({ expires: '2026-13-01' })).toEqual([about('malformed-waiver'), ...plain]));
  it('is found unknown', () => expect(configured({ rule: 'checklist/opn-items' })).toEqual([about('unknown-waiver'), ...plain]));
  it('is found refused', () => expect(configured({ rule: '*/unused-waiver' })).toEqual([about('refused-waiver'), ...plain]));
  it('is not called unused by a run over some documents', () => expect(configured({ files: 'other/**' }, { whole: false })).toEqual(plain));
  it('is called expired by such a run where it would matter', () =>
    expect(configured({ expires: '2026-01-09' }, { whole: false })).toEqual([about('expired-waiver'), ...plain]));
});
