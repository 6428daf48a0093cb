import { describe, expect, test } from 'vitest';
import { marked } from '../../src/read/marked.ts';
import { lines, pieceAt, read } from './reading.ts';

const drawn = (text: string): string[] => read(marked, text).map(({ state, text: about, mark }) => `${state} ${about} ${mark}`.trim());

const table = (header: string, ...rows: string[]): string => lines('## Rollout', '', header, header.replace(/[^|]+/g, '---'), ...rows);

describe('rows of a check list', () => {
  test.each([
    ['☐', 'open'],
    ['⬜', 'open'],
    ['❌', 'open'],
    ['❌ blocked', 'open'],
    ['🔄', 'open'],
    ['⏳ Pending', 'open'],
    ['⚠️', 'open'],
    ['[ ]', 'open'],
    ['', 'open'],
    ['TBD', 'open'],
    ['____', 'open'],
    ['Pass/Fail', 'open'],
    ['Not started', 'open'],
    ['in progress', 'open'],
    ['No', 'open'],
    ['Failed', 'open'],
    ['✅ Pending', 'open'],
    ['❌ Native build', 'open'],
    ['Not passed', 'open'],
    ['On hold', 'open'],
    ['Open', 'open'],
    ['not-done', 'open'],
    ['Untested', 'open'],
    ['🟡', 'open'],
    [':x:', 'open'],
    ['- not done', 'open'],
    ['N/A?', 'open'],
    ['Not required yet', 'open'],
    ['Done?', 'open'],
    ['done - failed', 'open'],
    ['Passed with failures', 'open'],
    ['Ready for testing', 'open'],
    ['✅ not yet', 'open'],
    ['✅?', 'open'],
    ['✅ / ❌', 'open'],
    ['Done ☐ Not done ☑', 'open'],
    ['Done ❌', 'open'],
    ['Linux ✅ Windows ❌', 'open'],
    ['Linux ✅, Windows ⏳ (queued)', 'open'],
    ['Done on Linux ✅ pending on Windows ⏳', 'open'],
    ['Linux ✅ Windows ✅', 'done'],
    ['3 of 3 ✅', 'done'],
    ['Not done ✅', 'open'],
    ['Verified in May; requires a final check', 'open'],
    ['✅ Failing tests fixed', 'done'],
    ['✅ Pending migrations run', 'done'],
    ['✅ Missing translations fixed', 'done'],
    ['Not needed', 'not-applicable'],
    ['☐ Names are missing', 'open'],
    ['☐ Pass ☑ Fail', 'open'],
    ['☑', 'done'],
    ['✅', 'done'],
    ['✅ No issues found', 'done'],
    ['[x]', 'done'],
    ['Done', 'done'],
    ['Yes', 'done'],
    ['☑ Pass ☐ Fail', 'done'],
    ['N/A', 'not-applicable'],
    ['—', 'open'],
  ])('%j is %s', (cell, state) =>
    expect(read(marked, table('| Step | Status |', `| Warm the cache | ${cell} |`)).map((one) => one.state)).toEqual([state]),
  );

  test.each([
    ['what nobody chose', table('| Step | Status |', '| Warm the cache | ☐ open ☐ ok |'), []],
    ['a state nobody knows', table('| Step | Status |', '| Warm the cache | twice |'), ['unknown Warm the cache twice']],
    ['a state nobody knows beside marks', table('| Area | Status |', '| Search | ✅ |', '| Export | twice |'), ['done Search ✅']],
    [
      'a known state beside marks',
      table('| Area | Status |', '| Search | ✅ |', '| Export | Pending |'),
      ['done Search ✅', 'open Export Pending'],
    ],
    ['measurements', table('| Test | Result |', '| p95 | 230 ms |', '| Copy | throws an error |'), []],
    ['results', table('| Test | Result |', '| Smoke | passed |', '| Load | Exploded |'), ['done Smoke passed', 'unknown Load Exploded']],
    [
      'results and measurements',
      table(
        '| Gate | Result |',
        '| Tests | 1,204 passed |',
        '| Coverage | 91.4 % |',
        '| Size | 212 kB |',
        '| Load | 3 failed |',
        '| UI | No issues |',
      ),
      ['done Tests 1,204 passed', 'open Load 3 failed', 'done UI No issues'],
    ],
    ['a question', table('| Team | Ready? |', '| Web | Yes |', '| App | No |', '| Ops | |'), ['done Web Yes', 'open App No', 'open Ops']],
    ['criteria of going', table('| Criteria | Go/No-Go |', '| P1 | Go |', '| P2 | No-Go |'), ['done P1 Go', 'open P2 No-Go']],
    ['criteria met', table('| Criterion | Met? |', '| No P1 | Yes |', '| Staff | No |'), ['done No P1 Yes', 'open Staff No']],
    [
      'ticks of another kind',
      table('| Step | Done |', '| A | x |', '| B | 2026-01-05 |', '| C | @jo |', '| D | JD |', '| E | later |'),
      ['done A x', 'done B 2026-01-05', 'done C @jo', 'done D JD', 'unknown E later'],
    ],
    [
      'a box and a state that takes it back',
      table('| Check | Status |', '| [x] Smoke | Blocked |', '| [x] Load | Done |', '| [ ] Soak | Done |'),
      ['open Smoke Blocked', 'done Load [x]', 'open Soak [ ]'],
    ],
    ['a row that groups others', table('| Step | Done |', '| **Before** | |', '| Warm the cache | ✅ |'), ['done Warm the cache ✅']],
    [
      'a bold item among plain ones',
      table('| Step | Done | Note |', '| Warm the cache | ✅ | |', '| **Load test** | | |'),
      ['done Warm the cache ✅', 'open Load test'],
    ],
    [
      'bold items',
      table('| Step | Done |', '| **Smoke** | ✅ |', '| **Load** | |', '| Soak | ✅ |'),
      ['done Smoke ✅', 'open Load', 'done Soak ✅'],
    ],
    ['nothing but bold items', table('| Step | Done |', '| **Smoke** | |', '| **Load** | |'), ['open Smoke', 'open Load']],
    [
      'rows that group others',
      table('| Step | Done |', '| **Before** | |', '| Smoke | ✅ |', '| __After__ | |', '| Load | |'),
      ['done Smoke ✅', 'open Load'],
    ],
    ['a number before the words', table('| # | Item | Done? |', '| 1 | Warm the cache | ❌ |'), ['open Warm the cache ❌']],
    [
      'a box before the words',
      table('| Check | Status |', '| [ ] Warm it | |', '| [x] No leaks | |'),
      ['open Warm it [ ]', 'done No leaks [x]'],
    ],
    ['marks below any name', table('| Area | Status |', '| Search | ✅ |', '| Export | ❌ |'), ['done Search ✅', 'open Export ❌']],
    ['words below any name', table('| Area | Status |', '| Search | Pending |'), []],
    ['a state before the words', table('| Status | Check |', '| ❌ | Warm the cache |'), ['open Warm the cache ❌']],
    [
      'two columns of state',
      table('| Check | Done | Verified |', '| Warm the cache | ✅ | ❌ |', '| Drain | ✅ | |'),
      ['open Warm the cache ❌', 'done Drain ✅'],
    ],
    [
      'marks behind words below any name',
      table('| Area | Status |', '| Search | works ✅ |', '| Export | breaks ❌ |'),
      ['done Search works ✅', 'open Export breaks ❌'],
    ],
    [
      'a column per platform',
      table('| Test | Linux | Windows |', '| Smoke | ✅ | ❌ |', '| Load | ✅ | |', '| Soak | ✅ | ✅ |'),
      ['open Smoke ❌', 'done Load ✅', 'done Soak ✅'],
    ],
    [
      'marks behind what is to be done',
      table('| Check | Owner |', '| Smoke ✅ | jo |', '| Load ❌ | al |'),
      ['done Smoke ✅', 'open Load ❌'],
    ],
    ['who does what', table('| Step | Dev | Ops |', '| Deploy | | ✅ |', '| Review | ✅ | |'), ['done Deploy ✅', 'done Review ✅']],
    ['criteria of a comparison', table('| Criteria | Kafka | Redis |', '| Ordered | ✅ | ❌ |'), []],
    ['a comparison', table('| Area | Firefox | Safari |', '| Push | ✅ | ❌ |'), []],
    ['known issues', table('| Issue | Status |', '| Slow export | ❌ Open |'), []],
    ['a legend', table('| Symbol | Meaning |', '| ⬜ | Not started |'), []],
    ['what people sign', table('| Role | Approver | Status |', '| QA | jo | ❌ |'), []],
  ])('%s', (_, text, expected) => expect(drawn(text)).toEqual(expected));

  test.each([
    ['Blocked', 'open'],
    [':white_check_mark:', 'done'],
    ['Done :heavy_check_mark:', 'done'],
    [':hourglass: waiting', 'open'],
    ['Go', 'done'],
    ['No-Go', 'open'],
    ['P', 'done'],
    ['F', 'open'],
    ['Zurückgestellt', 'open'],
    ['nicht bestanden', 'open'],
    ['bestanden', 'done'],
    ['entfällt', 'not-applicable'],
    ['En attente', 'open'],
    ['Terminé', 'done'],
    ['Sans objet', 'not-applicable'],
    ['Aplazado', 'open'],
    ['Completado', 'done'],
    ['No aplica', 'not-applicable'],
    ['Falhou', 'open'],
    ['Concluída', 'done'],
    ['不合格', 'open'],
    ['合格', 'done'],
    ['対象外', 'not-applicable'],
    ['確認中', 'open'],
    ['確認済み', 'done'],
    ['已完成', 'done'],
    ['未完成', 'open'],
    ['○', 'done'],
    ['×', 'open'],
    ['NOT_RUN', 'open'],
    ['NG', 'open'],
    ['Postponed', 'open'],
    ['42/42', 'done'],
    ['40/42', 'open'],
    ['85%', 'open'],
    ['100 %', 'done'],
    ['18 passed, 0 failed', 'done'],
    ['17 passed, 1 failed', 'open'],
    ['0 errors', 'done'],
    ['as expected', 'done'],
    ['No issues found', 'done'],
  ])('the word %j is %s', (cell, state) =>
    expect(read(marked, table('| Step | Status |', `| Warm the cache | ${cell} |`)).map((one) => one.state)).toEqual([state]),
  );

  test.each([
    ['none', '| Step | Status |', '| Load | N/A |', undefined],
    ['behind it', '| Step | Status |', '| Load | N/A: no endpoint changed |', 'no endpoint changed'],
    ['in brackets', '| Step | Status |', '| Load | not required (no endpoint changed) |', 'no endpoint changed'],
    ['behind a mark', '| Step | Status |', '| Load | ⬜ N/A - docs only |', 'docs only'],
    ['in a column of notes', '| Step | Status | Notes |', '| Load | N/A | docs only |', 'docs only'],
    ['in a column of reasons', '| Step | Reason | Status |', '| Load | docs only | skipped |', 'docs only'],
    ['in the column of the owner', '| Step | Status | Owner |', '| Load | N/A | @jo |', undefined],
    ['a note that says nothing', '| Step | Status | Notes |', '| Load | N/A | n/a |', undefined],
    ['in German', '| Schritt | Status | Bemerkung |', '| Last | entfällt | nur Doku |', 'nur Doku'],
  ])('the reason of what does not apply: %s', (_, header, row, reason) =>
    expect(read(marked, table(header, row)).map((one) => [one.state, one.reason])).toEqual([['not-applicable', reason]]),
  );

  test('stand at the cell that says so', () => {
    const text = table('| Step | Status | Who |', '| Warm the cache | ❌ no | jo |');
    expect(pieceAt(marked, text, '/0')).toBe('❌ no');
  });
});

describe('lists of states', () => {
  test.each([
    ['done and not done', '- ✅ Search\n- ❌ Export\n- ⏳ Import', ['done Search ✅', 'open Export ❌', 'open Import ⏳']],
    ['behind tasks', '- [x] Backup\n- ✅ Search\n- 🚧 Export', ['done Search ✅', 'open Export 🚧']],
    ['only what is done', '- ✅ Search\n- ✅ Export', []],
    ['fields', '- **Search:** ✅ works\n- **Export:** ❌ breaks', ['done Search: ✅ works ✅', 'open Export: ❌ breaks ❌']],
    ['lines of a paragraph', '✅ Search\n❌ Export\n⏳ Import', ['done Search ✅', 'open Export ❌', 'open Import ⏳']],
    ['lines of fields', '**Search:** ✅\n**Export:** ❌ breaks', ['done Search: ✅', 'open Export: ❌ breaks ❌']],
    ['lines of which only some bear marks', '✅ Search works.\nExport does not. ❌ is for what does not.', []],
    ['a line alone', '**Status:** ❌ not ready', []],
    ['lines of a legend', '✅ Done\n❌ Not done', []],
    ['only what is not', '- ❌ Search\n- ❌ Export', ['open Search ❌', 'open Export ❌']],
    ['only what waits', '1. ⏳ Search', ['open Search ⏳']],
    ['behind their words', '- Search ✅\n- Export ❌', ['done Search ✅', 'open Export ❌']],
    ['behind their words, with a remark', '- Search ✅ (jo)\n- Export ❌ - flaky', ['done Search ✅ (jo) ✅', 'open Export ❌ - flaky ❌']],
    ['said once more', '- Engineering 🟢 GO\n- Support 🔴 NO-GO', ['done Engineering 🟢 GO 🟢', 'open Support 🔴 NO-GO 🔴']],
    ['words about several marks', '- Click the ✅ button\n- Click the ❌ button', []],
    ['what was before', '## What changed\n\n- ❌ Slow start', []],
    ['said once more in Spanish', '- Carga ❌ pendiente\n- Manual ✅ hecha', ['open Carga ❌ pendiente ❌', 'done Manual ✅ hecha ✅']],
    ['short codes', '- :white_check_mark: Search\n- Export :x:', ['done Search ✅', 'open Export ❌']],
    ['several in a line', '- Linux ✅ Windows ❌\n- Linux ✅ Windows ✅', ['open Linux ✅ Windows ❌', 'done Linux ✅ Windows ✅']],
    ['words of what is done', '- ✅ Handles missing files\n- ❌ Export', ['done Handles missing files ✅', 'open Export ❌']],
    ['warnings', '- ⚠️ Mind the gap\n- ⚠️ Mind the cache', []],
    ['ornaments', '- 🔄 Sockets\n- 🔄 Queues', []],
    ['a legend', '- ✅ Done\n- ❌ Not done\n- ⏳ In progress', []],
    ['rules alone', '- ❌ Hard-coded secrets\n- ❌ Do not deploy on Fridays', []],
    ['what is not to be done', '## What to avoid\n\n- ❌ Hard-coded secrets', []],
    ['what is not to be done, said above', 'Avoid:\n\n- ❌ Hard-coded secrets', []],
    ['what is known not to work', '## Known limitations\n\n- ❌ Safari', []],
    ['words about a mark', '- Click the ❌ icon\n- Close', []],
    ['rules', '- ✅ Deploy in the morning\n- ❌ Never deploy on Fridays', []],
    ['among other items', '- ✅ Search\n- ❌ Export\n- Import', []],
  ])('%s', (_, text, expected) => expect(drawn(text)).toEqual(expected));

  test('stand at the mark that says so', () => expect(pieceAt(marked, '- **Linux** ✅ Windows ❌\n- **Mac** ✅', '/0')).toBe('❌'));

  test('below instructions are none', () => expect(drawn('## How to use\n\n- ✅ done\n- ❌ open')).toEqual([]));
});

describe('tables of real documents', () => {
  test('a legend of states explains and asks for nothing', () =>
    expect(drawn(table('| Status | Meaning |', '| ✅ PASS | Verified |', '| ❌ FAIL | Broken, blocks the cutover |'))).toEqual([]));

  test('what was measured takes back nothing that a state says', () =>
    expect(
      drawn(
        table('| # | Criteria | Target | Achieved | Status |', '| 1 | Coverage | 95% | >95% | ✅ |', '| 2 | Branches | 90% | 92% | ✅ |'),
      ),
    ).toEqual(['done Coverage ✅', 'done Branches ✅']));

  test('a count that is not full stays open beside a tick', () =>
    expect(drawn(table('| Criteria | Achieved | Status |', '| Corner cases | 25/27 | ✅ |'))).toEqual(['open Corner cases 25/27']));

  test.each([
    ['FAIL', 'open'],
    ['**PARTIAL**', 'open'],
    ['NOT RUN', 'open'],
    ['NEEDS VERIFICATION', 'open'],
    ['PASS', 'done'],
  ])('beside verdicts %s is %s whatever the first column is called', (cell, state) =>
    expect(drawn(table('| Area | Status | Remarks |', '| Login | PASS | ok |', `| Orders | ${cell} | - |`))[1]).toMatch(
      new RegExp(`^${state} Orders`),
    ),
  );

  test('plain words of state beside unknown rows are no verdicts', () =>
    expect(drawn(table('| Feature | Status |', '| Search | Planned |', '| Export | Done |'))).toEqual([]));

  test('an open square is a mark among other marks', () =>
    expect(drawn(lines('# Gate', '', '1. 🚧 Certificate', '2. ⬜ Ports', '3. ✅ Backups'))).toEqual([
      'open Certificate 🚧',
      'open Ports ⬜',
      'done Backups ✅',
    ]));

  test('alternatives of a choice are no states', () =>
    expect(drawn(lines('# Gate', '', '☐ **Pass** — as agreed', '☑ **Fail** — to be repeated'))).toEqual([]));
});

describe('columns to sign in', () => {
  test('a row that nobody signed, where others did, is open at the blank', () =>
    expect(drawn(table('| Step | Done | Initials |', '| Restore | x | AB |', '| Login | x | |'))).toEqual([
      'done Restore x',
      'open Login',
    ]));

  test.each(['Signed by / date', 'Verified by', 'Sign-off'])('below %s', (name) =>
    expect(drawn(table(`| Criterion | Status | ${name} |`, '| Texts | Done | |', '| Load | Done | jo 2026-12-01 |'))[0]).toBe('open Texts'),
  );

  test('a column that nobody uses', () =>
    expect(drawn(table('| Step | Done | Initials |', '| Restore | x | |', '| Login | x | |'))).toEqual(['done Restore x', 'done Login x']));

  test('what does not apply needs no signature', () =>
    expect(drawn(table('| Step | Done | Initials |', '| Restore | x | AB |', '| Login | N/A | |'))[1]).toBe('not-applicable Login N/A'));

  test('in order, in German', () =>
    expect(drawn(table('| Nr. | Prüfpunkt | Ergebnis |', '| 1 | Login | i.O. |', '| 2 | Export | n.i.O. |'))).toEqual([
      'done Login i.O.',
      'open Export n.i.O.',
    ]));
});
