/** No edit but doing an item, saying why it does not apply, or waiving it turns a checklist that fails into one that passes. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { checkFiles } from '../checking.ts';
import { fc } from '../tooling/fast-check.ts';

const config = 'documents:\n  - files: releases/*.md\n    kind: checklist\n    template: checklist-template.md\n';

const weighs = ({ severity, state, waived }: Finding): boolean => waived === undefined && (severity === 'error' || state === 'pending');

/** Of records of one template, those that pass. Many are judged in one run: compiling the rules costs more than judging. */
const passing = async (template: string, records: readonly string[]): Promise<string[]> => {
  const files = Object.fromEntries(records.map((record, index) => [`releases/${index}.md`, record]));
  const { report } = await checkFiles({ 'checklist-template.md': template, ...files }, { config });
  const failed = new Set(report.findings.filter(weighs).map(({ place }) => place.path));
  return Object.keys(files)
    .filter((path) => !failed.has(path))
    .map((path) => files[path] ?? '');
};

interface Item {
  readonly label: string;
  readonly id: boolean;
  readonly nested: boolean;
  readonly state: 'open' | 'done' | 'not-applicable';
}

interface Checklist {
  readonly sections: readonly { readonly title: string; readonly items: readonly Item[] }[];
}

const labels = [
  'Rollback tested',
  'Tag {VERSION} pushed',
  'Release notes published',
  'Security review closed',
  'Load test passed',
  'Backups restored',
  'On-call informed',
  'Migrations rehearsed',
  'Support briefed',
  'Feature flags set',
];
const titles = ['Tests', 'Security', 'Operations', 'Communication'];

const itemOf = (label: string): fc.Arbitrary<Item> =>
  fc.record({
    label: fc.constant(label),
    id: fc.boolean(),
    nested: fc.boolean(),
    state: fc.constantFrom('open', 'done', 'not-applicable'),
  });

const checklists: fc.Arbitrary<Checklist> = fc
  .tuple(fc.shuffledSubarray(labels, { minLength: 2 }), fc.shuffledSubarray(titles, { minLength: 1, maxLength: 3 }))
  .chain(([chosen, headings]) => fc.tuple(fc.tuple(...chosen.map(itemOf)), fc.constant(headings)))
  .map(([items, headings]) => ({
    sections: headings.map((title, index) => ({ title, items: items.filter((_, position) => position % headings.length === index) })),
  }))
  .filter(({ sections }) => sections.some(({ items }) => items.some(({ state }) => state === 'open')));

const reason = ' (not used in this release)';
const boxOf = { open: '[ ]', done: '[x]', 'not-applicable': '[~]' } as const;

const lineOf = (item: Item, index: number, record: boolean): string => {
  const label = record ? item.label.replace('{VERSION}', 'v1.4.0') : item.label;
  const id = item.id ? ` <!-- id: ${item.label.slice(0, 4).toLowerCase().trim()} -->` : '';
  const why = record && item.state === 'not-applicable' ? reason : '';
  return `${item.nested && index > 0 ? '  ' : ''}- ${record ? boxOf[item.state] : '[ ]'} ${label}${why}${id}`;
};

const textOf = ({ sections }: Checklist, record: boolean): string =>
  [
    `# Release ${record ? '1.4.0' : '{VERSION}'}`,
    ...sections.flatMap(({ title, items }) => ['', `## ${title}`, '', ...items.map((item, index) => lineOf(item, index, record))]),
    '',
  ].join('\n');

type Lines = readonly string[];
type Edit = (lines: Lines, one: number, other: number) => Lines;

const put = (lines: Lines, index: number, ...added: readonly string[]): Lines => [
  ...lines.slice(0, index),
  ...added,
  ...lines.slice(index),
];
const change = (lines: Lines, index: number, edit: (line: string) => string): Lines =>
  lines.map((line, position) => (position === index ? edit(line) : line));
const span = (one: number, other: number): readonly [number, number] => [Math.min(one, other), Math.max(one, other) + 1];
const wrap =
  (before: string, after: string): Edit =>
  (lines, one, other) => {
    const [from, to] = span(one, other);
    return put(put(lines, to, after), from, before);
  };
const onLine =
  (edit: (line: string) => string): Edit =>
  (lines, one) =>
    change(lines, one, edit);
const insert =
  (...added: readonly string[]): Edit =>
  (lines, one) =>
    put(lines, one, ...added);
const label = /^(\s*[-*+] \[[ ~]\] )(.*?)( <!-- .*)?$/;
const onLabel = (edit: (text: string) => string): Edit =>
  onLine((line) => line.replace(label, (_, box: string, text: string, id = '') => `${box}${edit(text)}${id}`));
const onOpenBox = (box: string): Edit => onLine((line) => line.replace('[ ]', box));

const waiver = (rest: string): string => `<!-- docgate-waive ${rest} -->`;

const edits: Readonly<Record<string, Edit>> = {
  delete: (lines, one) => lines.filter((_, index) => index !== one),
  'delete several': (lines, one, other) => lines.filter((_, index) => index < span(one, other)[0] || index >= span(one, other)[1]),
  'delete the section': (lines, one) => {
    const from = lines.findLastIndex((line, index) => index <= one && line.startsWith('## '));
    const to = lines.findIndex((line, index) => index > from && line.startsWith('## '));
    return from < 0 ? lines : [...lines.slice(0, from), ...(to < 0 ? [] : lines.slice(to))];
  },
  move: (lines, one, other) =>
    put(
      lines.filter((_, index) => index !== one),
      other,
      lines[one] ?? '',
    ),
  swap: (lines, one, other) =>
    lines.map((line, index) => (index === one ? (lines[other] ?? '') : index === other ? (lines[one] ?? '') : line)),
  join: (lines, one) => [...lines.slice(0, one), `${lines[one] ?? ''} ${lines[one + 1] ?? ''}`, ...lines.slice(one + 2)],
  'comment out': wrap('<!--', '-->'),
  'comment out within a block': wrap('<div><!--', '--></div>'),
  fence: wrap('```', '```'),
  'fence with tildes': wrap('~~~markdown', '~~~'),
  details: wrap('<details>', '</details>'),
  'details that Markdown reads': wrap('<details>\n', '\n</details>'),
  pre: wrap('<pre>', '</pre>'),
  quote: (lines, one, other) =>
    lines.map((line, index) => (index >= span(one, other)[0] && index < span(one, other)[1] ? `> ${line}` : line)),
  'open a fence': insert('```'),
  'open a comment': insert('<!-- later'),
  'open an element': insert('<details>'),
  'open a script': insert('<script>'),
  'indent by two': onLine((line) => `  ${line}`),
  'indent by four': onLine((line) => `    ${line}`),
  'indent all that follows': (lines, one) => lines.map((line, index) => (index >= one ? `    ${line}` : line)),
  'a tab before': onLine((line) => `\t${line}`),
  'no space in the box': onOpenBox('[]'),
  'two spaces in the box': onOpenBox('[  ]'),
  'a space behind the tick': onOpenBox('[x ]'),
  'a space before the tick': onOpenBox('[ x]'),
  'a check mark': onOpenBox('[✓]'),
  'an escaped box': onOpenBox('\\[ ]'),
  'no box': onOpenBox(''),
  'a box in code': onOpenBox('`[ ]`'),
  'wide brackets': onOpenBox('［ ］'),
  'a box that touches': onLine((line) => line.replace('[ ] ', '[ ]')),
  'a ballot box': onOpenBox('☑'),
  'another bullet': onLine((line) => line.replace('- ', '* ')),
  'a bullet of another script': onLine((line) => line.replace('- ', '• ')),
  'a number': onLine((line) => line.replace('- ', '1. ')),
  'an empty bullet': onLine((line) => line.replace(/- \[ \]/, '* []')),
  'no bullet': onLine((line) => line.replace('- ', '')),
  'a table': onLine((line) => (line.startsWith('- ') ? `\n| item | box |\n|---|---|\n| ${line.slice(6)} | ${line.slice(2, 5)} |\n` : line)),
  'a heading': onLine((line) => line.replace(/^\s*- /, '### ')),
  strike: onLabel((text) => `~~${text}~~`),
  'strike the box': onLine((line) => line.replace(/(\[ \] .*)$/, '~~$1~~')),
  'no reason': onOpenBox('[~]'),
  'N/A without a reason': onLabel((text) => `${text} (N/A)`),
  'N/A before the label': onLabel((text) => `N/A: ${text}`),
  'N/A with a dash before the label': onLabel((text) => `N/A — ${text}`),
  'N/A in the box': onOpenBox('[N/A]'),
  optional: onLabel((text) => `(Optional) ${text}`),
  'optional behind': onLabel((text) => `${text} (optional)`),
  rename: onLabel((text) => text.replace(/\w+$/, 'considered')),
  reword: onLabel((text) => `${text} where possible`),
  'rename to a choice': onLabel(() => 'Approved'),
  'rename the heading': onLine((line) => line.replace(/^## .*/, '## Rollback triggers')),
  'insert a heading of triggers': insert('', '## When to roll back', ''),
  'insert a heading of criteria': insert('', '### Rollback criteria', ''),
  'insert a heading of instructions': insert('', '## Instructions', ''),
  'introduce as triggers': insert('', 'Roll back if:', ''),
  'duplicate the heading': (lines, one) =>
    put(lines, one, lines.findLast((line, index) => index <= one && line.startsWith('#')) ?? '# Release'),
  'a second title': insert('# Done', ''),
  'a ticked decoy': insert('- [x] Everything is fine'),
  'a ticked choice': insert('- [x] Rejected'),
  'a ticked neighbour of the same id': insert('- [x] Something else <!-- id: roll -->'),
  'take the id away': onLine((line) => line.replace(/ <!-- id: .*-->/, '')),
  'an id': onLine((line) => `${line} <!-- id: roll -->`),
  'front matter': (lines) => put(lines, 0, '---', 'template: other.md', 'template-digest: sha256:0000', '---'),
  draft: (lines) => put(lines, 1, '', 'Status: Draft', ''),
  'a waiver without a reason': insert(waiver('checklist/open-items: owner=@x expires=2999-01-01')),
  'an expired waiver': insert(waiver('*/open-items: reason=x owner=@x expires=2020-01-01')),
  'a waiver in code': insert('```', waiver('*/open-items: reason=x owner=@x expires=2999-01-01'), '```', ''),
  'a waiver of whatever is missing': insert(waiver('*/missing-item: reason=x owner=@x expires=2999-01-01')),
  'a waiver of another rule': insert(waiver('*/malformed-box: reason=x owner=@x expires=2999-01-01')),
  'a waiver of another item': insert(waiver('*/open-items: reason=x owner=@x expires=2999-01-01 item="Have lunch"')),
  'zero-width spaces': onLabel((text) => text.replace(' ', '\u200B \u200B')),
  'look-alike letters': onLabel((text) => text.replace('e', '\u0435')),
  'carriage returns': (lines) => lines.map((line) => `${line}\r`),
  'lone carriage returns': (lines, one) => change(lines, one, (line) => line.replace(/^/, 'Text\r')),
};

interface Step {
  readonly name: string;
  readonly one: number;
  readonly other: number;
}

const stepOf = (name: fc.Arbitrary<string>): fc.Arbitrary<Step> => fc.record({ name, one: fc.nat(40), other: fc.nat(40) });
const anyStep = stepOf(fc.constantFrom(...Object.keys(edits)));

const apply = (text: string, all: readonly Step[]): string =>
  all
    .reduce<Lines>(
      (lines, { name, one, other }) => (edits[name] as Edit)(lines, one % lines.length, other % lines.length),
      text.split('\n'),
    )
    .join('\n');

// Striking out and giving a reason is not a trick; two steps may happen to write one.
const happensToExplain = (text: string): boolean =>
  /~~[^\n]*~~ *[^\s<]|(?:\(N\/A\)|\[(?:~|N\/A)\]|N\/A[:—]?)[^\n]*(?:\(|—|considered|where|optional)/i.test(text);

const perRun = 20;

const neverPasses = (plan: fc.Arbitrary<readonly Step[]>, numRuns: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(checklists, fc.array(plan, { minLength: perRun, maxLength: perRun }), async (checklist, plans) => {
      const edited = plans
        .map((all) => apply(textOf(checklist, true), all))
        .filter((text) => !happensToExplain(text.replaceAll(reason, '')));
      expect(await passing(textOf(checklist, false), edited)).toEqual([]);
    }),
    { numRuns },
  );

describe('a checklist that fails', () => {
  it('fails before any edit', () => neverPasses(fc.constant([]), 3));
  it.each(Object.keys(edits))('does not pass after: %s', (name) => neverPasses(fc.tuple(stepOf(fc.constant(name))), 2));
  it('does not pass after several edits', () => neverPasses(fc.array(anyStep, { minLength: 2, maxLength: 4 }), 30), 120_000);
});

describe('a checklist passes', () => {
  const settles = (edit: (line: string) => string, chosen: fc.Arbitrary<Checklist> = checklists): Promise<void> =>
    fc.assert(
      fc.asyncProperty(chosen, async (checklist) => {
        const settled = textOf(checklist, true).split('\n').map(edit).join('\n');
        expect(await passing(textOf(checklist, false), [settled])).toEqual([settled]);
      }),
      { numRuns: 15 },
    );
  // A ticked item above a waived one is another finding.
  const flat = checklists.map(({ sections }) => ({
    sections: sections.map(({ title, items }) => ({ title, items: items.map((item) => ({ ...item, nested: false })) })),
  }));

  it('once every item is ticked', () => settles((line) => line.replace('[ ]', '[x]')));
  it('once every item is done or has a reason', () =>
    settles((line) => line.replace(/\[ \] (.*?)( <!--.*)?$/, '[~] $1 (decided otherwise)$2')));
  it('once every open item is waived', () =>
    settles(
      (line) =>
        line.includes('[ ]') ? `${line} ${waiver('checklist/open-items: reason="vendor is late" owner=@lead expires=2999-01-01')}` : line,
      flat,
    ));
});
