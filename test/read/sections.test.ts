import { describe, expect, test } from 'vitest';
import { outlineOf } from '../../src/markdown/outline.ts';
import { unzip } from '../../src/model/located.ts';
import { sourceOfText } from '../../src/model/source.ts';
import { htmlElements } from '../../src/read/html-elements.ts';
import { linesOf } from '../../src/read/lines.ts';
import { findPart, itemsOf, locatedPart, partNodes } from '../../src/read/parts.ts';
import { dashboards, requiredLogs, rollback, rollbackTriggers } from '../../src/read/rollback.ts';
import { bareTitle, sectionNames } from '../../src/read/section-names.ts';
import { sections, title } from '../../src/read/sections.ts';
import { lines, pieceAt, read } from './reading.ts';

describe('the title', () => {
  test.each([
    ['the first first-level heading', '## A\n# B\n# C', 'B'],
    ['else the first heading', '### A\n## B', 'A'],
    ['else nothing', 'text', undefined],
  ])('is %s', (_, text, expected) => expect(read(title, text)).toBe(expected));
});

test('sections are located at their headings', () => {
  const text = '# A\n\none\n\ntwo\n\n## B ##\n';
  expect(read(sections, text)).toEqual([
    { title: 'A', slug: 'a', depth: 1, path: ['A'], prose: 'one\ntwo' },
    { title: 'B', slug: 'b', depth: 2, path: ['A', 'B'], prose: '', empty: true },
  ]);
  expect(pieceAt(sections, text, '/1')).toBe('## B ##');
});

describe('a section in which nothing is said is empty', () => {
  const isEmpty = (text: string): boolean => read(sections, `# A\n\n${text}`)[0]?.empty === true;
  test.each([
    [''],
    ['<!-- a -->'],
    ['---'],
    ['____'],
    ['TBD'],
    ['- [ ]'],
    ['[Describe what happened]'],
    ['## B\n\n### C'],
    ['- \n- TODO'],
    ['[a]: b'],
  ])('%j', (text) => expect(isEmpty(text)).toBe(true));
  test.each([['text'], ['- a'], ['```\na\n```'], ['![a](b)'], ['| A |\n|-|'], ['`a`'], ['## B\n\ntext'], ['> a']])('not %j', (text) =>
    expect(isEmpty(text)).toBe(false),
  );
});

describe('section names', () => {
  test.each([
    ['timeline', ['Timeline', 'Timeline (UTC)', '⏱ Incident Timeline', 'タイムライン', 'Key Events', '3. Timeline:']],
    ['rootCause', ['Root cause', 'Root Causes', 'Root cause analysis', 'Contributing Factors', '根本原因分析', 'RCA']],
    ['resolution', ['Resolution', 'Mitigation', 'Recovery', 'Immediate actions', '対応']],
    [
      'prevention',
      [
        'Action items',
        'Action Items:',
        'Preventive Measures',
        'Follow-ups',
        'Follow-up issues',
        'Review actions',
        'アクションアイテム',
        '再発防止',
      ],
    ],
    ['impact', ['Impact', 'Customer impact', 'Users affected', '影響']],
    ['summary', ['Summary', 'Executive Summary', 'What happened', '概要']],
    ['signOff', ['Sign-off', 'Signoff', 'Sign off', 'Sign‑off', 'Approvals', 'Go/No-Go', '承認', 'Aprovação do PO']],
    ['rollback', ['Rollback', 'Roll-back plan', 'Halt rules', 'Backout']],
    ['deliverables', ['Deliverables']],
  ] as const)('%s', (name, titles) => {
    for (const text of titles) expect([text, sectionNames[name].test(bareTitle(text))]).toEqual([text, true]);
  });

  test.each([
    ['timeline', 'Release'],
    ['rootCause', 'Because'],
    ['prevention', 'Transactions'],
    ['impact', 'Compact'],
  ] as const)('%s is not %s', (name, text) => expect(sectionNames[name].test(bareTitle(text))).toBe(false));
});

describe('parts', () => {
  const part = (text: string) => {
    const found = findPart(outlineOf(sourceOfText('a.md', text)), sectionNames.resolution);
    return found === undefined ? undefined : { data: unzip(locatedPart(found)).data, items: itemsOf(partNodes(found)).length };
  };
  test.each([
    ['a section', '## Resolution\n\nFixed.\n\n- a\n- b', { data: { title: 'Resolution', text: 'Fixed.' }, items: 2 }],
    ['a section with sub-sections', '## Resolution\n\n### X\n\n- a', { data: { title: 'Resolution' }, items: 1 }],
    ['an empty section', '## Resolution', { data: { title: 'Resolution', empty: true }, items: 0 }],
    ['the filled one of two', '## Mitigation\n\n## Resolution\n\nFixed.', { data: { title: 'Resolution', text: 'Fixed.' }, items: 0 }],
    ['a label with a list', '**Resolution:**\n\n- a\n- b\n\n**Next:**\n\n- c', { data: { title: 'Resolution' }, items: 2 }],
    ['a label with a value', '**Resolution:** restarted', { data: { title: 'Resolution' }, items: 0 }],
    ['a list key', '- **Resolution:**\n  - a\n  - b', { data: { title: 'Resolution' }, items: 2 }],
    ['an empty label', '**Resolution:**', { data: { title: 'Resolution', empty: true }, items: 0 }],
    ['a label with a paragraph', '**Resolution:**\n\ntext', { data: { title: 'Resolution', text: 'text' }, items: 0 }],
    ['nothing', 'text', undefined],
  ])('%s', (_, text, expected) => expect(part(text)).toEqual(expected));
});

test('rollback, its triggers, required logs and dashboards', () => {
  const text = lines(
    '## Rollback',
    '',
    'Revert.',
    '',
    '### Automatic rollback',
    '',
    '- errors',
    '',
    '## Required logs',
    '',
    '- audit',
    '',
    '## Dashboards',
    '',
    '- main',
  );
  expect(read(rollback, text)).toEqual({ title: 'Rollback', text: 'Revert.' });
  expect([read(rollbackTriggers, text), read(requiredLogs, text), read(dashboards, text)]).toEqual([['errors'], ['audit'], ['main']]);
  expect(read(rollback, '# A')).toBeUndefined();
});

test('the lines of a paragraph have exact ranges, without markers and hard breaks', () => {
  const source = sourceOfText('a.md', '> a  \r\n>   b\\\n> c');
  const quote = outlineOf(source).top.body[0] as { children: Parameters<typeof linesOf>[1][] };
  const found = quote.children.flatMap((node) => linesOf(source, node));
  expect(found.map(({ raw }) => raw)).toEqual(['a', 'b', 'c']);
  expect(found.map(({ range }) => source.text.slice(range.start, range.end))).toEqual(['a', 'b', 'c']);
});

test('element names of HTML are no placeholders', () =>
  expect(['details', 'br', 'name', 'version'].map((name) => htmlElements.has(name))).toEqual([true, true, false, false]));
