import { expect, test } from 'vitest';
import { absentFrom, withoutCommands, writeCommand } from '../../src/report/workflow-command.ts';
import { obeyed } from '../action/run.ts';
import { fc } from '../tooling/fast-check.ts';

const piece = fc.constantFrom(
  ...['::', '##[', ']', 'stop-commands', 'error', 'add-mask', ' ', '\n', '\r', '\r\n', '%0A', ',', '=', ':', 'docgate-', 'é', '\u2028'],
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

test('an annotation is one command, whatever it says', () => {
  fc.assert(
    fc.property(text, text, text, (file, title, message) => {
      const commands = obeyed(`${writeCommand('error', { file, title, line: 3, col: undefined }, message)}\n`);
      expect(commands).toMatchObject([{ name: 'error', properties: { line: '3' } }]);
      expect(Object.keys(commands[0]?.properties ?? {})).toEqual(['file', 'title', 'line']);
    }),
  );
});

test('between the guards nothing is obeyed, after them everything', () => {
  fc.assert(
    fc.property(text, (words) => {
      const log = `${withoutCommands(`${words}\n`)}::notice title=after::x\n`;
      expect(obeyed(log)).toMatchObject([{ name: 'notice', properties: { title: 'after' } }]);
    }),
  );
});

test('a text that repeats the guard of another text does not break out', () => {
  const first = withoutCommands('::error::a\n');
  expect(obeyed(withoutCommands(first))).toEqual([]);
  expect(first).not.toContain(absentFrom(first));
});
