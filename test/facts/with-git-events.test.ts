import { describe, expect, it } from 'vitest';
import { gitHistory } from '../../src/facts/git-history.ts';
import { askedOnce, sectionText } from '../../src/facts/git-root-cause.ts';
import { type EventSources, gitEvents } from '../../src/facts/with-git-events.ts';
import { type Document, placeAt } from '../../src/model/document.ts';
import { sourceOfText } from '../../src/model/source.ts';
import { blobReader } from '../../src/tree/blobs.ts';
import { counted, git, isolated, repository, write } from '../tree/sandbox.ts';
import { at, commitAt, commitOf, historyWith, incident, moment, states, touch } from './history.ts';

const report = (cause: string, more = ''): string =>
  `# Incident INC-1: checkout down\n\n**Date:** 2026-01-05\n**Detected:** 2026-01-05 10:00 UTC\n\n## Summary\n\nCheckout failed.\n${more}\n## Root Cause\n\n${cause}\n\n## Resolution\n\nRestarted.\n\n## Preventive Measures\n\n- [ ] Add a regression test \`npx vitest test/pool.test.ts:12\`\n- [ ] Write to [the team](../team.md)\n`;

const template = report('<!-- Why did it happen? -->\n\nTBD');
const cause = 'The connection pool was exhausted\nby a retry storm.';
const path = 'docs/r é "x".md';

type Git = Readonly<
  Record<string, { readonly git?: { readonly at: string; readonly commit: string; readonly path?: string } } | undefined>
>;

const gitOf = (document: Document): Git => document.data['events'] as Git;

const read = async (root: string, text: string, more: Partial<EventSources> = {}): Promise<Document> => {
  const withGit = gitEvents({ history: gitHistory({ root, env: isolated }), read: blobReader(root, isolated), states, ...more });
  return withGit(incident(text, path));
};

describe('the events that git shows', () => {
  it('are the report’s addition, its root cause filled in later, and a test added later', async () => {
    const root = repository();
    const added = commitAt(root, at('5 11:00'), { [path]: template, 'test/old.test.ts': '' });
    commitAt(root, at('5 12:00'), { [path]: report('TBD', 'It took long.\n') });
    const filled = commitAt(root, at('6 09:00'), { [path]: report(cause) });
    const tested = commitAt(root, at('7 15:00'), { 'test/pool.test.ts': 'test' });
    const last = report(`${cause.replace('storm', 'storm (see graph)')}\n\nMore was found.`);
    commitAt(root, at('9'), { [path]: last });
    const document = await read(root, last);
    expect(gitOf(document)['reported']?.git).toEqual({ at: moment('5 11:00'), commit: added });
    expect(gitOf(document)['rca']?.git).toEqual({ at: moment('6 09:00'), commit: filled });
    expect(gitOf(document)['test']?.git).toEqual({ at: moment('7 15:00'), commit: tested, path: 'test/pool.test.ts' });
    expect(document.data['events']).toMatchObject({ detected: { declared: { date: '2026-01-05' } } });
    expect(placeAt(document, '/events/rca').start.line).toBe(10);
    expect(placeAt(document, '/events/test/git').start.line).toBe(23);
    expect(placeAt(document, '/events/reported').start.line).toBe(1);
  });

  it('survive a rename, and a checkout with other line endings', async () => {
    const root = repository({ '.gitattributes': '* -text\n' });
    const added = commitAt(root, at('5'), { 'INC-1.md': report(cause) });
    write(root, { [path]: report(cause) });
    git(root, ['rm', '-q', '-f', 'INC-1.md']);
    commitAt(root, at('6'));
    const document = await read(root, report(cause).replaceAll('\n', '\r\n'));
    expect(gitOf(document)['reported']?.git?.commit).toBe(added);
    expect(gitOf(document)['rca']?.git?.commit).toBe(added);
  });

  it('are dated by the return of a root cause that was taken out', async () => {
    const root = repository();
    for (const [day, said] of [
      ['5', cause],
      ['6', 'TBD'],
      ['7', `${cause} Really.`],
    ] as const)
      commitAt(root, at(day), { [path]: report(said) });
    expect(gitOf(await read(root, report(`${cause} Really.`)))['rca']?.git?.at).toBe(moment('7'));
  });

  it('come from the branch that did it', async () => {
    const root = repository();
    commitAt(root, at('5'), { [path]: report('TBD') });
    git(root, ['switch', '-q', '-c', 'topic']);
    commitAt(root, at('6'), { [path]: report(cause) });
    git(root, ['switch', '-q', 'main']);
    commitAt(root, at('7'), { [path]: report('TBD').replace('down', 'was down') });
    git(root, ['merge', '-q', 'topic', '-m', 'merge'], at('8'));
    expect(gitOf(await read(root, report(cause).replace('down', 'was down')))['rca']?.git?.at).toBe(moment('6'));
  });

  it('leave out what is not committed', async () => {
    const root = repository();
    commitAt(root, at('5'), { [path]: report('TBD') });
    const document = await read(root, report(cause));
    expect(gitOf(document)['reported']?.git?.at).toBe(moment('5'));
    expect(gitOf(document)['rca']).toBeUndefined();
    expect(gitOf(document)['test']).toBeUndefined();
    const other = repository();
    commitAt(other, at('5'), { 'x.md': 'x' });
    expect(await read(other, report(cause))).toEqual(incident(report(cause), path));
  });

  it('find a cause below a label or under another heading', async () => {
    const root = repository();
    const text = (said: string, label = '**Root Cause:**'): string =>
      `# Incident\n\n**Date:** 2026-01-05\n\n${label} ${said}\n\n## Resolution\n\nDone.\n`;
    commitAt(root, at('5'), { [path]: text('TBD') });
    commitAt(root, at('6'), { [path]: text('Pool exhausted.', '## RCA\n\n') });
    commitAt(root, at('7'), { [path]: text('Pool exhausted.') });
    expect(gitOf(await read(root, text('Pool exhausted.')))['rca']?.git?.at).toBe(moment('6'));
  });

  it('cost four git processes, whatever the number of reports', async () => {
    const root = repository();
    const paths = Array.from({ length: 20 }, (_, index) => `INC-${index}.md`);
    for (const said of ['TBD', cause]) commitAt(root, at('5'), Object.fromEntries(paths.map((each) => [each, report(said, `${each}\n`)])));
    const { env, calls } = counted();
    const asked: string[] = [];
    const withGit = gitEvents({
      history: gitHistory({ root, env }),
      read: blobReader(root, env),
      states: (source) => {
        asked.push(source.text);
        return states(source);
      },
    });
    await Promise.all(paths.map((each) => withGit(incident(report(cause, `${each}\n`), each))));
    expect(
      calls()
        .map((call) => call.split(' ')[0])
        .sort(),
    ).toEqual(['cat-file', 'log', 'ls-tree', 'rev-parse']);
    expect(asked).toEqual(['## Root Cause\n\nTBD\n']);
  });
});

describe('a report without history', () => {
  it('stays as it was', async () => {
    const document = incident(report(cause));
    const withGit = gitEvents({
      history: () => Promise.resolve({ reason: 'no commits yet' }),
      read: () => Promise.reject(new Error('not asked')),
      states,
    });
    expect(await withGit(document)).toBe(document);
  });
});

describe('the test that was added', () => {
  const testOf = async (actions: string, files: readonly (readonly [path: string, day: string])[], more: Partial<EventSources> = {}) => {
    const touches = files.map(([file, day], index) => touch(commitOf(index, day), `${file}@${index}`));
    const history = historyWith(Object.fromEntries(files.map(([file], index) => [file, String(index)])), touches);
    const document = incident(`# Incident\n\n**Date:** 2026-01-05\n\n## Action items\n\n${actions}\n`, 'docs/incidents/INC-1.md');
    const withGit = gitEvents({ history: () => Promise.resolve(history), read: () => Promise.resolve(new Uint8Array()), states, ...more });
    return gitOf(await withGit(document))['test']?.git;
  };

  it.each([
    ['- Add test `test/a.ts`', 'test/a.ts'],
    ['- Add test `./test/a.ts`', 'test/a.ts'],
    ['- Add test `/test/a.ts`', 'test/a.ts'],
    ['- Add test `pytest test/a.ts::test_b -k c`', 'test/a.ts'],
    ['- Add test `test/a.ts:12:4`', 'test/a.ts'],
    ['- Add test `../../test/a.ts`', 'test/a.ts'],
    ['- Add test [a](../../test/a.ts#L12)', 'test/a.ts'],
    ['- Add test [a](/test/with%20space.ts)', 'test/with space.ts'],
    ['- Add test `local.ts`', 'docs/incidents/local.ts'],
    ['- Add test `test/early.ts`', undefined],
    ['- Add test `test/none.ts`', undefined],
    ['- Add test `test`', undefined],
    ['- Add a guard `src/a.ts`', undefined],
    ['- Add test in test/a.ts', undefined],
    ['- Add test [a](https://example.org/test/a.ts)', undefined],
    ['- Add test [a](%E0%A4%A)', undefined],
    ['- Test `src/a.ts`\n- Test `test/a.ts`', 'test/a.ts'],
  ])('%j names %j', async (actions, path) => {
    const found = await testOf(actions, [
      ['src/a.ts', '9'],
      ['test/a.ts', '8'],
      ['test/with space.ts', '8'],
      ['docs/incidents/local.ts', '6'],
      ['test/early.ts', '4 23:59'],
    ]);
    expect(found?.path).toBe(path);
  });

  it('counts from the day of the incident, or from the instant that is given', async () => {
    const files = [['test/a.ts', '5 00:00']] as const;
    expect((await testOf('- Add test `test/a.ts`', files))?.at).toBe(moment('5'));
    expect(await testOf('- Add test `test/a.ts`', files, { since: () => moment('5 10:00') })).toBeUndefined();
    expect(await testOf('- Add test `test/a.ts`', files, { since: () => undefined })).toBeUndefined();
  });
});

describe('the text of a section', () => {
  it.each([
    ['to the next heading of its rank', '# T\n## C\na\n### B\nb\n## D\nd', '## C\na\n### B\nb'],
    ['to the end', '# T\r\n## C\r\na', '## C\na'],
    ['nothing but the whole if it stands there twice', '## C\n## C\na', '## C\n## C\na'],
    ['nothing but the whole if it is not there', '# T\na', '# T\na'],
    ['nothing but the whole inside a fence', '```\n## C\na\n```', '```\n## C\na\n```'],
    ['nothing but the whole inside a comment', '<!-- a --> <!--\n## C\na\n-->', '<!-- a --> <!--\n## C\na\n-->'],
    ['behind a closed fence and comment', '```\n```\n<!-- x -->\n## C\na', '## C\na'],
  ])('goes %s', (_what, text, section) => {
    expect(sectionText(text, '## C')).toBe(section);
  });

  it('is the whole text for a label', () => {
    expect(sectionText('**C:** a\n# T', '**C:** a')).toBe('**C:** a\n# T');
  });
});

it('the same question is asked once', () => {
  let count = 0;
  const ask = askedOnce(() => count++ === 0);
  expect([ask(sourceOfText('a.md', 'x')), ask(sourceOfText('b.md', 'x')), ask(sourceOfText('a.md', 'y'))]).toEqual([true, true, false]);
});
