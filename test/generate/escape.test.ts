/** Escaped text reads as the text. */
import type { Nodes, Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { escapeText, oneLine } from '../../src/generate/escape.ts';
import type { Spot } from '../../src/generate/spot.ts';
import { parse } from '../../src/markdown/parse.ts';
import { sourceOfText } from '../../src/model/source.ts';
import { fc } from '../tooling/fast-check.ts';

const tree = (markdown: string): Root => parse(sourceOfText('x.md', markdown)).root;

// Where a text may stand: the line around it, and what surrounds the line.
const frames: Readonly<Record<string, { spot: Partial<Spot>; head?: string; tail?: string; path: readonly string[] }>> = {
  'a paragraph': { spot: { before: 'prefix ', after: ' suffix' }, path: ['paragraph'] },
  'a whole paragraph': { spot: {}, path: ['paragraph'] },
  'a second line': { spot: {}, head: 'first line\n', path: ['paragraph'] },
  'the middle of a line': { spot: { before: 'prefix', after: '.' }, path: ['paragraph'] },
  'a list item': { spot: { before: '- prefix ', after: ' suffix' }, path: ['list', 'listItem', 'paragraph'] },
  'the start of a list item': { spot: { before: '- ' }, path: ['list', 'listItem', 'paragraph'] },
  'the start of a numbered item': { spot: { before: '1. ', after: ' suffix' }, path: ['list', 'listItem', 'paragraph'] },
  'a quote': { spot: { before: '> ' }, path: ['blockquote', 'paragraph'] },
  'a heading': { spot: { before: '## ', heading: true }, path: ['heading'] },
  'a cell': {
    spot: { before: '| prefix ', after: ' suffix | b |', cell: true },
    head: '| x | y |\n|---|---|\n',
    path: ['table', 'tableRow', 'tableCell'],
  },
  'a link': { spot: { before: '[', after: '](https://example.com)', link: true }, path: ['paragraph', 'link'] },
  'strong text': { spot: { before: '**A:** ', after: '' }, path: ['paragraph'] },
};

const hostile = fc.constantFrom(
  ...'`*_~[]<>&|\\!#+-=:.()@/"\' 1a'.split(''),
  '``',
  '```',
  '~~~',
  '  ',
  'word',
  '&amp;',
  '&#35;',
  '<b>',
  '<!--',
  '-->',
  '](',
  '[x] ',
  '[^1]',
  '![',
  '1. ',
  '10) ',
  '- ',
  '* ',
  '---',
  '===',
  '| --- |',
  '|:-:|',
  'https://',
  'http://a.b/',
  'www.',
  'www.a.b/',
  'a@b.co',
  'x_y',
  '__proto__',
  '<script>',
  '{{',
  '{{{',
  '\n',
  '\r\n',
  '\t',
  '\n\n',
  '\0',
  '\uD800',
  'é',
  '字',
  '😀',
  '\u00A0',
);
const text = fc.oneof(
  fc.array(hostile, { maxLength: 14 }).map((parts) => parts.join('')),
  fc.string(),
  fc.string({ unit: 'binary' }),
);

interface Piece {
  readonly code: boolean;
  readonly text: string;
}

// The code spans of a text, told apart by another algorithm than the one under test: the parser's, on text without any other mark.
const expected = (value: string): Piece[] => {
  const letters = [...value].map((letter) => (letter === '`' ? '`' : letter === ' ' ? ' ' : 'x'));
  const paragraph = tree(`x${letters.join('')}x`).children[0];
  let at = -1;
  const units = [...value];
  const nodes = paragraph?.type === 'paragraph' ? paragraph.children : [];
  return nodes.flatMap((node): Piece[] => {
    const length = (node.position?.end.offset ?? 0) - (node.position?.start.offset ?? 0);
    const raw = units.slice(Math.max(at, 0), at + length).join('');
    at += length;
    return [{ code: node.type === 'inlineCode', text: node.type === 'inlineCode' ? raw.replace(/^(`+)([\s\S]*)\1$/, '$2') : raw }];
  });
};

const stripped = (code: string): string => (/^ .* $/.test(code) && code.trim() !== '' ? code.slice(1, -1) : code);

const visible = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.code ? `\u0001${stripped(piece.text)}\u0001` : piece.text)).join('');

// All text below a node; only text, code spans and addresses that show where they lead may be there.
const shown = (node: Nodes): string => {
  if (node.type === 'text') return node.value;
  if (node.type === 'inlineCode') return `\u0001${node.value}\u0001`;
  if (node.type === 'strong' && node.position?.start.column === 1) return node.children.map(shown).join('');
  if (node.type === 'link') {
    const label = node.children.map(shown).join('');
    if (![label, `mailto:${label}`, `http://${label}`].includes(node.url)) throw new Error(`A link from ${label} to ${node.url}`);
    return label;
  }
  throw new Error(`A ${node.type}`);
};

const only = (root: Root, path: readonly string[], head: string): readonly Nodes[] => {
  let node: Nodes = root;
  for (const [index, type] of path.entries()) {
    const children: readonly Nodes[] = 'children' in node ? node.children : [];
    const child = children[type === 'tableRow' ? 1 : 0];
    if (child?.type !== type) throw new Error(`Expected a ${type}, found a ${child?.type}`);
    if (children.length !== (type === 'tableRow' || type === 'tableCell' ? 2 : 1))
      throw new Error(`${children.length} children at ${path[index - 1] ?? 'the top'} ${head}`);
    node = child;
  }
  return 'children' in node ? node.children : [];
};

describe('escaped text reads as the text', () => {
  it.each(Object.entries(frames))('in %s', (_, { spot, head = '', tail = '', path }) => {
    fc.assert(
      fc.property(text, (value) => {
        const line = oneLine(value);
        fc.pre(line !== '');
        const at: Spot = { before: '', after: '', ...spot };
        const markdown = `${head}${at.before}${escapeText(value, at)}${at.after}${tail}\n`;
        const nodes = only(tree(markdown), path, head);
        const got = nodes.map(shown).join('').replaceAll('\n', ' ');
        const plain = (edge: string): string =>
          edge
            .replace(/^(?:- |1\. |> |## |\| |\[)/, '')
            .replace(/\](?:\(.*)?$|\| b \|$/, '')
            .replaceAll('**', '');
        const whole = `${head === 'first line\n' ? 'first line ' : ''}${plain(at.before)}${visible(expected(line))}${plain(at.after)}`;
        expect(got.trim(), markdown).toBe(whole.trim());
      }),
      { numRuns: 1500 },
    );
  });
});
