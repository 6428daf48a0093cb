import { describe, expect, test } from 'vitest';
import { outlineOf } from '../../src/markdown/outline.ts';
import { unzip } from '../../src/model/located.ts';
import type { Action } from '../../src/model/parts/incident.ts';
import { sourceOfText } from '../../src/model/source.ts';
import { readActions } from '../../src/read/actions.ts';
import { lines } from './reading.ts';

const actions = (...all: string[]) => unzip(readActions(outlineOf(sourceOfText('a.md', lines(...all))))).data as readonly Action[];

const under = (...all: string[]) => actions('## Action items', '', ...all);

describe('lists', () => {
  test.each([
    ['a bullet', '- Add an alarm', { text: 'Add an alarm', state: 'unknown', form: 'list' }],
    [
      'an open box',
      '- [ ] Enable SMTP [issue](https://x/issues/1)',
      { text: 'Enable SMTP issue', state: 'open', form: 'task', links: ['https://x/issues/1'] },
    ],
    ['a ticked box', '- [x] Add log metric', { state: 'done' }],
    ['what does not apply', '- [~] Add log metric', { state: 'not-applicable' }],
    ['two boxes', '- [ ] [x] Add log metric', { state: 'open' }],
    [
      'a test with its date and owner',
      '1. **Add test**: `tests/regression/a.py` — due 2026-01-05 — @jo',
      { form: 'list', prevents: true, commands: ['tests/regression/a.py'], owners: ['@jo'], due: { date: '2026-01-05' } },
    ],
    ['a day that does not exist', '- Add test (owner: @jo, due: 2026-06-31)', { due: { impossible: true, raw: '2026-06-31' } }],
    ['a day that can be two', '- Add test, due 5/6/2026', { due: { ambiguous: true, raw: '5/6/2026' } }],
    ['owner behind a dash', '- Add alarm — Jo Doe — 2026-01-05 — open', { owners: ['Jo Doe'] }],
    ['a preventive test', '- [ ] Test added to catch this', { prevents: true }],
    ['a Japanese test', '- 回帰テストを追加', { prevents: true }],
    ['a placeholder', '- [ ] [TBD]', { placeholder: true }],
  ])('%s', (_, text, expected) => expect(under(text)).toMatchObject([expected]));

  test.each([
    ['- Add alarm — due soon'],
    ['- Add alarm — the whole platform team of ops'],
    ['- Add alarm — rack 7'],
    ['- Add alarm — soon'],
    ['- Add alarm. Owner: . Due: .'],
  ])('no owner: %j', (text) => expect(under(text)[0]).not.toHaveProperty('owners'));

  test('an empty item is none', () => expect(under('-', '- b')).toHaveLength(1));

  // itemAction asks for a label before a nested list, itemsOf does not go below.
  test('groups name their items', () =>
    expect(actions('## Action items', '### Process', '- a', '### Technical', '- b').map(({ text }) => text)).toEqual(['a', 'b']));
});

describe('tables', () => {
  const row = (header: string, cells: string) => under(header, header.replace(/[^|]+/g, '---'), cells);
  test.each([
    [
      'English',
      '| Item | Owner | ETA | Status |',
      '| Add alarm | Jo | 2026-01-05 | Done |',
      { text: 'Add alarm', owners: ['Jo'], due: { date: '2026-01-05' }, state: 'done', form: 'table' },
    ],
    [
      'Japanese',
      '| # | アクション | 担当 | 期限 | 状態 |',
      '| 1 | 追加 | 開発 | 2026/01/05 | **完了** |',
      { text: '追加', owners: ['開発'], due: { date: '2026-01-05' }, state: 'done' },
    ],
    [
      'a type column',
      '| Action Item | Type | Priority | Bug | Status |',
      '| Reproduce in e2e | Prevent | P0 | #1 | DONE |',
      { prevents: true, state: 'done' },
    ],
    ['open', '| Action | Status |', '| a | in_progress |', { state: 'open' }],
    ['no state yet', '| Action | Status |', '| a | |', { state: 'unknown' }],
    ['blanks', '| Action | Owner | Due |', '| TBD | ____ | TBD |', { placeholder: true }],
  ])('%s', (_, header, cells, expected) => expect(row(header, cells)).toMatchObject([expected]));

  test.each([
    ['no action column', '| Owner | Status |', '| Jo | done |'],
    ['an empty action', '| Action | Status |', '| | done |'],
  ])('%s', (_, header, cells) => expect(row(header, cells)).toEqual([]));
});

describe('the part is found by its names', () => {
  test.each([
    ['## Preventive Measures'],
    ['## Follow-ups'],
    ['## Review actions'],
    ['## 再発防止'],
    ['## 5. Action Items'],
    ['**Action items:**'],
    ['## Lessons learned'],
  ])('%s', (title) => {
    expect(actions(title, '', '- a')).toHaveLength(title === '## Lessons learned' ? 0 : 1);
  });

  test('of several, the first that is filled counts', () => expect(actions('## Actions', '', '## Follow-ups', '', '- a')).toHaveLength(1));
});

describe('tables in other languages', () => {
  const row = (header: string, cells: string) => under(header, header.replace(/[^|]+/g, '-'), cells)[0];

  test.each([
    [
      '| Acción | Responsable | Fecha límite | Estado |',
      '| Mover secretos | Equipo | 2026-06-31 | Pendiente |',
      'open',
      'Equipo',
      '2026-06-31',
    ],
    ['| Mesure | Responsable | Échéance | Statut |', '| Ajouter un test | @a | 2026-06-30 | Terminé |', 'done', '@a', '2026-06-30'],
    ['| Maßnahme | Verantwortlich | Frist | Stand |', '| Alarm | Betrieb | 2026-06-30 | offen |', 'open', 'Betrieb', '2026-06-30'],
    ['| 対策 | 担当 | 期限 | 状態 |', '| 監視 | @a | 2026/06/30 | 未完了 |', 'open', '@a', '2026/06/30'],
    ['| 行动项 | 负责人 | 截止日期 | 状态 |', '| 告警 | @a | 2026-06-30 | 已完成 |', 'done', '@a', '2026-06-30'],
    ['| Действие | Ответственный | Срок | Статус |', '| Тест | @a | 2026-06-30 | Готово |', 'done', '@a', '2026-06-30'],
    ['| Tindakan | Penanggung Jawab | Tenggat | Status |', '| Skrip | Dev | 2026-06-30 | Selesai |', 'done', 'Dev', '2026-06-30'],
  ])('%s', (header, cells, state, owner, due) => expect(row(header, cells)).toMatchObject({ state, owners: [owner], due: { raw: due } }));

  test.each([['未完了'], ['未完成'], ['Not done'], ['Almost closed']])('%s is open', (state) =>
    expect(row('| Action | Owner | Status |', `| Add | @a | ${state} |`)).toMatchObject({ state: 'open' }),
  );
});
