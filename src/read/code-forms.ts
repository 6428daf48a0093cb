/** Forms that people draw in code blocks below headings of sign-offs: lines to write on, boxes to choose from, decisions. */
import type { Code } from 'mdast';
import { bodyNodes, type Section } from '../markdown/outline.ts';
import type { Range, Source } from '../model/source.ts';
import { type Alternative, alternativesIn } from './alternatives.ts';
import { areAlternatives } from './choice-words.ts';
import { type Line, linesOf } from './lines.ts';
import { isSignOffSection } from './section-names.ts';
import { isInstructions } from './silent-titles.ts';

// Code in a language is code, whatever it holds.
const holdsText = ({ lang }: Code): boolean => lang == null || /^(?:te?xt|plain(?:text)?|none|md|markdown)$/i.test(lang);

/** The lines of the code blocks of a section that may hold a form. */
export const formLines = (source: Source, section: Section): Line[] =>
  !isSignOffSection(section) || isInstructions(section)
    ? []
    : [...bodyNodes(section)].flatMap(({ node }) => (node.type === 'code' && holdsText(node) ? linesOf(source, node) : []));

const rule = /(?<![\p{L}\p{N}_])_{4,}(?![\p{L}\p{N}_])/gu;

/** A place to write on, or a choice that nobody made. */
export interface FormBlank {
  readonly label: string;
  readonly raw: string;
  readonly range: Range;
}

const labelOf = (before: string): string => (before.split(/_{4,}|\s{2,}(?=\S)/).at(-1) ?? '').replace(/^[\s|│║*-]+|[:：\s|│║*]+$/gu, '');

const rulesIn = ({ raw, range }: Line): FormBlank[] =>
  [...raw.matchAll(rule)].map(({ 0: found, index }) => ({
    label: labelOf(raw.slice(0, index)) || raw.trim(),
    raw: found,
    range: { start: range.start + index, end: range.start + index + found.length },
  }));

/** The alternatives of a line, if it is a choice. */
export const choiceIn = (line: Line): Alternative[] => {
  const found = alternativesIn(line);
  return areAlternatives(found.map(({ label }) => label.replace(/[|│║\s]+$/u, ''))) ? found : [];
};

const choiceBlank = (line: Line): FormBlank[] => {
  const [first, ...more] = choiceIn(line);
  if (first === undefined || [first, ...more].some(({ ticked }) => ticked)) return [];
  const label = labelOf(line.raw.slice(0, first.box.start - line.range.start));
  return [{ label: label || line.raw.trim(), raw: line.raw, range: { start: first.box.start, end: line.range.end } }];
};

/** What the forms in the code blocks of a section ask for and nobody filled in. */
export const formBlanks = (source: Source, section: Section): FormBlank[] =>
  formLines(source, section).flatMap((line) => [...choiceBlank(line), ...rulesIn(line)]);
