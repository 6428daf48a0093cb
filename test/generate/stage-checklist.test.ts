/** Requirements of a stage become items that read the same. */
import { describe, expect, it } from 'vitest';
import { stageChecklist } from '../../src/generate/stage-checklist.ts';
import { stagesIn } from '../../src/generate/stages.ts';
import { readDocument } from '../../src/kinds/index.ts';
import { outlineOf } from '../../src/markdown/outline.ts';
import { sourceOfText } from '../../src/model/source.ts';
import { fc } from '../tooling/fast-check.ts';

const promotion = (items: readonly string[]): string =>
  `# Promotion\n\n## Staging → Canary\n\nRequirements:\n\n${items.join('\n')}\n\n[r]: r.md\n`;

const made = (items: readonly string[]): string => {
  const source = sourceOfText('docs/promotion.md', promotion(items));
  const [stage] = stagesIn(readDocument(source, 'promotion'), outlineOf(source));
  return stage === undefined ? '' : stageChecklist({ version: '1.0.0', stage, source: { path: 'docs/promotion.md', digest: 'sha256:0' } });
};

const textsIn = (text: string): string[] => {
  const { tasks = [] } = readDocument(sourceOfText('c.md', text), 'checklist').data as { tasks?: readonly { text: string }[] };
  return tasks.map(({ text: one }) => one);
};

const pieces = fc.constantFrom(
  'a',
  ' ',
  '*',
  '`',
  '[',
  ']',
  '(',
  ')',
  '<b>',
  '[r]',
  '[x](y.md)',
  '**c**',
  '\\',
  '_',
  '|',
  '#',
  '1.',
  '&amp;',
  '~~d~~',
);

describe('the checklist of a stage', () => {
  it('has an item for each requirement that reads as the document does', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(pieces, { minLength: 1, maxLength: 8 }).map((all) => `- x ${all.join('').trimEnd()} z`),
          { minLength: 1, maxLength: 3 },
        ),
        (items) => {
          const source = sourceOfText('docs/promotion.md', promotion(items));
          const { stages = [] } = readDocument(source, 'promotion').data as {
            stages?: readonly { requirements: readonly { text: string }[] }[];
          };
          const asked = stages.flatMap(({ requirements }) => requirements.map(({ text }) => text));
          expect(textsIn(made(items))).toEqual(asked);
        },
      ),
    );
  });
});
