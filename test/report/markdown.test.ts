import type { Nodes, Root, Table, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { printMarkdown } from '../../src/report/markdown.ts';
import { makeVisible } from '../../src/report/visible.ts';
import { fc } from '../tooling/fast-check.ts';
import { cleanReport, crowdedReport, options, report } from './fixture.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

const parse = (subject: typeof report): Root => parser.parse(printMarkdown(subject, options));

const walk = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap((child) => walk(child)) : [])];

const textOf = (node: Nodes): string =>
  walk(node)
    .map((part) => (part.type === 'text' ? part.value : part.type === 'html' && part.value === '<br>' ? '\n' : ''))
    .join('')
    .replaceAll('\u200D', '');

const rowsOf = (root: Root): TableRow[] =>
  root.children.filter((node): node is Table => node.type === 'table').flatMap(({ children }) => children.slice(1));

const cellOf = (row: TableRow | undefined, index: number): string => {
  const cell = row?.children[index];
  return cell === undefined ? '' : textOf(cell);
};

const root = parse(report);

// What is left of a text in a cell: lines trimmed, hidden characters shown.
const cellText = (text: string): string =>
  makeVisible(text, '\n')
    .trim()
    .split(/\s*\n\s*/)
    .join('\n');

test('each file and each finding has one row', () => {
  expect(rowsOf(root)).toHaveLength(report.files.length + 1 + report.findings.length);
});

test('a cell shows what the message says', () => {
  const cells = rowsOf(root)
    .slice(report.files.length + 1)
    .map((row) => cellOf(row, 2));
  for (const [index, finding] of report.findings.entries()) expect(cells[index]?.startsWith(cellText(finding.message))).toBe(true);
});

test('user text brings no markup: only our elements, only links to help pages', () => {
  const html = walk(root).flatMap((node) => (node.type === 'html' ? (node.value.match(/<\/?\w+/g) ?? []) : []));
  expect(new Set(html)).toEqual(new Set(['<code', '</code', '<br', '<details', '</details', '<summary', '</summary', '<sub', '</sub']));
  const kinds = new Set(walk(root).map(({ type }) => type));
  for (const type of ['emphasis', 'strong', 'inlineCode', 'image', 'delete', 'code']) expect(kinds).not.toContain(type);
  for (const node of walk(root)) if (node.type === 'link') expect(node.url).toMatch(/^https:\/\/(docgate\.dev\/rules|evil\.example)/);
});

test('nobody is notified and no issue is linked', () => {
  const outsideCode = printMarkdown(report, options).replace(/<code>.*?<\/code>/g, '');
  expect(outsideCode).not.toMatch(/@\w/);
  expect(outsideCode).not.toMatch(/(?<!^|#)#\d/m);
});

test('every details element is closed, and open where errors are', () => {
  const text = printMarkdown(report, options);
  expect(text.match(/<details/g)).toHaveLength(5);
  expect(text.match(/<\/details>/g)).toHaveLength(5);
  expect(text.match(/<details open>/g)).toHaveLength(3);
});

test('a clean report has no findings to unfold', () => {
  expect(printMarkdown(cleanReport, options)).not.toContain('<details');
});

describe('a report that is too long', () => {
  const crowded = crowdedReport(2000);
  const text = printMarkdown(crowded, options);

  test('stays within 60,000 characters and is cut at a row', () => {
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text.length).toBeGreaterThan(55_000);
    expect(text.match(/<details/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  });

  test('counts what it leaves out', () => {
    const shown = rowsOf(parser.parse(text)).length - crowded.files.length;
    const more = Number(/^(\d+) more findings$/m.exec(text)?.[1]);
    expect(shown + more).toBe(crowded.findings.length);
  });

  test('counts the files it leaves out', () => {
    const [file] = report.files;
    if (file === undefined) throw new Error('The fixture is empty.');
    const files = Array.from({ length: 5000 }, (_, index) => ({ ...file, path: `docs/${String(index).padStart(4, '0')}.md` }));
    const many = printMarkdown({ ...cleanReport, files }, options);
    const more = Number(/^(\d+) more files$/m.exec(many)?.[1]);
    expect(many.length).toBeLessThanOrEqual(60_000);
    expect(rowsOf(parser.parse(many)).length + more).toBe(5000);
  });
});

test('any message is one row and reads as it was written', () => {
  const [finding] = report.findings;
  if (finding === undefined) throw new Error('The fixture is empty.');
  const character = fc.constantFrom(...'ab |\\`*_[]()<>&~$#@!{}:-+=1./"\'\n\u001B'.split(''), '&amp;', '<!--', '](x)', '```');
  fc.assert(
    fc.property(fc.array(character, { maxLength: 40 }), (characters) => {
      const message = characters.join('');
      const rows = rowsOf(parse({ ...report, files: [], findings: [{ ...finding, message }] }));
      expect(rows).toHaveLength(2);
      expect(cellOf(rows[1], 2)).toBe(cellText(message));
    }),
  );
});
