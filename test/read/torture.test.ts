import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pointAt, sourceOfText } from '../../src/model/source.ts';
import { lookalikes } from '../../src/read/lookalikes.ts';
import { tasks } from '../../src/read/tasks.ts';
import { lines, unzipped } from './reading.ts';

// What a text yields: `open`, `done` … for each task, `open?`, `done?`, `unclear?` for each look-alike, by line.
const outcomes = (text: string): Map<number, string[]> => {
  const found = new Map<number, string[]>();
  const note = (line: number, outcome: string): void => void found.set(line, [...(found.get(line) ?? []), outcome]);
  const source = sourceOfText('a.md', text);
  const [done, seen] = [unzipped(tasks, text), unzipped(lookalikes, text)];
  const lineOf = (ranges: ReadonlyMap<string, { start: number }>, pointer: string): number =>
    pointAt(source, ranges.get(pointer)?.start ?? -1).line;
  for (const [index, { state }] of done.data.entries()) note(lineOf(done.ranges, `/${index}/state`), state);
  for (const [index, { looks }] of seen.data.entries()) note(lineOf(seen.ranges, `/${index}`), `${looks}?`);
  return found;
};

const outcome = (text: string): string => [...outcomes(text).values()].flat().join(' ');

describe('a box is a task, a look-alike, or deliberately nothing', () => {
  test.each([
    ['- [ ] unchecked', 'open'],
    ['- [x] lower', 'done'],
    ['- [X] upper', 'done'],
    ['- [x ] space behind', 'done?'],
    ['- [ x] space before', 'done?'],
    ['- [xx] twice', 'done?'],
    ['- [-] dash', 'unclear?'],
    ['- [~] inapplicable, as GitLab writes it', 'not-applicable'],
    ['- [/] slash', 'unclear?'],
    ['- [>] moved', 'unclear?'],
    ['- [✓] tick', 'done?'],
    ['- [✔] heavy tick', 'done?'],
    ['- [v] letter v', 'done?'],
    ['- [*] star', 'done?'],
    ['- [o] letter o', 'done?'],
    ['- [] nothing between', 'open?'],
    ['- [  ] two spaces', 'open?'],
    ['- [\t] tab', 'open'],
    ['- [\u00a0] no-break space', 'open?'],
    ['- [ ]touching', 'open?'],
    ['- [x]touching', 'done?'],
    ['- [ ]', 'open?'],
    ['- [x]', 'done?'],
    ['- ~~[ ] struck with its box~~', 'not-applicable'],
    ['- [ ] ~~struck within~~', 'not-applicable'],
    ['- [ ] N/A - there is no database', 'not-applicable'],
    ['- ✅ emoji', ''],
    ['- ☐ ballot', 'open?'],
    ['- ☑ ticked ballot', ''],
    ['- \\[ ] escaped', ''],
    ['- \\[x\\] escaped', ''],
    ['- `[ ]` code', ''],
    ['- ![ ] image', ''],
    ['- **[ ] bold**', 'open?'],
    ['- [ ](http://x) link', ''],
    ['- [x](http://x) link', ''],
    ['- [x][ref] link\n\n[ref]: http://r', ''],
    ['- [ ]: no definition', ''],
    ['- **bold** [ ] within', ''],
    ['- text [ ] within', ''],
    ['- <!-- c --> [ ] behind a comment', 'open?'],
    ['- <!-- [ ] in a comment -->', ''],
    ['- [ ] # no heading', 'open'],
    ['- [ ] [link](http://x)', 'open'],
    ['- &#91; ] entity', ''],
    ['1. [ ] one\n2. [x] two', 'open done'],
    ['1) [ ] bracket', 'open'],
    ['- [x] parent\n  - [ ] child\n    1. [ ] grandchild', 'done open open'],
    ['- parent\n  - [ ] child of plain', 'open'],
    ['+ [ ] plus', 'open'],
    ['* [ ] star', 'open'],
    ['> - [ ] quoted\n> - [x] quoted', 'open done'],
    ['> - [x] quoted\n[ ] lazy line', 'done open?'],
    ['> [ ] line in a quote', 'open?'],
    ['```\n- [ ] fenced\n```', ''],
    ['~~~md\n- [x] fenced by tildes\n~~~', ''],
    ['    - [ ] indented code', ''],
    ['<!--\n- [ ] commented out\n-->', ''],
    ['<details><summary>x</summary>\n- [ ] no blank line\n</details>', 'open?'],
    ['<details>\n\n- [ ] blank line\n\n</details>', 'open'],
    ['- [ ] loose\n\n- [x] loose', 'open done'],
    ['- [x] loose\n\n  second paragraph [ ]', 'done open?'],
    ['- \n  [ ] on the next line', 'open?'],
    ['-\n  [ ] on the next line of an empty marker', 'open'],
    ['Text[^1].\n\n[^1]: foot\n    - [ ] in a footnote', 'open'],
    ['- <input type="checkbox" disabled> raw', 'open?'],
    ['<ul><li><input type="checkbox"> raw</li></ul>', 'open?'],
    ['- first\n\n  [ ] second paragraph', 'open?'],
    ['- # heading\n  [ ] below a heading', 'open?'],
    ['- > [ ] quote in an item', 'open?'],
    ['- - [ ] list in a list', 'open'],
    ['-   [ ] three spaces', 'open'],
    ['-    [ ] four spaces', 'open'],
    ['-     [ ] five spaces: code', ''],
    ['   - [ ] indented by three', 'open'],
    ['Para\n- [ ] right after it', 'open'],
    ['- [ ] a\n2. [ ] another list', 'open open'],
    ['Para\n2. [ ] cannot interrupt it', 'open?'],
    ['- [ ] label\n  [x] second line\n  [ ] third line', 'open done? open?'],
  ])('%j: %s', (text, expected) => expect(outcome(text)).toBe(expected));
});

describe('a box in a table cell', () => {
  const cell = (text: string): string => outcome(lines('| Item | Done |', '|---|---|', `| a | ${text} |`));
  test.each([
    ['[ ]', 'open?'],
    ['[x]', ''],
    ['- [x]', ''],
    ['- [ ]', 'open?'],
    ['☐', 'open?'],
    ['✅', ''],
    ['<ul><li>- [ ] open</li></ul>', 'open?'],
    ['<input type="checkbox" checked>', 'done?'],
    ['<input type="checkbox">', 'open?'],
    ['<ul><li>[x] done</li></ul>', ''],
  ])('%j: %s', (text, expected) => expect(cell(text)).toBe(expected));

  // cellHits looks for cells that are a box and nothing else.
  test.each([['<ul><li>[ ] open</li></ul>'], ['[ ] run the migration'], ['☐ run the migration']])(
    'open work in a cell is not silent: %j',
    (text) => {
      expect(cell(text)).toBe('open?');
    },
  );

  // cellHits reads the plain text of the cell, which forgets code and escapes.
  test.each([['\\[ ]'], ['`[ ]`']])('code and escapes in a cell are no boxes: %j', (text) => expect(cell(text)).toBe(''));
});

const shared = new URL('../../../shared/data/torture.md', import.meta.url);

describe.skipIf(!existsSync(shared))('the shared torture file', () => {
  const byLine: Readonly<Record<number, string>> = {
    4: 'open',
    5: 'done',
    6: 'done',
    7: 'done?',
    8: 'done?',
    9: 'done?',
    10: 'unclear?',
    11: 'not-applicable',
    12: 'unclear?',
    13: 'unclear?',
    14: 'done?',
    15: 'done?',
    16: 'done?',
    17: 'done?',
    18: 'done?',
    19: 'open?',
    20: 'open?',
    21: 'open',
    22: 'open',
    23: 'open?',
    24: 'done?',
    25: 'open?',
    26: 'done?',
    27: 'not-applicable',
    28: 'not-applicable',
    29: 'not-applicable',
    31: 'open?',
    37: 'open?',
    44: 'open?',
    46: 'open',
    47: 'open',
    53: 'open',
    54: 'done',
    55: 'open',
    58: 'done',
    59: 'open',
    60: 'open',
    62: 'open',
    63: 'open',
    64: 'open',
    67: 'open',
    68: 'done',
    69: 'open?',
    70: 'open?',
    75: 'open?',
    79: 'done?',
    99: 'open?',
    104: 'open',
    109: 'open',
    111: 'done',
    113: 'open?',
    116: 'open?',
    118: 'open',
    124: 'open',
    127: 'open?',
    128: 'open?',
    133: 'open?',
    136: 'open?',
    138: 'open?',
    140: 'open',
    143: 'open',
    144: 'open',
    146: 'open',
    149: 'open',
    150: 'open',
    153: 'open?',
    155: 'open',
    156: 'done?',
    157: 'open?',
  };

  test('has the decided outcome on every line', () => {
    const found = outcomes(readFileSync(shared, 'utf8'));
    expect(Object.fromEntries([...found].map(([line, all]) => [line, all.join(' ')]))).toEqual(byLine);
  });
});
