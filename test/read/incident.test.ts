import { describe, expect, test } from 'vitest';
import { outlineOf } from '../../src/markdown/outline.ts';
import { unzip } from '../../src/model/located.ts';
import { sourceOfText } from '../../src/model/source.ts';
import { readCourse } from '../../src/read/incident-course.ts';
import { readDurations, readTotal } from '../../src/read/incident-durations.ts';
import { readEvents } from '../../src/read/incident-events.ts';
import { dateOf, fileId, idOf } from '../../src/read/incident-head.ts';
import { severityOf } from '../../src/read/incident-severity.ts';
import { lines } from './reading.ts';

type Read = (outline: ReturnType<typeof outlineOf>) => unknown;

const data = (reader: Read, text: string, path = 'a.md'): unknown => unzip(reader(outlineOf(sourceOfText(path, text)))).data;

describe('the identifier', () => {
  test.each([
    ['a title', '# INCIDENT-0001: outage', { text: 'INCIDENT-0001', prefix: 'INCIDENT-', number: 1 }],
    ['a title with a year', '# PM2024-001 - outage', { prefix: 'PM2024-', number: 1 }],
    ['a field', '# Outage\n\n**Incident ID:** INC-42', { text: 'INC-42', number: 42 }],
    ['a date, which does not count up', '# INC-20260105-1 outage', { text: 'INC-20260105-1', prefix: 'INC-' }],
    ['a field that holds none', '# INC-7\n\n**ID:** unknown', { number: 7 }],
  ])('from %s', (_, text, expected) => expect(data(idOf, text)).toMatchObject(expected as object));

  test.each([['# Outage'], ['text'], ['']])('none in %j', (text) => expect(data(idOf, text)).toBeUndefined());

  test.each([
    ['docs/incidents/PM2024-001 - x.md', { number: 1 }],
    ['0042-outage.md', { text: '0042', prefix: '', number: 42 }],
    ['outage.md', undefined],
  ])('in the file name %j', (path, expected) => {
    const id = data(fileId, '# T', path);
    if (expected === undefined) expect(id).toBeUndefined();
    else expect(id).toMatchObject(expected);
  });

  test('in the file name of a document without headings', () => expect(data(fileId, '', 'inc-7.md')).toMatchObject({ number: 7 }));
});

describe('the day', () => {
  test.each([
    ['a field', '# 2020-01-01 x\n\n**Date:** 2026-01-05', '2026-01-05'],
    ['the title', '# 2018-03-26, "no space left on device"', '2018-03-26'],
    ['a title in words', '# Incident on 2023-09-18 - x', '2023-09-18'],
    ['a detection', '# x\n\n**First detected:** 2026-01-05 10:00', '2026-01-05'],
    ['a Japanese field', '# x\n\n| 項目 | 内容 |\n|-|-|\n| 発生日時 | 2026-04-15 23:28 |', '2026-04-15'],
    ['an empty field, so the title', '# 2020-01-01 x\n\n**Date:** YYYY-MM-DD', '2020-01-01'],
    ['nothing', '# x', undefined],
    ['nothing at all', '', undefined],
  ])('from %s', (_, text, date) => expect((data(dateOf, text) as { date?: string } | undefined)?.date).toBe(date));
});

describe('the severity', () => {
  test.each([
    ['SEV-2（…）', 'high'],
    ['Critical', 'critical'],
    ['sev1', 'critical'],
    ['SEV0', 'critical'],
    ['P2', 'high'],
    ['P3 - moderate', 'medium'],
    ['minor', 'low'],
    ['🔴 High', 'high'],
    ['高', 'high'],
    ['weird', undefined],
  ])('%j is %j', (text, level) =>
    expect(data(severityOf, `# x\n\n**Severity:** ${text}`)).toEqual({ raw: text, ...(level !== undefined && { level }) }),
  );

  test.each([['**Severity:** SEV1/SEV2/SEV3'], ['**Severity:** '], ['text']])('none: %j', (text) =>
    expect(data(severityOf, text)).toBeUndefined(),
  );
});

describe('events', () => {
  const events = (...all: string[]) => {
    const found = data(readEvents, lines(...all)) as Record<
      string,
      { declared: { date?: string; time?: string; zone?: string }; label: string } | undefined
    >;
    return Object.fromEntries(
      Object.entries(found).map(([name, event]) => [
        name,
        [event?.declared.date, event?.declared.time, event?.declared.zone, event?.label].filter(Boolean).join(' '),
      ]),
    );
  };
  test.each([
    [
      'fields',
      ['**Start time (UTC)**: 2026-01-05 10:00', '**Detected**: 2026-01-05 10:05 UTC'],
      { started: '2026-01-05 10:00 UTC Start time (UTC)', detected: '2026-01-05 10:05 UTC Detected' },
    ],
    [
      'a list of key events',
      [
        '- First detected: 2026-01-05 10:05',
        '- Incident declared: 2026-01-05 10:10',
        '- Repaired: 2026-01-05 11:00',
        '- Resolved 2026-01-05 12:00',
      ],
      {
        detected: '2026-01-05 10:05 First detected',
        declared: '2026-01-05 10:10 Incident declared',
        repaired: '2026-01-05 11:00 Repaired',
        resolved: '2026-01-05 12:00 Resolved',
      },
    ],
    ['a stated zone', ['All times in CET.', '', '**Detected**: 2026-01-05 10:05'], { detected: '2026-01-05 10:05 CET Detected' }],
    [
      'report, cause and test',
      ['**Reported:** 2026-01-05 10:00', '**RCA completed:** 2026-01-06', '**Test added:** 2026-01-07'],
      { reported: '2026-01-05 10:00 Reported', rca: '2026-01-06 RCA completed', test: '2026-01-07 Test added' },
    ],
    ['front matter', ['---', 'detected_at: 2026-01-05T10:05:00Z', '---'], { detected: '2026-01-05 10:05:00 Z detected_at' }],
    ['no time', ['**Detected**: by a customer'], {}],
    ['blanks', ['**Detected**: HH:MM'], {}],
    ['items without a label', ['- Resolved it', '- [ ] x'], {}],
  ])('from %s', (_, all, expected) => expect(events(...all)).toEqual(expected));
});

describe('durations beside what the times add up to', () => {
  const durations = (...all: string[]) =>
    (data(readDurations, lines(...all)) as { label: string; declared: { minutes?: number }; measured: number[] }[]).map(
      ({ label, declared, measured }) => [label, declared.minutes, measured],
    );
  test.each([
    [
      'time to resolve',
      [
        '**First detected**: 2026-01-05 10:00',
        '**Repaired**: 2026-01-05 11:00',
        '**Resolved**: 2026-01-05 12:00',
        '**Time to resolve**: 2h 0m',
        '**Time to repair**: 1h 0m',
      ],
      [
        ['Time to resolve', 120, expect.arrayContaining([120])],
        ['Time to repair', 60, [60]],
      ],
    ],
    [
      'a timeline',
      ['**Duration**: 30 minutes', '', '## Timeline', '', '- 2026-01-05 10:00 Alert fired', '- 10:30 Recovered'],
      [['Duration', 30, [30]]],
    ],
    [
      'a timeline that never ends',
      ['**Duration**: 30 minutes', '', '## Timeline', '', '- 2026-01-05 10:00 Alert fired'],
      [['Duration', 30, []]],
    ],
    [
      'approximate times',
      ['**Detected**: ~10:00 2026-01-05', '**Resolved**: 2026-01-05 12:00', '**Duration**: 2h'],
      [['Duration', 120, expect.any(Array)]],
    ],
    ['no times of day', ['**Detected**: 2026-01-05', '**Resolved**: 2026-01-05', '**Duration**: 2h'], [['Duration', 120, []]]],
    ['metrics of detection', ['**TTD**: 5m'], [['TTD', 5, []]]],
    ['blanks', ['**Duration**: Xh Xm', '**Detected**: 2026-01-05 10:00'], []],
  ])('%s', (_, all, expected) => expect(durations(...all)).toEqual(expected));

  test.each([
    ['**Duration**: 4h 12m', { raw: '4h 12m', minutes: 252 }],
    ['**TTD**: 5m', undefined],
    ['', undefined],
  ])('the total of %j', (text, expected) => expect(data(readTotal, text)).toEqual(expected));
});

describe('values in other forms', () => {
  test.each([
    ['**Severity:** SEV-1 (Critical) / SEV-2 (Major) / SEV-3 (Minor)', undefined],
    ['**Severity:** Minor, Major, Critical', undefined],
    ['**Severity:** SEV[1-4]', undefined],
    ['**Severity:** P1 or P2', undefined],
    ['**Severity:** SEV\u20112', 'high'],
    ['**Severity:** 🟡', 'medium'],
    ['**Schweregrad:** hoch', 'high'],
    ['**Gravité:** critique', 'critical'],
    ['## Severity\n\nHigh', 'high'],
    ['## Severity\n\nHow bad it was.', undefined],
    ['**Severity:** P0-P4', undefined],
    ['**Severity:** SEV1-SEV4', undefined],
    ['**Severity:** SEV-1 to SEV-4', undefined],
    ['**Severity:** SEV1–4', undefined],
    ['**Severity:** 1-5', undefined],
    ['**Severity:** P0 / P1', undefined],
    ['**Severity:** High, Medium, or Low', undefined],
    ['**Severity:** High - Medium - Low', undefined],
    ['**Severity:** SEV1 · SEV2 · SEV3', undefined],
    ['**Severity:** Critical / High / Medium / Low / Informational', undefined],
    ['**Severity:** SEV1 - total outage / SEV2 - partial outage', undefined],
    ['**Schweregrad:** hoch oder niedrig', undefined],
    ['**严重程度:** 高、中、低', undefined],
    ['**Severity:** ☐ SEV1 ☐ SEV2 ☐ SEV3', undefined],
    ['**Severity:** ☐ SEV1 ☑ SEV2 ☐ SEV3', 'high'],
    ['**Severity:** [ ] P0 [x] P3', 'medium'],
    ['**Severity:** SEV1 ☐ / SEV2 ☐ / SEV3 ☑', 'medium'],
    ['**Severity:** ☑ SEV1 ☑ SEV2', undefined],
    ['**Severity:** ☐ SEV1 | ☑ SEV2', 'high'],
    ['| Field | Value |\n|-|-|\n| Severity | ☐ High ☑ Low |', 'low'],
    ['**Severity:**\n\n- [ ] SEV1\n- [x] SEV2', 'high'],
    ['- **Severity**:\n  - [ ] SEV1\n  - [x] SEV3', 'medium'],
    ['- **Severity**:\n  - [ ] SEV1\n  - [ ] SEV3', undefined],
    ['## Severity\n\n☐ SEV1\n☐ SEV2', undefined],
    ['## Severity\n\n☐ SEV1\\\n☑ SEV2', 'high'],
    ['## Severity\n\n- [ ] SEV1\n- [ ] SEV2', undefined],
    ['## Severity\n\n- [ ] SEV1\n- [x] SEV2', 'high'],
    ['## Severity\n\n- SEV1\n- SEV2\n- SEV3', undefined],
    ['## Severity\n\n- SEV1 – everything is down\n- SEV2 – something is down', undefined],
    ['## Severity\n\n- High\n- Customers could not pay', 'high'],
    ['## Severity\n\n- **Level:** SEV3\n- **Rationale:** no data lost', 'medium'],
    ['| Incident | Date | Severity |\n|-|-|-|\n| INC-42 | 2026-07-02 | SEV-2 |', 'high'],
    ['## Actions\n\n| Action | Priority |\n|-|-|\n| Add a test | High |', undefined],
    ['| Incident | Severity |\n|-|-|\n| A | SEV-2 |\n| B | SEV-3 |', undefined],
    ['**Severity:** ~~SEV-1~~ SEV-2', 'high'],
    ['| Field | Value |\n|-|-|\n| Severity | <del>SEV-1</del> SEV-2 |', 'high'],
    ['**Severity:** ~~SEV-1~~', undefined],
    ['## Severity\n\n~~Critical~~ Low', 'low'],
    ['**Severity:** SEV-3 → SEV-2', 'high'],
    ['**Severity:** P2 (Major), 3/4 regions', 'high'],
    ['**Severity:** High, critical path affected', 'high'],
    ['**Severity:** Critical - High impact', 'critical'],
    ['**Severity:** SEV-2 / P3', 'high'],
    ['**Severity:** P1/High', 'critical'],
    ['**Severity:** 2 - Major', 'high'],
    ['**Severity:** 4 - Critical', 'critical'],
    ['**Severity:** 3 (partial outage)', 'medium'],
  ])('%j is %s', (text, level) => expect((data(severityOf, `# Outage\n\n${text}`) as { level?: string } | undefined)?.level).toBe(level));

  test('the severity of a title', () => expect(data(severityOf, '# [SEV2] Checkout down')).toMatchObject({ level: 'high' }));

  test.each([
    ['**Duration:** 2024-02-08 23:15 UTC — 2024-02-09 01:30 UTC', 135],
    ['**Duration:** 23:30 - 00:15 UTC', 45],
    ['**MTTR:** 45 minutes', 45],
    ['**Duration of impact:** 1:30 hours', 90],
    ['## Duration\n\n42 minutes', 42],
  ])('%j lasts %i minutes', (text, minutes) => expect(data(readTotal, `# Outage\n\n${text}`)).toMatchObject({ minutes }));

  test('the day of a span', () =>
    expect(data(dateOf, '# Outage\n\n**Duration:** 2024-02-08 09:15 UTC - 11:30 UTC')).toMatchObject({ date: '2024-02-08' }));
});

describe('durations in other forms', () => {
  const declared = (...all: string[]): unknown =>
    (data(readDurations, lines('# INC-1', '', ...all)) as { label: string; declared: { minutes?: number } }[]).map(
      ({ label, declared: { minutes } }) => `${label}: ${minutes}`,
    );

  test.each([
    [['**Total downtime: 5 minutes**'], ['Total downtime: 5']],
    [['- **Duration (min)**: 45'], ['Duration (min): 45']],
    [['- Duration in hours: 1.5'], ['Duration in hours: 90']],
    [['- Total time: 41 minutes'], ['Total time: 41']],
    [
      ['| Metric | Value | From |', '|-|-|-|', '| Time to detect | 7 min | a |', '| Impact duration | 102 min | b |', '| Users | 7 | c |'],
      ['Time to detect: 7', 'Impact duration: 102'],
    ],
    [['| Field | Value |', '|-|-|', '| Duration | 5 min |'], ['Duration: 5']],
    [['| Metric | Target |', '|-|-|', '| Time to detect | 7 min |'], []],
  ])('%j', (all, expected) => expect(declared(...all)).toEqual(expected));

  test('front matter has the unit in its key', () =>
    expect(data(readTotal, '---\nduration_minutes: 150\n---\n\n# INC-1\n')).toMatchObject({ minutes: 150 }));

  test('a row of figures states how long it took', () =>
    expect(data(readTotal, lines('# INC-1', '', '| Metric | Value |', '|-|-|', '| Downtime | 1h20 |'))).toMatchObject({ minutes: 80 }));
});

describe('the course of the incident', () => {
  const course = (...fields: string[]): string[] =>
    (data(readCourse, lines('# INC-1 on 2026-05-12', '', ...fields)) as { name: string; local: string }[]).map(
      ({ name, local }) => `${name} ${local}`,
    );

  test.each([
    [
      ['- Started: 2026-05-12 10:05', '- Ended: 2026-05-12 09:50'],
      ['started 2026-05-12T10:05', 'resolved 2026-05-12T09:50'],
    ],
    [
      ['- Start time: 23:50 UTC', '- End time: 00:20 UTC'],
      ['started 2026-05-12T23:50', 'resolved 2026-05-13T00:20'],
    ],
    [
      ['- 発生日時：2026年5月12日 10:05', '- 復旧：2026年5月12日 10:50'],
      ['started 2026-05-12T10:05', 'repaired 2026-05-12T10:50'],
    ],
    [
      ['- Inicio UTC: 2026-05-12 10:05', '- Fin UTC: 2026-05-12 10:50'],
      ['started 2026-05-12T10:05', 'resolved 2026-05-12T10:50'],
    ],
    [['- Début : 12/05/2026 à 10h05', '- Fin : 13/05/2026 à 11h'], ['resolved 2026-05-13']],
    [
      ['- Beginn: 2026-05-12 10:05', '- Ende: 2026-05-12 10:50'],
      ['started 2026-05-12T10:05', 'resolved 2026-05-12T10:50'],
    ],
    [['- Started: soon'], []],
  ])('%j', (fields, expected) => expect(course(...fields)).toEqual(expected));
});
