/** The fact how a record stands to its template. */
import { describe, expect, it } from 'vitest';
import { templateOf, withAbsentTemplate, withTemplate } from '../../src/facts/template.ts';
import { readDocument } from '../../src/kinds/index.ts';
import { type Document, placeAt } from '../../src/model/document.ts';
import { sourceOfText } from '../../src/model/source.ts';

const digest = `sha256:${'a'.repeat(64)}`;

const documentOf = (text: string, path = 'record.md'): Document => readDocument(sourceOfText(path, text), 'checklist');

interface Fact {
  readonly path: string;
  readonly changed: boolean;
  readonly problem?: string;
  readonly missing: readonly { readonly text: string; readonly id?: string }[];
  readonly renamed: readonly { readonly text: string; readonly was: string; readonly detail: string }[];
  readonly unknown: readonly { readonly text: string }[];
  readonly missingSections: readonly { readonly title: string; readonly hint?: string }[];
  readonly missingAnswers: readonly { readonly label: string }[];
}

const facts = (template: string, record: string): { fact: Fact; document: Document } => {
  const document = withTemplate(documentOf(record), documentOf(template, 'template.md'), digest);
  return { fact: document.data['template'] as Fact, document };
};

const lacks = (template: string, record: string): string[] => {
  const { fact } = facts(template, record);
  return [
    ...fact.missing.map(({ text }) => `missing ${text}`),
    ...fact.renamed.map(({ text, was }) => `renamed ${was} -> ${text}`),
    ...fact.unknown.map(({ text }) => `unknown ${text}`),
    ...fact.missingSections.map(({ title }) => `section ${title}`),
    ...fact.missingAnswers.map(({ label }) => `answer ${label}`),
  ];
};

const items = (...labels: readonly string[]): string => `# Release\n\n${labels.map((label) => `- [ ] ${label}\n`).join('')}`;

describe('an item of the template is there', () => {
  it.each([
    ['as it is', 'Rollback tested', 'Rollback tested'],
    ['in another case, with other punctuation and formatting', 'Rollback: tested!', '**rollback** tested'],
    ['with a version filled in', 'Tag {VERSION} pushed', 'Tag v1.4.0 pushed'],
    ['with a version filled in beside other characters', 'Tag v{VERSION} pushed', 'Tag v1.4.0 pushed'],
    ['with vX.Y.Z filled in', 'Publish vX.Y.Z to npm', 'Publish 1.4.0-rc.1 to npm'],
    ['with a mustache filled in', 'Deploy {{service name}} to staging', 'Deploy web shop to staging'],
    ['with an element-like placeholder filled in', 'Notify <team> of the release', 'Notify the on-call engineers of the release'],
    ['with a blank filled in', 'Signed by ____', 'Signed by Mia Chen'],
    ['with a choice made', 'Severity [low|high] agreed', 'Severity high agreed'],
    ['with a date filled in', 'Freeze starts YYYY-MM-DD', 'Freeze starts 2026-01-05'],
    ['with a placeholder still there', 'Tag {VERSION} pushed', 'Tag {VERSION} pushed'],
    ['made of last time’s record', 'Tag v1.3.0 pushed on 2025-12-01', 'Tag v1.4.0 pushed on 2026-01-05'],
    ['with an owner behind it', 'Rollback tested', 'Rollback tested (@sre, 2026-01-05)'],
    ['with a note behind a dash', 'Rollback tested', 'Rollback tested — took 4 minutes'],
    ['with a link behind it', 'Rollback tested', 'Rollback tested: https://ci.example/1'],
    ['with a labelled note', 'Rollback tested', 'Rollback tested Owner: Mia'],
    ['in code', 'Run `npm test`', 'Run `npm test`'],
    ['with nothing but a placeholder', '[add your step]', 'Call the bank'],
  ])('%s', (_, template, record) => expect(lacks(items(template), items(record))).toEqual([]));

  it.each([
    ['marked as not applicable', '# R\n\n- [~] Load test (no endpoint changed)'],
    ['marked in words', '# R\n\n- [ ] Load test (N/A: no endpoint changed)'],
    ['struck, with a reason behind it', '# R\n\n- [ ] ~~Load test~~ no endpoint changed'],
    ['below another heading', '# R\n\n## Later\n\n- [x] Load test'],
    ['within another item', '# R\n\n- [x] Tests\n  - [x] Load test'],
    ['by its id, reworded a little', '# R\n\n- [x] Load tests <!-- id: load -->'],
  ])('%s', (_, record) =>
    expect(lacks('# R\n\n- [ ] Load test <!-- id: load -->', record).filter((line) => !line.startsWith('unknown'))).toEqual([]),
  );

  it('once for each time that the template asks', () => {
    const template = '# R\n\n## Staging\n\n- [ ] Smoke test\n\n## Production\n\n- [ ] Smoke test\n';
    expect(lacks(template, template)).toEqual([]);
    expect(lacks(template, '# R\n\n## Staging\n\n- [x] Smoke test\n\n## Production\n')).toEqual(['missing Smoke test']);
  });

  it('whatever the title says', () =>
    expect(lacks('# Release {VERSION}\n\n## Tests\n\n- [ ] Unit', '# Checklist of 1.4\n\n## Tests\n\n- [ ] Unit')).toEqual([]));
  it('though an optional one may go', () => expect(lacks('# R\n\n- [ ] (Optional) Blog post\n- [ ] Tests', items('Tests'))).toEqual([]));
});

describe('an item of the template is not there', () => {
  it.each([
    ['deleted', '- [x] Tests pass'],
    ['in a comment', '- [x] Tests pass\n\n<!--\n- [ ] Rollback tested\n-->'],
    ['in a fence', '- [x] Tests pass\n\n```\n- [ ] Rollback tested\n```'],
    ['in a table', '- [x] Tests pass\n\n| a | b |\n|---|---|\n| [ ] | Rollback tested |'],
    ['without a box', '- [x] Tests pass\n- Rollback tested'],
    ['as a heading', '- [x] Tests pass\n\n## [ ] Rollback tested'],
  ])('%s', (_, body) =>
    expect(lacks(items('Tests pass', 'Rollback tested'), `# Release\n\n${body}\n`)).toEqual(['missing Rollback tested']),
  );

  it.each([
    ['reworded', 'Rollback test', '- [x] Rollback tests', 'it reads differently'],
    ['made optional', 'Rollback tested', '- [ ] Rollback tested (optional)', 'it is optional here'],
    ['made a trigger', 'Rollback tested', '## Rollback triggers\n\n- [ ] Rollback tested', 'it stands among conditions to watch for'],
    ['made a choice', 'Approved', '- [ ] Approved\n- [x] Rejected', 'it is one of several choices here'],
    ['without a real reason', 'Rollback tested', '- [ ] N/A: Rollback tested', 'the reason only repeats it'],
    [
      'with its id on something else',
      'Rollback tested <!-- id: rb -->',
      '- [x] Have lunch <!-- id: rb -->',
      'it has the same id and says something else',
    ],
  ])('%s', (_, label, body, detail) =>
    expect(facts(items(label), `# Release\n\n${body}\n`).fact.renamed.map((one) => one.detail)).toEqual([detail]),
  );

  it('counts a taken id once', () => {
    const template = items('Tests pass <!-- id: tests -->', 'Rollback tested <!-- id: rb -->');
    expect(lacks(template, '# Release\n\n- [x] Tests pass <!-- id: rb -->')).not.toEqual([]);
  });

  it('calls what has little in common missing and unknown', () =>
    expect(lacks(items('Rollback tested'), items('Have lunch'))).toEqual(['missing Rollback tested', 'unknown Have lunch']));
});

describe('sections and answers', () => {
  const template =
    '# R\n\n## Tests\n\n- [ ] Unit\n\n## How to use this template\n\nCopy it.\n\n## Sign-off\n\n**Release manager:** ____\n**Date:** ____\n\n| Role | Name | Decision | Date |\n|---|---|---|---|\n| QA |  |  |  |\n| Ops |  |  |  |\n';

  it('are there', () => expect(lacks(template, template.replaceAll('____', 'x'))).toEqual([]));
  it('instructions may go', () => expect(lacks(template, template.replace('## How to use this template\n\nCopy it.\n\n', ''))).toEqual([]));
  it('a section whose title merely has a word of instructions may not', () => {
    const asks = template.replace('## How to use this template\n\nCopy it.', '## Usage metrics check\n\nThe graphs are looked at.');
    expect(lacks(asks, asks.replace(/## Usage[^#]+/, ''))).toEqual(['section Usage metrics check']);
  });
  it('a heading renamed', () => {
    const { fact } = facts(template, template.replace('## Tests', '## Test'));
    expect(fact.missingSections).toEqual([expect.objectContaining({ title: 'Tests', hint: 'The closest heading here is "Test".' })]);
  });
  it('a section with its questions removed', () =>
    expect(lacks(template, '# R\n\n## Tests\n\n- [x] Unit\n')).toEqual([
      'section Sign-off',
      'answer Release manager',
      'answer Date',
      'answer QA',
      'answer Ops',
    ]));
  it('a row removed', () => expect(lacks(template, template.replace('| Ops |  |  |  |\n', ''))).toEqual(['answer Ops']));
  it('a blank removed', () =>
    expect(lacks(template, template.replace('**Release manager:** ____\n', ''))).toEqual(['answer Release manager']));
});

describe('places', () => {
  it('are the section of that name, the nearest above it, or the start', () => {
    const template = '# R {VERSION}\n\n## Tests\n\n- [ ] Unit\n\n### Load\n\n- [ ] Load test\n\n## Docs\n\n- [ ] Manual\n';
    const { document } = facts(template, '# R 1.4\n\nText.\n\n## tests\n\nNone.\n');
    expect(
      ['/template/missing/0', '/template/missing/1', '/template/missing/2'].map((pointer) => placeAt(document, pointer).start.line),
    ).toEqual([5, 5, 1]);
  });

  it('of what is renamed and unknown are the items', () => {
    const { document } = facts(items('Rollback test'), '# R\n\n- [ ] Rollback tests\n- [ ] Lunch\n');
    expect(placeAt(document, '/template/renamed/0').start.line).toBe(3);
    expect(placeAt(document, '/template/unknown/0').start.line).toBe(4);
  });
});

describe('which template', () => {
  const head = (rest: string): Document => documentOf(`---\ntemplate: ./docs/template.md\n${rest}---\n\n${items('A')}`);

  it('front matter names', () => expect(templateOf(head(''), undefined)).toEqual({ path: 'docs/template.md', by: 'front-matter' }));
  it('the configuration names first', () => expect(templateOf(head(''), 'other.md')).toEqual({ path: 'other.md', by: 'configuration' }));
  it('text does not name', () => expect(templateOf(documentOf(`${items('A')}\n**Template:** standard\n`), undefined)).toBeUndefined());
  it('has not changed', () =>
    expect(
      (withTemplate(head(`template-digest: ${digest}\n`), documentOf(items('A'), 'docs/template.md'), digest).data['template'] as Fact)
        .changed,
    ).toBe(false));
  it('has changed', () => {
    const document = withTemplate(head(`template-digest: sha256:${'b'.repeat(64)}\n`), documentOf(items('A'), 'docs/template.md'), digest);
    expect((document.data['template'] as Fact).changed).toBe(true);
    expect(placeAt(document, '/template/changed').start.line).toBe(3);
  });
  it('another than the digest is about says nothing of change', () =>
    expect(
      (withTemplate(head('template-digest: sha256:00\n'), documentOf(items('A'), 'other.md'), digest).data['template'] as Fact).changed,
    ).toBe(false));
  it('is not there', () =>
    expect(withAbsentTemplate(head(''), 'docs/template.md').data['template']).toEqual({ path: 'docs/template.md', absent: true }));
  it.each([
    ['has no item', '# R\n\nNone.\n', 'has no item'],
    ['cannot be read', '# R\n\n- [ ] A\n\n```\n- [ ] B\n', 'cannot be read to its end (unclosed-fence)'],
  ])('%s', (_, template, problem) => expect(facts(template, items('A')).fact.problem).toBe(problem));
});

describe('hostile input', () => {
  // What is quadratic or worse here takes longer than any test may.
  it('is paired before the test runs out of time', () => {
    const many = (word: string): string => items(...Array.from({ length: 3000 }, (_, index) => `${word} {A} {B} step ${index}`));
    const [template, record] = [documentOf(many('Do')), documentOf(many('Check'))];
    expect(withTemplate(record, template, digest).data['tasks']).toHaveLength(3000);
    expect(withTemplate(template, template, digest).data['tasks']).toHaveLength(3000);
  });
});
