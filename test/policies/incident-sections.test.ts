/** What the finding of a missing section offers as its name is read as that section. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDocument } from '../../src/kinds/index.ts';
import { sourceOfText } from '../../src/model/source.ts';

const { rules } = JSON.parse(readFileSync(new URL('../../policies/incident.policy.json', import.meta.url), 'utf8')) as {
  rules: Record<string, { expected: Record<string, string> }>;
};

const offered = Object.entries(rules['missing-section']?.expected ?? {}).flatMap(([part, text]) =>
  (/such as ([A-Z][^.]*?)(?:, with|$)/.exec(text)?.[1] ?? '').split(/, | or /).map((title) => [title, part] as const),
);

test('names are offered for every part', () => {
  expect(new Set(offered.map(([, part]) => part)).size).toBe(4);
  expect(offered.every(([title]) => title !== '')).toBe(true);
});

test.each(offered)('%s is %s, as a heading and as a label', (title, part) => {
  const below = '2026-01-05 10:00 UTC - A migration locked the orders table.';
  for (const text of [`## ${title}\n\n- ${below}\n`, `**${title}**:\n\n- ${below}\n`]) {
    const { data } = readDocument(sourceOfText('a.md', `# INCIDENT-0007: Checkout returns 500\n\n${text}`), 'incident');
    expect([text, Object.keys(data)]).toEqual([text, expect.arrayContaining([part])]);
  }
});
