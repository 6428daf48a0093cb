/** Forms: what a piece looks like in each construct of Markdown. */
import { escapeText, oneLine, wellFormed } from './escape.ts';
import type { Piece } from './piece.ts';
import type { Spot } from './spot.ts';

const runs = (text: string): number[] => (text.match(/`+/g) ?? []).map(({ length }) => length);

/** A code span that holds exactly this text. */
const codeSpan = (value: string, cell: boolean): string => {
  const text = oneLine(value);
  if (text === '') return '';
  const longest = Math.max(0, ...runs(text));
  const fence = '`'.repeat(runs(text).includes(1) ? longest + 1 : 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${cell ? text.replaceAll('|', '\\|') : text}${pad}${fence}`;
};

/** Whether an address is relative or has a scheme that runs no code. */
export const isSafe = (url: string): boolean => !/^[a-z][a-z\d+.-]*:/i.test(url) || /^(?:https?|mailto):/i.test(url);

/** An address as the destination of a link: percent-encoded where Markdown would end it; a scheme that may run code is none. */
export const destination = (url: string): string => {
  const one = oneLine(url).replace(/[\s<>()[\]\\"'`|*_~^{}]/g, (letter) => (/[*_~]/.test(letter) ? letter : encode(letter)));
  return isSafe(one) ? one : one.replace(':', '%3A');
};

const encode = (letter: string): string =>
  encodeURIComponent(letter).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);

// Its ends were thought of as ends of a line: a letter next to them might form a mark with them.
const standsFree = (markdown: string, { before, after, link, cell, heading }: Spot): boolean =>
  !(link === true || cell === true || heading === true) &&
  (/^$|\s$/.test(before) || /^[\s([]/.test(markdown)) &&
  (/^$|^\s/.test(after) || /[\s)\]]$/.test(markdown));

/** A piece in running text. */
export const inText = (piece: Piece, spot: Spot): string => {
  if (piece.form === 'raw') return piece.text;
  if (piece.form === 'prose') return standsFree(piece.markdown, spot) ? piece.markdown : escapeText(piece.text, spot);
  if (piece.form === 'code')
    return spot.cell === true && piece.text.includes('\\|') ? escapeText(piece.text, spot) : codeSpan(piece.text, spot.cell === true);
  if (piece.form === 'text' || spot.link === true || !isSafe(oneLine(piece.url))) return escapeText(piece.text, spot);
  return `[${escapeText(piece.text, { ...spot, before: '[', after: ']', link: true })}](${destination(piece.url)})`;
};

/** A piece between tags, in an attribute or in a comment. */
export const inHtml = ({ text }: Piece): string => oneLine(text).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** A piece in the title of a link. */
export const inTitle = ({ text }: Piece): string => oneLine(text).replace(/[\\"'()&<]/g, '\\$&');

/** A piece in a code span; the span is widened where the text demands it. */
export const inCode = ({ text }: Piece, cell: boolean): string => {
  const line = oneLine(text);
  return cell ? line.replaceAll('\\|', '\\ |').replaceAll('|', '\\|') : line;
};

/** A piece in a code block, whose lines start with `indent`; the fence is lengthened where the text demands it. */
export const inFence = ({ text }: Piece, indent: string): string => wellFormed(text).replace(/\n/g, `\n${indent}`);

const word = /^(?!(?:true|false|null|yes|no|on|off|y|n|~)$)[A-Za-z][\w ./+@-]*$|^\d{4}-\d{2}-\d{2}$/i;

/** A piece as a whole YAML scalar. */
export const scalar = ({ text }: Piece): string => (word.test(text) && text.trim() === text ? text : JSON.stringify(wellFormed(text)));

/** A piece between the double quotes of a YAML scalar. */
export const quoted = ({ text }: Piece): string => JSON.stringify(wellFormed(text)).slice(1, -1);
