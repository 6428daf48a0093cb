/** One finding set, with names and messages that try to break every format. */
import { compareFindings, type Finding } from '../../src/model/finding.ts';
import type { PrintOptions, Report } from '../../src/model/report.ts';
import { type Place, placeOf, type Source, sourceOfText } from '../../src/model/source.ts';

const checklist = sourceOfText(
  'docs/r é "x"%.md',
  [
    '# Release 1.2.0 ✨',
    '',
    '- [x] Version bumped',
    '- [ ] 回帰テスト done by 👩‍👩‍👧‍👦 team',
    '-\t[ ] Tabs\there\tand there',
    '- [ ] Rollback tested \u001B[31mred\u001B[0m \u202Ereversed',
    '- [ ] One more',
    '- [ ] And one more',
    '',
    '## Notes',
    '',
    `A ${'very '.repeat(60)}long line ${'goes '.repeat(60)}on.`,
    '```sh',
    'npm test',
    'npm run build',
    'npm publish',
    '```',
    'The end',
  ].join('\n'),
);

const approvals = sourceOfText('docs/a|b.md', '# Approvals\r\n\r\n| Role | Name |\r\n| --- | --- |\r\n| QA | @ada |\r\n');

const script = sourceOfText('docs/<script>@team #1.md', '');

const split = sourceOfText('docs/line\nbreak\u001B[2J.md', 'Text\n');

export const sources: ReadonlyMap<string, Source> = new Map([checklist, approvals, script, split].map((source) => [source.path, source]));

/** The place of a piece of a source. */
export const placeOfText = (source: Source, piece: string): Place => {
  const start = source.text.indexOf(piece);
  if (start === -1) throw new Error(`The source does not hold ${JSON.stringify(piece)}.`);
  return placeOf(source, { start, end: start + piece.length });
};

const finding = (place: Place, rest: Partial<Finding>): Finding => ({
  rule: 'checklist/open-items',
  severity: 'error',
  state: 'failed',
  message: 'This item is open.',
  place,
  pointer: '/tasks/1/state',
  help: 'https://docgate.dev/rules/checklist/open-items',
  fingerprint: `${rest.rule ?? 'checklist/open-items'}:${place.path}:${place.start.offset}`,
  related: [],
  ...rest,
});

const hostile = [
  'Unexpected `a|b` in <script>alert(1)</script> & "quotes" by @ada for #12, expected *one*, \\do_it\\.',
  'Second line ]]> ::error::injected %0A ::set-output name=x::y',
  'Escape \u001B]8;;https://evil.example\u0007 \u009B31m \u202E \uFFFF $\u007BHOME} {0} [x](y) <!-- waived -->',
].join('\r\n');

const open = (piece: string, pointer: string): Finding =>
  finding(placeOfText(checklist, piece), { pointer, expected: 'state done', actual: 'state open', fix: 'Tick the item.' });

const findings: readonly Finding[] = [
  open('[ ] 回帰テスト', '/tasks/1/state'),
  open('Tabs\there', '/tasks/2/state'),
  open('\u001B[31mred\u001B[0m \u202Ereversed', '/tasks/3/state'),
  open('[ ] One more', '/tasks/4/state'),
  finding(placeOfText(checklist, '[ ] And one more'), {
    state: 'pending',
    message: 'Due in 2 days.',
    pointer: '/tasks/5/state',
    rule: 'checklist/due',
    severity: 'info',
  }),
  finding(placeOfText(checklist, 'long line'), { rule: 'docgate/hostile', message: hostile, pointer: '', severity: 'warning' }),
  finding(placeOfText(checklist, '```sh\nnpm test\nnpm run build\nnpm publish\n```\n'), {
    rule: 'checklist/late-command',
    severity: 'warning',
    state: 'late',
    message: 'Done, but late.',
    pointer: '/code/0',
  }),
  finding(placeOfText(checklist, 'npm publish'), {
    rule: 'checklist/bare-command',
    severity: 'warning',
    message: 'This command has no owner.',
    pointer: '/code/0',
    waived: { reason: 'Agreed in <call> | with `ops`', owner: '@grace', expires: '2026-02-01', origin: 'document' },
  }),
  finding(placeOf(checklist, { start: checklist.text.length, end: checklist.text.length }), {
    rule: 'checklist/end',
    severity: 'info',
    message: 'The document ends here.',
    pointer: '',
    help: '',
  }),
  finding(placeOfText(approvals, '@ada'), {
    rule: 'approvals/unclear|time',
    state: 'indeterminate',
    message: 'When @ada approved cannot be told.',
    pointer: '/signOffs/0/date',
    related: [{ message: 'The subject | is here.', place: placeOfText(approvals, '# Approvals\r\n') }],
    help: 'https://docgate.dev/rules/(approvals)|x',
  }),
  finding(placeOf(script, { start: 0, end: 0 }), { rule: 'docgate/empty', message: 'Nothing to read.', pointer: '' }),
  finding(placeOf(split, { start: 0, end: 4 }), { rule: 'docgate/name', message: '', severity: 'info', pointer: '/a~1b' }),
  finding(
    { path: 'docgate.config.yaml', start: { line: 3, column: 1, offset: 30 }, end: { line: 3, column: 5, offset: 34 } },
    { rule: 'docgate/unused-waiver', severity: 'warning', message: 'This waiver excuses nothing.', pointer: '', help: 'docs/waivers.md' },
  ),
];

export const report: Report = {
  tool: { name: 'docgate', version: '0.1.0' },
  asOf: '2026-01-15T10:00:00Z',
  verdict: 'fail',
  summary: { files: 5, errors: 6, warnings: 3, infos: 2, pending: 1, waived: 1 },
  files: [
    { path: script.path, kind: 'document', claim: 'complete', progress: { done: 0, total: 0 } },
    { path: approvals.path, kind: 'approvals', claim: 'draft', progress: { done: 1, total: 3 } },
    { path: 'docs/clean.md', kind: 'checklist', claim: 'complete', progress: { done: 4, total: 4 } },
    { path: split.path, kind: 'document', claim: 'complete', progress: { done: 0, total: 0 } },
    { path: checklist.path, kind: 'checklist', claim: 'in-progress', progress: { done: 3, total: 8 } },
  ],
  findings: [...findings].sort(compareFindings),
  rules: [
    {
      id: 'checklist/open-items',
      description: 'Every item of a release checklist is done.',
      severity: 'error',
      help: 'https://docgate.dev/rules/checklist/open-items',
    },
    { id: 'checklist/unused', description: '', severity: 'warning' },
  ],
};

/** A report without findings. */
export const cleanReport: Report = {
  ...report,
  verdict: 'pass',
  summary: { files: 1, errors: 0, warnings: 0, infos: 0, pending: 0, waived: 0 },
  files: report.files.filter(({ path }) => path === 'docs/clean.md'),
  findings: [],
};

/** The report with `count` findings of each severity and nothing else. */
export const crowdedReport = (count: number): Report => {
  const place = placeOfText(checklist, '[ ] One more');
  const of = (severity: Finding['severity']): Finding[] =>
    Array.from({ length: count }, (_, index) =>
      finding(place, {
        severity,
        rule: `crowd/${severity}`,
        pointer: `/tasks/${index}`,
        message: `${severity} ${index} | ${'@x '.repeat(20)}`,
      }),
    );
  const findings = [...of('info'), ...of('warning'), ...of('error')];
  return { ...report, summary: { ...report.summary, errors: count, warnings: count, infos: count }, findings };
};

export const options: PrintOptions = { color: false, quiet: false, width: 80, failing: ['error'], sources };
