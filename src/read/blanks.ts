/** Blanks: the places of a document where a value belongs and none stands. */
import type { Nodes } from 'mdast';
import { childrenOf, plain, rangeOfNode } from '../markdown/nodes.ts';
import { bodyNodes, type Outline, type Section } from '../markdown/outline.ts';
import { at, bare, type Located, rangeOf } from '../model/located.ts';
import { type Blank, blankShape } from '../model/parts/blank.ts';
import { list } from '../model/shape.ts';
import type { Range, Source } from '../model/source.ts';
import { withoutCode } from './alternatives.ts';
import { isBlank, isUntickedChoice } from './blank.ts';
import { choicesOf } from './choices.ts';
import { formBlanks } from './code-forms.ts';
import type { Field } from './field.ts';
import { fieldsOf } from './fields.ts';
import { openBoxes } from './glyphs.ts';
import { boxOf } from './item-state.ts';
import { matchLine } from './key-line.ts';
import { linesOf } from './lines.ts';
import { reader } from './reading.ts';
import { isSignOffSection } from './section-names.ts';
import { aloneSignOffRanges, openSignOffRanges } from './sign-offs.ts';
import { tablesOf } from './tables.ts';

// Nothing, another label, a heading or a rule follows: nothing is introduced.
const standsAlone = (source: Source, field: Field): boolean => {
  const next = /^[\s\\]*([^\r\n]*)/.exec(source.text.slice(field.range.end))?.[1] ?? '';
  return next === '' || /^(?:#{1,6}\s|[-*_]{3,}\s*$|<!--)/.test(next) || matchLine(next) !== undefined;
};

// A label alone introduces what follows it; it asks for a value when it stands among other fields.
const asksForValue = (source: Source, field: Field, all: readonly Field[]): boolean => {
  if (!field.empty) return false;
  if (field.raw.trim() !== '' || field.form === 'table') return true;
  if (field.form === 'front-matter' || field.introduces || (field.item !== undefined && field.item.children.length > 1)) return false;
  if (isSignOffSection(field.section) && standsAlone(source, field)) return true;
  return all.filter((other) => other.block === field.block).length > 1;
};

/** The fields of a section that ask for a value and have none. */
export const blankFields = (source: Source, section: Section): Field[] => {
  const all = fieldsOf(source, section);
  return all.filter((field) => asksForValue(source, field, all) && !isBox(field) && !isIssueTitle(field, all));
};

// `Traffic stopped: [ ]` is told as a box.
const loneBox = new RegExp(`^(?:\\[[ \\u00A0]?\\]|[${openBoxes}])$`, 'u');

const isBox = ({ raw, form }: Field): boolean => form !== 'front-matter' && loneBox.test(raw.trim());

// The form of an issue opens its title with a tag: `title: "[RELEASE]"`.
const isIssueTitle = ({ form, key }: Field, all: readonly Field[]): boolean =>
  form === 'front-matter' && key === 'title' && all.some((other) => other.form === 'front-matter' && other.key === 'about');

const fieldBlanks = (source: Source, section: Section): Located<Blank>[] =>
  blankFields(source, section).map((field) =>
    at(field.range, {
      label: field.label,
      section: field.section.path,
      raw: field.raw.trim(),
      signOff: isSignOffSection(field.section) || undefined,
    }),
  );

const openBox = new RegExp(`[${openBoxes}]|\\[ \\]`, 'gu');

// Underscores and unticked choices only: an empty cell is often just empty.
const isBlankCell = (raw: string, text: string): boolean =>
  (raw.includes('_') && isBlank(raw, text)) || (isUntickedChoice(text) && (text.match(openBox)?.length ?? 0) > 1);

const cellBlanks = (source: Source, section: Section): Located<Blank>[] =>
  tablesOf(source, section).flatMap((table) =>
    table.rows.flatMap(({ cells }) =>
      cells.flatMap((cell, index) =>
        index > 0 && isBlankCell(cell.raw, cell.text)
          ? [
              at(cell.range, {
                label: `${cells[0]?.text ?? ''} ${table.header[index]?.text ?? ''}`.trim(),
                section: section.path,
                raw: cell.raw,
                signOff: isSignOffSection(section) || undefined,
              }),
            ]
          : [],
      ),
    ),
  );

// `- [x] The output was:` above a block of code says what it asks for.
const leadsToBlock = (section: Section, item: Nodes, ancestors: readonly Nodes[]): boolean => {
  const [home, list] = [ancestors.at(-2), ancestors.at(-1)];
  const siblings: readonly Nodes[] = home === undefined ? section.body : childrenOf(home);
  const next = list === undefined || childrenOf(list).at(-1) !== item ? undefined : siblings[siblings.indexOf(list) + 1];
  return next !== undefined && ['code', 'table', 'blockquote'].includes(next.type);
};

// `- [x] Release manager: ____`, `Reviewed by ____ on ____`; a ticked `Owner:` or `Owner: @` says nobody.
const itemBlanks = (source: Source, section: Section): Located<Blank>[] =>
  [...bodyNodes(section)].flatMap(({ node, ancestors }) => {
    const first = node.type === 'listItem' ? node.children[0] : undefined;
    if (node.type !== 'listItem' || first?.type !== 'paragraph' || boxOf(source, node) === undefined) return [];
    const label = plain(first);
    if (node.checked === false && !/[\p{L}\p{N}]/u.test(label)) return [];
    const unanswered = node.checked === true && node.children.length === 1 && /[:：]\s*(?:@|#_*)?$/.test(label);
    const blank = /_{3,}/.test(label) || (unanswered && !leadsToBlock(section, node, ancestors));
    return blank
      ? [
          at(rangeOfNode(first), {
            label: label.replace(/[:：]?\s*(?:_{3,}|@|#_*)\s*$/, ''),
            section: section.path,
            raw: label,
            signOff: isSignOffSection(section) || undefined,
            undecided: node.checked === false || undefined,
          }),
        ]
      : [];
  });

/** Where the fields and cells of a section stand that are not filled in. */
export const blankRanges = (source: Source, section: Section): Range[] => [
  ...blankFields(source, section).map(({ range }) => range),
  ...cellBlanks(source, section).map(rangeOf),
];

const choiceBlanks = (source: Source, section: Section): Located<Blank>[] =>
  choicesOf(source, section)
    .filter(({ alternatives }) => alternatives.every(({ ticked }) => !ticked))
    .map(({ range, label }) =>
      at(range, {
        label,
        section: section.path,
        raw: source.text.slice(range.start, range.end),
        signOff: isSignOffSection(section) || undefined,
      }),
    );

const underscores = /(?<![\p{L}\p{N}_*\\])(?:\\?_){3,}(?![\p{L}\p{N}_*])/u;

const isLabelOfTask = (node: Nodes, parent: Nodes | undefined): boolean =>
  parent?.type === 'listItem' && parent.checked != null && parent.children[0] === node;

// `Release manager ________`: lines that are neither field nor item and have a blank to write on.
const lineBlanks = (source: Source, section: Section): Located<Blank>[] =>
  [...bodyNodes(section)].flatMap(({ node, ancestors }) =>
    node.type !== 'paragraph' || !plain(node).includes('___') || isLabelOfTask(node, ancestors.at(-1))
      ? []
      : linesOf(source, node).flatMap(({ raw, range }) => {
          const found = underscores.exec(withoutCode(raw));
          if (found === null) return [];
          const label = raw
            .slice(0, found.index)
            .replace(/[*:：\s]+$/, '')
            .trim();
          const where = { start: range.start + found.index, end: range.start + found.index + found[0].length };
          return [at(where, { label: label || raw, section: section.path, raw, signOff: isSignOffSection(section) || undefined })];
        }),
  );

const outside = (found: readonly Located<Blank>[], told: readonly Located<Blank>[]): Located<Blank>[] =>
  found.filter((one) => !told.some((other) => overlap(rangeOf(one), rangeOf(other))));

const overlap = (one: Range, other: Range): boolean => one.start < other.end && other.start < one.end;

const blanksIn = (source: Source, section: Section): Located<Blank>[] => {
  const fields = fieldBlanks(source, section);
  const labelled = [...fields, ...outside(cellBlanks(source, section), fields), ...itemBlanks(source, section)];
  const choices = outside(choiceBlanks(source, section), labelled);
  const forms = formBlanks(source, section).map(({ range, label, raw }) => at(range, { label, raw, section: section.path, signOff: true }));
  return [...labelled, ...choices, ...outside(lineBlanks(source, section), [...labelled, ...choices]), ...forms];
};

// A blank to write on is one below "Usage reports" too; below "Example" or "How to use" it only shows how.
const isShown = ({ path }: Section): boolean =>
  path.some((title) => /\b(?:instructions?|how to use|using this template|about this template|legend)\b/i.test(title)) ||
  path.slice(1).some((title) => /\b(?:template|examples?)\b/i.test(title));

export const blanks = reader(list(blankShape, 'Fields, lines and cells that are not filled in.'), (outline: Outline) => {
  const open = openSignOffRanges(outline);
  const alone = aloneSignOffRanges(outline);
  const touches = (ranges: readonly Range[], one: Located<Blank>): true | undefined =>
    ranges.some((range) => overlap(rangeOf(one), range)) || undefined;
  return outline.sections
    .filter((section) => !isShown(section))
    .flatMap((section) => blanksIn(outline.source, section))
    .map((one) => (touches(open, one) ? at(rangeOf(one), { ...bare(one), undecided: true, alone: touches(alone, one) }) : one));
});
