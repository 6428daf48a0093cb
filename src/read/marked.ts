/** Rows and items that carry a mark or a word of state instead of a box: check lists in tables, lists of ✅ and ❌. */
import type { Outline } from '../markdown/outline.ts';
import type { Located } from '../model/located.ts';
import { type Marked, markedShape } from '../model/parts/marked.ts';
import { list } from '../model/shape.ts';
import { itemsMarked } from './marked-items.ts';
import { rowsMarked } from './marked-rows.ts';
import { reader } from './reading.ts';
import { signOffRows } from './sign-offs.ts';
import { isInstructions, isLog } from './silent-titles.ts';

/** The marks of a document, located. */
export const readMarked = (outline: Outline): Located<Marked>[] => outline.top.memo(readMarked, () => readAll(outline));

const readAll = (outline: Outline): Located<Marked>[] => {
  const taken = signOffRows(outline);
  return outline.sections
    .filter((section) => !isInstructions(section))
    .flatMap((section) => [...(isLog(section) ? [] : rowsMarked(outline.source, section, taken)), ...itemsMarked(outline.source, section)]);
};

export const marked = reader(list(markedShape, 'Rows and items that carry a mark of state instead of a box.'), readMarked);
