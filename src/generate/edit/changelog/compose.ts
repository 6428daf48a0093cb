/** Composition: two edits, one after the other, as one edit of the first text. */
import type { Source } from '../../../model/source.ts';
import type { Splice } from '../splice.ts';

/** A kept span of the first text, or new text. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

const lengthOf = (piece: Piece): number => ('text' in piece ? piece.text.length : piece.end - piece.start);

const sliced = (piece: Piece, from: number, to: number): Piece =>
  'text' in piece ? { text: piece.text.slice(from, to) } : { start: piece.start + from, end: piece.start + to };

// The pieces between two offsets of the text that all pieces make.
const cut = (pieces: readonly Piece[], from: number, to: number): Piece[] => {
  const found: Piece[] = [];
  let offset = 0;
  for (const piece of pieces) {
    const [start, end] = [Math.max(from - offset, 0), Math.min(to - offset, lengthOf(piece))];
    if (start < end) found.push(sliced(piece, start, end));
    offset += lengthOf(piece);
  }
  return found;
};

const edit = (pieces: readonly Piece[], splices: readonly Splice[]): Piece[] => {
  const sorted = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  const edited: Piece[] = [];
  let from = 0;
  for (const { start, end, text } of sorted) {
    edited.push(...cut(pieces, from, start), { text });
    from = end;
  }
  return [...edited, ...cut(pieces, from, Infinity)];
};

const splicesOf = (pieces: readonly Piece[], length: number): Splice[] => {
  const found: Splice[] = [];
  let at = 0;
  let text = '';
  for (const piece of [...pieces, { start: length, end: length }]) {
    if ('text' in piece) {
      text += piece.text;
      continue;
    }
    if (text !== '' || piece.start > at) found.push({ start: at, end: piece.start, text });
    at = piece.end;
    text = '';
  }
  return found;
};

/** The splices that change a source as the first and then the second ones do. */
export const composed = ({ text }: Source, first: readonly Splice[], second: readonly Splice[]): Splice[] => {
  const whole: Piece[] = [{ start: 0, end: text.length }];
  return splicesOf(edit(edit(whole, first), second), text.length);
};
