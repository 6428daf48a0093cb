import { describe, expect, test } from 'vitest';
import { unreadSignOffs } from '../../src/read/unread-sign-offs.ts';
import { lines, pieceAt, read } from './reading.ts';

const html = (...rows: readonly (readonly string[])[]): string =>
  lines('<table>', ...rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`), '</table>');

const cued = (text: string): string => `# Release\n\n## Sign-off\n\n${text}`;
const plan = (text: string): string => `# Release\n\n## Plan\n\n${text}`;
const count = (text: string): number => read(unreadSignOffs, text).length;

describe('tables in HTML', () => {
  test.each([
    ['a rejection', cued(html(['Role', 'Name', 'Decision'], ['QA', 'jo', 'REJECTED'])), 1],
    ['nothing filled in', cued(html(['Role', 'Name', 'Date'], ['QA', '', ''])), 1],
    ['below any heading', plan(html(['Approver', 'Decision'], ['QA', 'approved'])), 1],
    ['a no-go below any heading', plan(html(['Area', 'State'], ['QA lead', 'NO-GO'])), 1],
    ['with empty lines in it', cued(html(['Role', 'Name', 'Decision'], ['QA', 'jo', 'ok']).replaceAll('\n', '\n\n')), 1],
    ['that is not closed', cued('<table>\n<tr><td>Role</td><td>Decision</td></tr>'), 1],
    ['of anything else', plan(html(['Metric', 'Value'], ['p95', '3 ms'])), 0],
    ['of pictures', cued(html(['<img src="a.png">', '<img src="b.png">'])), 0],
    ['that is commented out', cued(`<!--\n${html(['Role', 'Decision'], ['QA', 'REJECTED'])}\n-->`), 0],
    ['as an example', `# Release\n\n## Sign-off\n\n### How to use\n\n${html(['Role', 'Decision'], ['QA', ''])}`, 0],
    ['in code', cued(`\`\`\`html\n${html(['Role', 'Decision'], ['QA', 'REJECTED'])}\n\`\`\``), 0],
  ])('%s', (_, text, expected) => expect(count(text)).toBe(expected));

  test('stand where they begin', () =>
    expect(pieceAt(unreadSignOffs, cued(html(['Role', 'Decision'], ['QA', 'REJECTED'])), '/0')).toBe('<table>'));
});

describe('tables whose columns are not understood', () => {
  test.each([
    ['that stop', cued('| Voice | Ballot |\n|-|-|\n| jo | NO-GO |'), 1],
    ['that stop below any heading', plan('| Voice | Ballot |\n|-|-|\n| jo | Rejected |'), 0],
    ['that stop nothing', cued('| Change | Approvers |\n|-|-|\n| Database | 2 |'), 0],
    ['that are read', cued('| Role | Decision |\n|-|-|\n| QA | rejected |'), 0],
    ['that are check lists', cued('| Check | Status |\n|-|-|\n| Load test | Failed |'), 0],
  ])('%s', (_, text, expected) => expect(count(text)).toBe(expected));
});
