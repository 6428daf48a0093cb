import { describe, expect, test } from 'vitest';
import { tasks } from '../../src/read/tasks.ts';
import { read } from './reading.ts';

const mark = (text: string) => {
  const task = read(tasks, text)[0];
  return task === undefined ? undefined : [task.state, task.text, task.reason];
};

describe('what does not apply, and why', () => {
  test.each([
    ['- [N/A] (R) all GA endpoints', '(R) all GA endpoints', undefined],
    ['- [NA] Load test', 'Load test', undefined],
    ['- [n/a] Load test', 'Load test', undefined],
    ['- [~] Load test', 'Load test', undefined],
    ['- [~] Load test (no load on this service)', 'Load test (no load on this service)', 'no load on this service'],
    ['- [~] Load test — no load here', 'Load test — no load here', 'no load here'],
    ['- [~] Load test\n\n  Reason: no load here', 'Load test', 'no load here'],
    ['- [X] (N/A) Graduation criteria', 'Graduation criteria', undefined],
    ['- [ ] (N/A: no API) Update the API docs', 'Update the API docs', 'no API'],
    ['- [ ] N/A — personal project', 'personal project', 'personal project'],
    ['- [ ] N/A: no database', 'no database', 'no database'],
    ['- [ ] n/a', 'n/a', undefined],
    ['- [ ] Skipped.', 'Skipped.', undefined],
    ['- [ ] Migrate the database (N/A)', 'Migrate the database', undefined],
    ['- [ ] Migrate the database (N/A: no schema change)', 'Migrate the database', 'no schema change'],
    ['- [ ] Migrate the database — N/A', 'Migrate the database', undefined],
    ['- [x] Migrate the database - not applicable: no schema change', 'Migrate the database', 'no schema change'],
    ['- [ ] ~~Load test~~', 'Load test', undefined],
    ['- [ ] ~~Load test~~ no API endpoints', 'Load test no API endpoints', 'no API endpoints'],
    ['- [ ] ~~Load test~~: see #7', 'Load test: see #7', expect.stringContaining('see #7')],
    ['- ~~[ ] Graduation criteria is in place~~', 'Graduation criteria is in place', undefined],
    ['- ~~[x] Done then dropped~~', 'Done then dropped', undefined],
    ['- [ ] (N/A) Load test\n\n  Reason: no load here', 'Load test', 'no load here'],
  ])('%j', (text, label, reason) => expect(mark(text)).toEqual(['not-applicable', label, reason]));
});

// wordsOf gives an empty reason where it has none, and `??` does not pass over it.
test('the reason of an item that is only "N/A" may stand in its own paragraph', () => {
  expect(mark('- [ ] N/A\n\n  Reason: personal project')?.[2]).toBe('personal project');
});

describe('what applies although it speaks of what does not', () => {
  test.each([
    ['- [ ] Verify N/A handling', 'open'],
    ['- [ ] N/A values are handled', 'open'],
    ['- [ ] Not applicable rows are hidden', 'open'],
    ['- [ ] ~~Run X~~ Run Y instead', 'open'],
    ['- [ ] Run ~~X~~ Y', 'open'],
    ['- [x] Skipped tests are listed', 'done'],
    ['- [ ] Nationalise NA rows', 'open'],
    ['- [ ] verify [x] flags', 'open'],
    ['- [x] Load test ❌', 'open'],
    ['- [x] Linux ✅ Windows ❌ (flaky)', 'open'],
    ['- [x] Load test ⏳', 'open'],
    ['- [x] Click the ❌ icon', 'done'],
    ['- [x] Load test ✅', 'done'],
  ])('%j', (text, state) => expect(mark(text)?.[0]).toBe(state));
});

describe('a reason says why', () => {
  test.each([['- [~] a (n/a)'], ['- [ ] N/A - not applicable'], ['- [ ] ~~a~~ — n/a'], ['- [ ] (N/A: ) a']])('not %j', (text) =>
    expect(mark(text)?.[2]).toBeUndefined(),
  );
});

describe('malformed', () => {
  test.each([['- [ ] [x] two boxes'], ['- [x] [ ] two boxes'], ['- [ ] [] two boxes'], ['- [ ] [ ]']])('%j', (text) =>
    expect(mark(text)?.[0]).toBe('malformed'),
  );
});

describe('labels', () => {
  test.each([
    ['- [x] **Security**: `scan` [clean](u)', 'Security: scan clean'],
    ['- [x] **Security** Evidence: log', 'Security'],
    ['- [ ] two\n  lines', 'two lines'],
    ['- [ ] **bold** <!-- comment -->', 'bold'],
    ['- [ ] <kbd>a</kbd>', 'a'],
  ])('%j', (text, label) => expect(mark(text)?.[1]).toBe(label));
});

describe('no box', () => {
  test.each([
    ['- plain'],
    ['- [NA]'],
    ['- `[~]` code'],
    ['- [~](u) link'],
    ['- **[~]** bold'],
    ['- # [~] heading'],
    ['- - plain'],
    ['- NA'],
    ['-'],
  ])('%j', (text) => expect(mark(text)).toBeUndefined());
});

describe('marks behind the box', () => {
  test.each([
    ['- [x] ❌ Session token renewed', 'open'],
    ['- [x] ⏳ Documentation', 'open'],
    ['- [x] TLS 🚧 BLOCKED: no domain', 'open'],
    ['- [x] Backups ❌ failed twice', 'open'],
    ['- [x] ✅ Demo mode off', 'done'],
    ['- [x] ❌ No plain passwords in the log', 'done'],
    ["- [x] ❌ Don't deploy on Fridays", 'done'],
    ['- [x] ✅ FIXED (a31ee08): 18 routes', 'done'],
    ['- [x] 🚧 Signs for the building site ordered', 'done'],
  ])('%s is %s', (text, state) => expect(mark(text)?.[0]).toBe(state));
});

test.each(['- [ ] ~~Cache limpo~~ não se aplica', '- [ ] ~~Lasttest~~ entfällt', '- [ ] ~~Test de charge~~ sans objet'])(
  '%s does not apply',
  (text) => expect(mark(text)?.[0]).toBe('not-applicable'),
);
