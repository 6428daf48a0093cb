/** What repeats a sign thousands of times is read in time: an expression that tries every way to match it would never end. */
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/kinds/index.ts';
import type { KindName } from '../../src/model/document.ts';
import { sourceOfText } from '../../src/model/source.ts';

const pieces = [
  ...[
    ' ',
    '\t',
    '\u00A0',
    '_',
    '-',
    '–',
    '.',
    '…',
    ':',
    '/',
    '#',
    '|',
    '*',
    '~',
    '`',
    '<',
    '>',
    '(',
    '[',
    ']',
    '!',
    '?',
    '\\',
    '&',
    '@',
    '%',
  ],
  ...[
    'a',
    'a ',
    'A ',
    'no ',
    'not ',
    '0',
    '1.',
    '1_',
    '1:',
    '1-',
    '1 ',
    '☐',
    '✅',
    '☐ ',
    '[ ]',
    '[ ] ',
    '- ',
    '_ ',
    '- [ ] ',
    'x: ',
    '> ',
    '<b>',
  ],
  ...[
    '<!--',
    '<input type=checkbox ',
    'P1/',
    'GO/',
    'v1.',
    '(1',
    '[a](',
    '~~',
    ', ',
    '@a ',
    'and ',
    'é',
    '😀',
    '日',
    '10:00 ',
    '2026-01-05 ',
  ],
];

type Form = readonly [kind: KindName, write: (text: string) => string];

const forms: Readonly<Record<string, Form>> = {
  'a paragraph': ['checklist', (text) => `# Release\n\n${text}x\n`],
  'a heading': ['incident', (text) => `# Release\n\n## ${text}x\n\nText.\n`],
  'a version': ['changelog', (text) => `# Changelog\n\n## [1.2.0] - 2026-01-05\n\n## 1${text})\n\n- Text.\n`],
  'a field': ['incident', (text) => `# Release\n\n**Status:** ${text}x\n**${text}x:** text\n`],
  'an item': ['checklist', (text) => `# Release\n\n- [x] ${text}x\n- ${text}x\n`],
  'a cell': [
    'approvals',
    (text) => `# Approvals\n\n| Role | Name | Decision | Date |\n|---|---|---|---|\n| QA${text}x | @a${text}x | ${text}x | ${text}x |\n`,
  ],
  'a block of HTML': ['approvals', (text) => `# Release\n\n<div>${text}x</div>\n`],
  'a timeline': ['incident', (text) => `# Incident\n\n## Timeline\n\n- 10:00 ${text}x\n- ${text}x 10:05\n`],
  'a limit': ['promotion', (text) => `# Promotion\n\n## Staging\n\n### Monitoring\n\n- Error rate: ${text}x\n- ${text}x below 1%\n`],
};

describe.each(Object.entries(forms))('in %s', (_, [kind, write]) => {
  it.each(pieces)('%j is read', (piece) => {
    const text = write(piece.repeat(Math.ceil(3_000 / piece.length)));
    expect(readDocument(sourceOfText('a.md', text), kind).kind).toBe(kind);
  });
});
