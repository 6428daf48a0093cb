import { describe, expect, test } from 'vitest';
import { lookalikes } from '../../src/read/lookalikes.ts';
import { tasks } from '../../src/read/tasks.ts';
import { lines, pieceAt, placeAt, read } from './reading.ts';

const looks = (text: string): string =>
  read(lookalikes, text)
    .map((found) => `${found.where} ${found.looks} ${found.box}`)
    .join(', ');

describe('measured parser behaviour (validators.md 4.2): what no parser counts is a look-alike', () => {
  test.each([
    ['- [v] a', 'item done [v]'],
    ['- [o] a', 'item done [o]'],
    ['-[ ] a', 'line open [ ]'],
    ['1.[ ] a', 'line open [ ]'],
    ['1.[x] a', 'line done [x]'],
    ['- [\u200b] zero width', 'item open [\u200b]'],
    ['- [х] Cyrillic', 'item done [х]'],
    ['- ［ ］ full width', 'item open ［ ］'],
    ['• [ ] bullet', 'line open [ ]'],
    ['– [ ] dash', 'line open [ ]'],
    ['[ ] bare', 'line open [ ]'],
    ['[x] bare', 'line done [x]'],
    ['- **[ ]** a', 'item open [ ]'],
    ['- _[x] a_', 'item done [x]'],
    ['Para\n2. [ ] a', 'line open [ ]'],
    ['- a\n\n  [ ] b', 'item open [ ]'],
    ['- a [ ]', 'item open [ ]'],
    ['- a [x]', 'item done [x]'],
    ['<details>\n- [ ] a\n</details>', 'html open [ ]'],
    ['<div>[ ] a</div>', 'html open [ ]'],
    ['<input type="checkbox" checked> a', 'html done <input type="checkbox" checked>'],
    ["<INPUT disabled type='checkbox'>", "html open <INPUT disabled type='checkbox'>"],
  ])('%j', (text, expected) => expect(looks(text)).toBe(expected));

  test.each([
    ['- [ ] verify [x] flags'],
    ['- [x] `[ ]` is a box'],
    ['````\n```\n- [ ] a\n```\n````'],
    ['[x]: http://x\n\n- [x] done'],
    ['- [x](u)'],
    ['- [x][ref]\n\n[ref]: u'],
  ])('nothing more than the task, if any, is seen in %j', (text) => expect(looks(text)).toBe(''));
});

describe('what people write for boxes', () => {
  test.each([
    ['- [] (R) Production readiness review completed', 'item open []'],
    ['- [ X ] ensure', 'item done [ X ]'],
    ['- [  ] e2e Tests', 'item open [  ]'],
    ['- [Y] Core features complete', 'item done [Y]'],
    ['- [N] Security audit completed or waived', 'item unclear [N]'],
    ['- [yes] a', 'item done [yes]'],
    ['- [DONE] a', 'item done [DONE]'],
    ['- [✅] [Initial unit tests](url)', 'item done [✅]'],
    ['- [❌] a', 'item unclear [❌]'],
    ['- [*] Feature gate', 'item done [*]'],
    ['- [/] **Audit Logs**', 'item unclear [/]'],
    ['- [<] a', 'item unclear [<]'],
    ['- [?] a', 'item unclear [?]'],
    ['- [!] a', 'item unclear [!]'],
    ['- ⬜ Privacy Policy updated with:', 'item open ⬜'],
    ['☐ ballot line', 'line open ☐'],
    ['### 3. Test RBAC ⬜ TODO', 'heading open ⬜'],
    ['- 🔲 a', 'item open 🔲'],
    ['- ▢ a', 'item open ▢'],
    ['- ( ) a', 'item open ( )'],
    ['## [ ] A heading', 'heading open [ ]'],
    ['- [x] Unit tests  [ ] Load tests', 'item open [ ]'],
    ['- [x] Unit tests ☐ Load tests', 'item open ☐'],
    ['Traffic is stopped [ ]', 'line open [ ]'],
    ['Traffic is stopped ☐', 'line open ☐'],
    ['-\u00a0[ ] a', 'line open [ ]'],
    ['\u200b- [ ] a', 'line open [ ]'],
    ['a. [ ] a', 'line open [ ]'],
    ['- [x] a\n  b) [ ] c', 'item open [ ]'],
    ['- [_] a', 'item unclear [_]'],
    ['- [.] a', 'item unclear [.]'],
    ['- &#9744; a', 'item open &#9744;'],
    ['- :white_large_square: a', 'item open :white_large_square:'],
    ['<table><tr><td>a</td><td>☐</td></tr></table>', 'html open ☐'],
    ['<table>\n<tr><td>[ ]</td></tr>\n</table>', 'html open [ ]'],
    ['<p>&#x2610; a</p>', 'html open &#x2610;'],
  ])('%j', (text, expected) => expect(looks(text)).toBe(expected));

  test.each([
    ['- [CRI] Runtime'],
    ['- [GA] Release'],
    ['- [WIP] a'],
    ['- [#3] a'],
    ['- [1] a'],
    ['- [GA](#ga)'],
    ['- [CI] text'],
    ['- [link][]'],
    ['- [note]: a'],
    ['[//]: # ([ ] internal)'],
    ['- ![x](a.png)'],
    ['- array[x] of things'],
    ['- `array[ ]`'],
    ['An array[ ] in a sentence'],
    ['# A heading [x]'],
    ['Mark [ ] as [x] when it is done'],
    ['- [ ] open already [ ] and more'],
    ['- [x] see array[ ] of things'],
    ['| Symbol | Meaning |\n|-|-|\n| ⬜ | not started |'],
  ])('no look-alike: %j', (text) => expect(looks(text)).toBe(''));
});

test('every item or line is either a task or a look-alike, never both', () => {
  const text = '- [ ] a\n- [x ] b\n- [~] c\n';
  expect([read(tasks, text).length, read(lookalikes, text).length]).toEqual([2, 1]);
});

describe('a look-alike', () => {
  test('stands where its box stands, with its line and section', () => {
    const text = lines('# A', '', '## B', '', '> - a', '>   - **[x ] bold** text');
    expect(read(lookalikes, text)).toEqual([{ box: '[x ]', text: '[x ] bold** text', where: 'item', looks: 'done', section: ['A', 'B'] }]);
    expect(pieceAt(lookalikes, text, '/0')).toBe('[x ]');
    expect(placeAt(lookalikes, text, '/0').start).toMatchObject({ line: 6, column: 9 });
  });

  test.each([
    ['LF', '- a\n  [ ] b'],
    ['CRLF', '- a\r\n  [ ] b'],
    ['CR', '- a\r  [ ] b'],
    ['a quote', '> a\n> [ ] b'],
    ['the same line twice', '- a\n  a\n  [ ] b'],
    ['a table', '| a | b |\n|--|--|\n| x | [ ] |'],
    ['HTML', '<p>\n[ ] b\n</p>'],
    ['HTML with a comment that holds a box', '<p>\n<!-- [x] -->\n[ ] b\n</p>'],
  ])('is found exactly: %s', (_, text) => {
    expect(pieceAt(lookalikes, text, '/0')).toBe('[ ]');
    expect(read(lookalikes, text)).toHaveLength(1);
  });

  test('shows at most 120 characters of its line', () => expect(read(lookalikes, `[ ] ${'x'.repeat(500)}`)[0]?.text).toHaveLength(120));
});

test('an open square behind a ticked box is work that the tick hides', () => expect(looks('- [x] ⬜ Risk limits')).toBe('item open ⬜'));
