/** Rows and items that carry a mark or a word of state instead of a box: check lists in tables, lists of ✅ and ❌. */
import type { Outline, Section } from '../markdown/outline.ts';
import { list } from '../model/shape.ts';
import { itemsMarked } from './marked-items.ts';
import { rowsMarked } from './marked-rows.ts';
import { type LocatedMarked, markedShape } from './marked-shape.ts';
import { reader } from './reading.ts';
import { isInstructions } from './section-names.ts';
import { signOffRows } from './sign-offs.ts';

const isLogTitle = ({ title }: Section): boolean =>
  /\b(?:known issues?|risks?|issues|bugs|limitations|history|changes|incidents?|metrics|legend)\b/i.test(title);

/** The marks of a document, located. */
export const readMarked = (outline: Outline): LocatedMarked[] => outline.top.memo(readMarked, () => readAll(outline));

const readAll = (outline: Outline): LocatedMarked[] => {
  const taken = signOffRows(outline);
  return outline.sections
    .filter((section) => !isInstructions(section))
    .flatMap((section) => [
      ...(isLogTitle(section) ? [] : rowsMarked(outline.source, section, taken)),
      ...itemsMarked(outline.source, section),
    ]);
};

export const marked = reader(list(markedShape, 'Rows and items that carry a mark of state instead of a box.'), readMarked);
