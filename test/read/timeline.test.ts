import { describe, expect, test } from 'vitest';
import { timeline } from '../../src/read/timeline.ts';
import { lines, pieceAt, read } from './reading.ts';

// form local-or-raw zone text, `*` for an inherited date
const drawn = (text: string): string[] =>
  read(timeline, text).map(
    (entry) => `${entry.form} ${entry.local ?? entry.time.raw}${entry.inherited ? '*' : ''} ${entry.time.zone ?? '-'} ${entry.text}`,
  );

const under = (title: string, ...all: string[]): string => lines(title, '', ...all);

describe('forms', () => {
  test.each([
    [
      'a table',
      under('## Timeline', '| Time | Event |', '|-|-|', '| 2024-03-13 10:01 | Node NotReady |'),
      ['table 2024-03-13T10:01 - Node NotReady'],
    ],
    [
      'a table without an event column',
      under('## Timeline', '| Time (UTC) | Phase | Evidence |', '|-|-|-|', '| 2024-03-13 10:01 | **detected** | log |'),
      ['table 2024-03-13T10:01 UTC detected log'],
    ],
    [
      'a Japanese table',
      under('## タイムライン', '| 時刻 (JST) | 内容 |', '|-|-|', '| 2026-04-15 23:28〜 | 発生 |'),
      ['table 2026-04-15T23:28 JST 発生'],
    ],
    [
      'headings',
      under('## Timeline', '### 2018-03-26 10:34', '', 'It broke', '', '### 10:45', '', 'Fixed'),
      ['heading 2018-03-26T10:34 - It broke', 'heading 2018-03-26T10:45* - Fixed'],
    ],
    [
      'headings with text and closing hashes',
      under('## Timeline', '### March 12 19:57 ##', '', 'x', '', '### 10:45 AM ###'),
      ['heading March 12 19:57 - x', 'heading 10:45 AM - '],
    ],
    [
      'bullets without a dash',
      under('## Timeline', '- 2023-09-18 13:42 Team noticed', '- 2023-09-18 13:50 Fixed'),
      ['list 2023-09-18T13:42 - Team noticed', 'list 2023-09-18T13:50 - Fixed'],
    ],
    [
      'bullets with a dash',
      under('## Timeline', '- 2023-09-18 13:42 - Team noticed', '- 13:50 — Fixed', '- 14:00 : Closed'),
      ['list 2023-09-18T13:42 - Team noticed', 'list 2023-09-18T13:50* - Fixed', 'list 2023-09-18T14:00* - Closed'],
    ],
    ['times without a date', under('## Timeline', '- 03:00 Alert fired'), ['list 03:00 - Alert fired']],
    [
      'numbers and code',
      under('## Timeline', '1. `13:42` Detection', '2. **13:50** : Fix'),
      ['list 13:42 - Detection', 'list 13:50 - Fix'],
    ],
    ['ticked boxes', under('## Timeline', '- [x] 14:03 — Alert fired'), ['list 14:03 - Alert fired']],
    ['spans', under('## Timeline', '- ~13:30-13:45 - Slow', '- 13:50–14:00: Down'), ['list 13:30 - Slow', 'list 13:50 - Down']],
    [
      'template times',
      under('## Timeline', '- HH:MM - Alert', '- YYYY-MM-DD HH:MM - x', '- T0 - Start', '- T+5m: Page'),
      ['list HH:MM - Alert', expect.stringMatching(/^list YYYY-MM-DD/), 'list T0 - Start', expect.stringContaining('Page')],
    ],
    [
      'a template table',
      under('## Timeline', '| Time | Event |', '|-|-|', '| HH:mm | x |', '| （長期） | y |', '| | z |'),
      [expect.stringMatching(/^table HH:mm .*x$/), expect.stringMatching(/^table （長期） .*y$/)],
    ],
    ['unknown minutes', under('## Timeline', '- 2026-01-05 14:?? - Someone noticed'), ['list 2026-01-05 - Someone noticed']],
    [
      'a list outside a timeline, with dates',
      under('## What happened then', '- 2026-01-05 10:00 a', '- 2026-01-05 10:05 b'),
      ['list 2026-01-05T10:00 - a', 'list 2026-01-05T10:05 - b'],
    ],
    ['a list outside a timeline, with one date', under('## Notes', '- 2026-01-05 10:00 a', '- b', '- c'), []],
    ['a time behind words', under('## Timeline', '- The team met at length, 10:00 at last'), []],
    ['a table outside a timeline without events', under('## Plan', '| Time | Room |', '|-|-|', '| 10:00 | 7 |'), []],
    ['other headings', under('## Plan', '### 10:00', '', 'x'), []],
  ])('%s', (_, text, expected) => expect(drawn(text)).toEqual(expected));
});

// tableEvents takes the column `Time` for the time and again for the clock beside a day.
test.each([['2024-03-13 10:01'], ['HH:mm']])('a cell is kept as it is written: %s', (cell) => {
  expect(read(timeline, under('## Timeline', '| Time | Event |', '|-|-|', `| ${cell} | x |`))[0]?.time.raw).toBe(cell);
});

test('day and clock may stand in two columns', () => {
  expect(drawn(under('## Timeline', '| Date | Time (UTC) | Event |', '|-|-|-|', '| 2026-01-05 | 10:00 | a |'))).toEqual([
    'table 2026-01-05T10:00 UTC a',
  ]);
});

test('lines of a paragraph are events as well', () => {
  expect(drawn(under('## Timeline', '2026-01-05 10:00 a', '10:05 b', 'c'))).toEqual([
    'list 2026-01-05T10:00 - a',
    'list 2026-01-05T10:05* - b',
  ]);
});

// bareClock must not be followed by a colon, so that the whole event is lost.
test.each([['- 14:00: Closed'], ['- **14:00**: Closed'], ['- `14:00`: Closed'], ['- 14:00 UTC: Closed\n- 14:05: Reopened']])(
  'a colon may follow the time: %j',
  (item) => {
    expect(drawn(under('## Timeline', item))).toHaveLength(item.split('\n').length);
  },
);

describe('dates are inherited', () => {
  const locals = (...all: string[]) =>
    read(timeline, under('## Timeline', ...all)).map(({ local, inherited }) =>
      local === undefined ? '-' : local + (inherited ? '*' : ''),
    );
  test.each([
    [
      'from the line before',
      ['- 2026-01-05 10:00 a', '- 10:05 b', '- 10:10 c'],
      ['2026-01-05T10:00', '2026-01-05T10:05*', '2026-01-05T10:10*'],
    ],
    ['over midnight', ['- 2026-01-05 23:50 a', '- 00:10 b', '- 00:20 c'], ['2026-01-05T23:50', '2026-01-06T00:10*', '2026-01-06T00:20*']],
    ['over midnight at the end of the year', ['- 2026-12-31 23:50 a', '- 00:10 b'], ['2026-12-31T23:50', '2027-01-01T00:10*']],
    ['not over midnight for a small step back', ['- 2026-01-05 15:33 a', '- 13:40 b'], ['2026-01-05T15:33', '2026-01-05T13:40*']],
    ['from a day alone', ['- 2026-01-05 started', '- 10:00 b'], ['2026-01-05', '2026-01-05T10:00*']],
    ['not from an impossible date', ['- 2026-02-30 10:00 a', '- 10:05 b'], ['-', '-']],
    ['not from an ambiguous date', ['- 05/01/2026 10:00 a', '- 10:05 b'], ['-', '-']],
    ['past a time that is not exact', ['- 2026-01-05 10:00 a', '- 10:?? b', '- 10:20 c'], ['2026-01-05T10:00', '-', '2026-01-05T10:20*']],
    ['not from another list', ['- 2026-01-05 10:00 a', '', 'text', '', '1. 10:05 b'], ['2026-01-05T10:00', '-']],
  ])('%s', (_, all, expected) => expect(locals(...all)).toEqual(expected));

  test('and lists, tables and runs of headings have a number each', () => {
    const text = under('## Timeline', '- 10:00 a', '', '| Time | Event |', '|-|-|', '| 10:05 | b |', '', '### 10:10', '### 10:15');
    expect(read(timeline, text).map(({ sequence }) => sequence)).toEqual([0, 1, 2, 2]);
  });
});

describe('zones', () => {
  test.each([
    ['a sentence', under('## Timeline', 'All times in CET.', '', '- 10:00 a'), 'CET', 'section'],
    ['a sentence with a colon', under('## Timeline', 'Times are in UTC+1', '', '- 10:00 a'), 'UTC+1', 'section'],
    ['the title', under('## Timeline (UTC)', '- 10:00 a'), 'UTC', 'section'],
    ['a title above', under('## Timeline (PT)', '### Day one', '', '- 10:00 a'), 'PT', 'section'],
    ['the column', under('## Timeline (PT)', '| Time (UTC) | Event |', '|-|-|', '| 10:00 | a |'), 'UTC', 'header'],
    ['another section', under('# T', 'All times are in Europe/Berlin.', '', '## Timeline', '', '- 10:00 a'), 'Europe/Berlin', 'document'],
    ['the time itself', under('## Timeline (UTC)', '- 10:00 CEST a'), 'CEST', 'inline'],
    ['nothing', under('## Timeline', '- 10:00 a'), undefined, undefined],
  ])('from %s', (_, text, zone, zoneSource) => {
    const time = read(timeline, text)[0]?.time;
    expect([time?.zone, time?.zoneSource]).toEqual([zone, zoneSource]);
  });

  test('of a day without a time of day are not taken', () =>
    expect(read(timeline, under('## Timeline (UTC)', '- 2026-01-05 a'))[0]?.time.zone).toBeUndefined());
});

describe('places', () => {
  test.each([
    ['a list', under('## Timeline', '- **2026-01-05 10:00** - a'), '2026-01-05 10:00', '**2026-01-05 10:00** - a'],
    ['a list with CRLF', '## Timeline\r\n\r\n- `10:00` a\r\n', '10:00', '`10:00` a'],
    ['a table', under('## Timeline', '| Time | Event |', '|-|-|', '| 10:00 | a |'), '10:00', '| 10:00 | a |'],
    ['a heading', under('## Timeline', '### 10:00'), '### 10:00', '### 10:00'],
  ])('of %s', (_, text, time, whole) => {
    expect(pieceAt(timeline, text, '/0/time')).toBe(time);
    expect(pieceAt(timeline, text, '/0')).toBe(whole);
  });
});

describe('ways to open a line with a time', () => {
  const opened = (item: string): string[] => drawn(under('## Timeline', item));

  test.each([
    ['- 9am PDT - a', 'list 9am PDT PDT a'],
    ['- On 2026-05-04 at 09:30 UTC: a', 'list 2026-05-04T09:30 UTC a'],
    ['- 2026-05-04 18.05 Uhr a', 'list 2026-05-04T18:05 - a'],
    ['- 2026-05-04 18h10 - a', 'list 2026-05-04T18:10 - a'],
    ['- Approx. 2026-05-04 18:30 a', 'list 2026-05-04T18:30 - a'],
    ['- Mon, 2026-05-04 18:30 - a', 'list 2026-05-04T18:30 - a'],
    ['- um 18:30 Uhr: a', 'list 18:30 - a'],
  ])('%j', (item, event) => expect(opened(item)).toEqual([event]));

  test.each([['- 1h30 later it was gone'], ['- 2 amps'], ['- On call took over at 10:00']])('%j opens with none', (item) =>
    expect(opened(item)).toEqual([]),
  );
});

describe('tables in other languages', () => {
  test.each([
    ['| Hora | Evento |', '## Línea de tiempo'],
    ['| Heure | Événement |', '## Chronologie'],
    ['| Uhrzeit | Ereignis |', '## Zeitachse'],
    ['| Horário | Acontecimento |', '## Linha do tempo'],
    ['| 时间 | 事件 |', '## 时间线'],
    ['| 시각 | 내용 |', '## 타임라인'],
    ['| Время | Событие |', '## Хронология'],
  ])('%s', (header, title) =>
    expect(drawn(under(title, header, '|-|-|', '| 2026-05-04 10:05 | x |'))).toEqual(['table 2026-05-04T10:05 - x']),
  );
});

describe('the day above', () => {
  const dated = (...all: string[]): string[] =>
    drawn(lines('# 2025-12-30: builds stuck', '', '## Timeline', '', ...all)).map((line) => line.split(' ')[1] ?? '');

  test('a title without a year is of the year nearest to the report', () =>
    expect(dated('### Tuesday, 30 December', '', '- 23:40 a', '', '### Fri, 2 January', '', '- 08:15 b', '- 09:00 c')).toEqual(
      expect.arrayContaining(['2025-12-30T23:40*', '2026-01-02T08:15*', '2026-01-02T09:00*']),
    ));

  test('a paragraph that is a day and nothing else', () =>
    expect(dated('**2026-01-02**', '', '- 08:15 b', '', 'Jan 3:', '', '- 07:00 c')).toEqual(['2026-01-02T08:15*', '2026-01-03T07:00*']));

  test('a paragraph that speaks of a day is none', () =>
    expect(dated('On 2026-01-02 the vendor wrote.', '', '- 08:15 b')).toEqual(['2025-12-30T08:15*']));

  test('a month and day in a row', () =>
    expect(dated('- 30 Dec 23:00 a', '- 1 Jan 00:10 b')).toEqual(['2025-12-30T23:00*', '2026-01-01T00:10*']));
});

describe('blocks of code', () => {
  const code = (...all: string[]): string[] => ['```', ...all, '```'];

  test('below a title', () =>
    expect(drawn(under('## Timeline', ...code('10:00 UTC - opened', '10:40 UTC - closed')))).toEqual([
      'list 10:00 UTC UTC opened',
      'list 10:40 UTC UTC closed',
    ]));

  test('below a label, each block by itself', () =>
    expect(
      read(
        timeline,
        lines('## Tokens', '', 'Timeline:', '', ...code('10:00 - a', '10:40 - b'), '', 'Timeline:', '', ...code('09:00 - c', '09:10 - d')),
      ).map(({ sequence, text }) => `${sequence} ${text}`),
    ).toEqual(['0 a', '0 b', '1 c', '1 d']));

  test.each([
    ['no timeline', lines('## Notes', '', ...code('10:00 - a', '10:40 - b'))],
    ['a query', under('## Timeline', ...code('select 1', '10:00'))],
  ])('%s', (_, text) => expect(drawn(text)).toEqual([]));
});

describe('lists below a label', () => {
  test.each([
    ['with a colon', ['**Timeline:**', '- 13:00 UTC a', '- 13:45 UTC b'], 2],
    ['without one', ['**Timeline**', '', '- 13:00 UTC a'], 1],
    ['behind a field', ['**Severity:** high', '**Timeline of events:**', '', '- 13:00 UTC a'], 1],
    ['of something else', ['**Meetings:**', '', '- 13:00 UTC a'], 0],
    ['a sentence', ['The timeline of the vendor was sent by mail.', '', '- 13:00 UTC a'], 0],
  ])('%s', (_, all, count) => expect(drawn(lines('# Outage', '', '## Details', '', ...all))).toHaveLength(count));
});

describe('events without a date', () => {
  const relatives = (...all: string[]): (string | undefined)[] =>
    read(timeline, under('## Timeline', ...all)).map(({ relative }) => relative);

  test.each([
    [
      'minutes since the start',
      ['| Time | Event |', '|-|-|', '| T+0 | a |', '| T+12 | b |', '| T+1hr 15min | c |', '| T+01:30 | d |'],
      ['T+00:00', 'T+00:12', 'T+01:15', 'T+01:30'],
    ],
    ['of the hour zero', ['| Heure | Fait |', '|-|-|', '| H+00 | a |', '| H+45 | b |'], ['T+00:00', 'T+00:45']],
    ['with a sign alone', ['- +20m: a', '- +2h: b'], ['T+00:20', 'T+02:00']],
    ['clocks, over midnight', ['- 23:50 a', '- 00:10 b', '- 00:05 c'], ['day 1, 23:50', 'day 2, 00:10', 'day 2, 00:05']],
    ['none where the date is known', ['- 2026-01-05 23:50 a', '- 00:10 b'], [undefined, undefined]],
    ['none of a template', ['- HH:MM - a'], [undefined]],
  ])('%s', (_, items, expected) => expect(relatives(...items)).toEqual(expected));
});
