/** Choices in running text: `☐ GO ☑ NO-GO` in one line, or a box a line: alternatives, of which one is to be ticked. */
import type { List, Nodes, Paragraph } from 'mdast';
import { plain } from '../markdown/nodes.ts';
import { bodyNodes, type Section } from '../markdown/outline.ts';
import type { Range, Source } from '../model/source.ts';
import { type Alternative, alternativesIn } from './alternatives.ts';
import { areAlternatives, mayBeAlternative } from './choice-words.ts';
import { openBoxes, tickedBoxes } from './glyphs.ts';
import { matchLine } from './key-line.ts';
import { type Line, linesOf } from './lines.ts';

export interface Choice {
  readonly range: Range;
  /** What stands before the first box, else the alternatives. */
  readonly label: string;
  readonly alternatives: readonly Alternative[];
}

const choiceOf = (alternatives: readonly Alternative[], range: Range, before: string): Choice => ({
  range,
  label: before.replace(/[*_:：?\s]+$/, '').trim() || alternatives.map(({ label }) => label.replace(/[*_/|]/g, '').trim()).join(' / '),
  alternatives,
});

const isField = ({ raw }: Line, isTask: boolean): boolean => {
  const match = isTask ? undefined : matchLine(raw);
  const [first] = alternativesIn({ raw, range: { start: 0, end: raw.length } });
  return match !== undefined && first !== undefined && first.box.start >= match.valueAt;
};

const inLine = (line: Line, isTask: boolean): Choice[] => {
  const found = alternativesIn(line);
  if (!areAlternatives(found.map(({ label }) => label)) || isField(line, isTask)) return [];
  const lead = line.raw.slice(0, (found[0]?.box.start ?? 0) - line.range.start);
  // `GO ☐ NO-GO ☐`: what stands before the first box is its own word.
  const before = lead.trim() === found[0]?.label ? '' : lead;
  return [choiceOf(found, { start: line.range.start + (isTask ? before.length : 0), end: line.range.end }, before)];
};

// One box a line: lines that follow each other make one choice.
const acrossLines = (lines: readonly Line[]): Choice[] => {
  const runs: { line: Line; one: Alternative }[][] = [[]];
  for (const line of lines) {
    const [one, more] = alternativesIn(line);
    const single = one !== undefined && more === undefined && one.box.start === line.range.start && mayBeAlternative(one.label);
    if (single) runs.at(-1)?.push({ line, one });
    else runs.push([]);
  }
  return runs
    .filter((run) => areAlternatives(run.map(({ one }) => one.label)))
    .map((run) =>
      choiceOf(
        run.map(({ one }) => one),
        { start: run[0]?.line.range.start ?? 0, end: run.at(-1)?.line.range.end ?? 0 },
        '',
      ),
    );
};

const firstLines = (source: Source, list: List): Line[] =>
  list.children.flatMap((item) => {
    const [first, ...more] = item.children;
    const lines = first?.type === 'paragraph' && item.checked == null && more.length === 0 ? linesOf(source, first) : [];
    return lines.length === 1 ? lines : [];
  });

const inParagraph = (source: Source, node: Paragraph, ancestors: readonly Nodes[]): Choice[] => {
  const parent = ancestors.at(-1);
  const isTask = parent?.type === 'listItem' && parent.checked != null && parent.children[0] === node;
  const lines = linesOf(source, node);
  return [...lines.flatMap((line) => inLine(line, isTask)), ...acrossLines(lines)];
};

const inList = (source: Source, node: List): Choice[] => {
  const lines = firstLines(source, node);
  return lines.length === node.children.length ? acrossLines(lines) : [];
};

const someBox = new RegExp(`[${openBoxes}${tickedBoxes}]|\\[[ \\u00A0xX]\\]`, 'u');

const mayChoose = (node: Nodes): boolean => someBox.test(plain(node));

/** The choices in the paragraphs and lists of a section; cells of tables and fields tell theirs themselves. */
export const choicesOf = (source: Source, section: Section): Choice[] => section.memo(choicesOf, () => readChoices(source, section));

const readChoices = (source: Source, section: Section): Choice[] =>
  [...bodyNodes(section)].flatMap(({ node, ancestors }) => {
    if (node.type === 'paragraph' && mayChoose(node)) return inParagraph(source, node, ancestors);
    return node.type === 'list' && mayChoose(node) ? inList(source, node) : [];
  });
