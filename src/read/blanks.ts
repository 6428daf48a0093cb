/** Blanks: the places of a document where a value belongs and none stands. */
import { plain, rangeOfNode } from '../markdown/nodes.ts';
import { bodyNodes, type Outline, type Section } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { boolean, list, object, type Static, string } from '../model/shape.ts';
import type { Source } from '../model/source.ts';
import { isBlank, isUntickedChoice } from './blank.ts';
import type { Field } from './field.ts';
import { fieldsOf } from './fields.ts';
import { boxOf } from './item-state.ts';
import { reader } from './reading.ts';
import { isInstructions, isSignOffSection } from './section-names.ts';
import { tablesOf } from './tables.ts';

const blankShape = object(
  'A place where a value belongs and none stands.',
  { label: string('What is asked for.'), section: list(string('A title.'), 'The titles above it.'), raw: string('What stands there.') },
  { signOff: boolean('true in a section of sign-offs.') },
);

type Blank = Static<typeof blankShape>;

// A label alone introduces what follows it; it asks for a value when it stands among other fields.
const asksForValue = (field: Field, all: readonly Field[]): boolean => {
  if (!field.empty) return false;
  if (field.raw.trim() !== '' || field.form === 'table') return true;
  if (field.form === 'front-matter' || field.introduces || (field.item !== undefined && field.item.children.length > 1)) return false;
  return all.filter((other) => other.block === field.block).length > 1;
};

const fieldBlanks = (all: readonly Field[]): Tree<Blank>[] =>
  all
    .filter((field) => asksForValue(field, all))
    .map((field) =>
      at(field.range, {
        label: field.label,
        section: field.section.path,
        raw: field.raw.trim(),
        signOff: isSignOffSection(field.section) || undefined,
      }),
    );

// Underscores and unticked choices only: an empty cell is often just empty.
const isBlankCell = (raw: string, text: string): boolean =>
  (raw.includes('_') && isBlank(raw, text)) || (isUntickedChoice(text) && (text.match(/[☐□⬜◻🔲]|\[ \]/gu)?.length ?? 0) > 1);

const cellBlanks = (source: Source, section: Section): Tree<Blank>[] =>
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

// `- [x] Release manager: ____`, `Reviewed by ____ on ____`; a ticked `Owner:` or `Owner: @` says nobody.
const itemBlanks = (source: Source, section: Section): Tree<Blank>[] =>
  [...bodyNodes(section)].flatMap(({ node }) => {
    const first = node.type === 'listItem' ? node.children[0] : undefined;
    if (node.type !== 'listItem' || first?.type !== 'paragraph' || boxOf(source, node) === undefined) return [];
    const label = plain(first);
    const blank = /_{3,}/.test(label) || (node.checked === true && node.children.length === 1 && /[:：]\s*(?:@|#_*)?$/.test(label));
    return blank
      ? [
          at(rangeOfNode(first), {
            label: label.replace(/[:：]?\s*(?:_{3,}|@|#_*)\s*$/, ''),
            section: section.path,
            raw: label,
            signOff: isSignOffSection(section) || undefined,
          }),
        ]
      : [];
  });

export const blanks = reader(list(blankShape, 'Fields, lines and cells that are not filled in.'), ({ source, sections }: Outline) =>
  sections
    .filter((section) => !isInstructions(section))
    .flatMap((section) => [...fieldBlanks(fieldsOf(source, section)), ...cellBlanks(source, section), ...itemBlanks(source, section)]),
);
