/** Placeholders: what a template leaves to be replaced, in text (not in code, not in instructions). */
import type { Nodes } from 'mdast';
import { descend, rangeOfNode, rawOf } from '../markdown/nodes.ts';
import type { Outline, Section } from '../markdown/outline.ts';
import { at, bare, type Located, rangeOf } from '../model/located.ts';
import { type Placeholder, placeholderShape } from '../model/parts/placeholder.ts';
import { list } from '../model/shape.ts';
import type { Range, Source } from '../model/source.ts';
import { blankRanges } from './blanks.ts';
import { fieldsOf } from './fields.ts';
import { htmlElements } from './html-elements.ts';
import { namesState } from './marked-columns.ts';
import { reader } from './reading.ts';
import { isSignOffSection } from './section-names.ts';
import { openSignOffRanges } from './sign-offs.ts';
import { isInstructions } from './silent-titles.ts';
import { headerName, tablesOf } from './tables.ts';

// A lone TBD is a placeholder with and without brackets, and told as such below.
const words =
  'name|full name|date|time|todo|version|tag|phone|e-?mail|link|url|owner|team|handle|description|brief description|title|reason|number|placeholder|dd|mm|yyyy';

// Only these may come in any case; the rest would match ordinary words.
const bracketWords = new RegExp(
  `\\[(?:${words}|(?:replace|todo|insert|your|add|list|enter|describe|fill|e\\.g\\.)\\b[^\\]\\n]*)\\](?![(\\[:])`,
  'gi',
);

const patterns = [
  /\{\{[^{}\n]*\}\}|\{[A-Z][A-Z0-9_]*\}/,
  /\bv?X\.[XY]\.[XZ]\b(?:[-.]?[A-Za-z]+\d*)?|\bv?xx\.(?:yy|xx)\.(?:zz|xx)\b|\bv?\d+\.[xX]\.[xXyY]\b|\bv?\d+\.\d+\.[xX]\b(?!86)|\bv\d+\.X{1,2}\b|\bv?YYYY\.MM(?:\.\S+)?/,
  /\bDD[/.]MM[/.]YYYY\b|\bMM[/.]DD[/.]YYYY\b|\bY{4}-?M{2}-?D{2}\b|\byyyy-mm-dd\b|\bHH:MM(?::SS)?\b|\bHH:mm(?::ss)?\b|\bhh:mm\b/,
  /\b[XN] (?:minutes|mins|hours|days|weeks)\b|\bXh Xm\b/,
  /\[[^[\]\n|]+(?:\|[^[\]\n|]+)+\]/,
  bracketWords,
  /#X{2,}\b|\b[A-Z]{2,6}-X{2,}\b|\bSEV-?X\b|\bINC-Y+M+D+-X+\b/,
  /\bREPLACE_ME\w*|\[?\bTBD\b\]?|^TODO$/,
];

const combined = new RegExp(patterns.map((pattern) => `(?:${pattern.source})`).join('|'), 'g');

const tagOf = (raw: string): string | undefined => /^<([A-Za-z][\w-]*)(?:\s[^<>=]*)?>$/.exec(raw)?.[1];

const standing = (section: Section): Pick<Placeholder, 'section' | 'signOff'> => ({
  section: section.path,
  ...(isSignOffSection(section) && { signOff: true }),
});

const fieldAt = (source: Source, section: Section, offset: number): Pick<Placeholder, 'field'> => {
  const field = fieldsOf(source, section).find(({ valueRange }) => valueRange.start <= offset && offset < valueRange.end);
  return field === undefined ? {} : { field: field.key };
};

const htmlPlaceholder = (source: Source, section: Section, node: Nodes): Located<Placeholder>[] => {
  const raw = rawOf(source, node);
  const tag = tagOf(raw);
  return tag === undefined || htmlElements.has(tag.toLowerCase())
    ? []
    : [at(rangeOfNode(node), { text: raw, ...standing(section), ...fieldAt(source, section, rangeOfNode(node).start) })];
};

const textPlaceholders = (source: Source, section: Section, node: Nodes): Located<Placeholder>[] => {
  const raw = rawOf(source, node);
  const start = rangeOfNode(node).start;
  const spans = new Map([...raw.matchAll(combined), ...raw.matchAll(bracketWords)].map((match) => [match.index, match[0]]));
  return [...spans]
    .sort(([a], [b]) => a - b)
    .map(([index, text]) =>
      at(
        { start: start + index, end: start + index + text.length },
        { text, ...standing(section), ...fieldAt(source, section, start + index) },
      ),
    );
};

const nodePlaceholders = (source: Source, section: Section, node: Nodes): Located<Placeholder>[] => {
  if (node.type === 'text' || node.type === 'yaml') return textPlaceholders(source, section, node);
  return node.type === 'html' ? htmlPlaceholder(source, section, node) : [];
};

// `| Plug the leak | TODO |` says that it is still to be done.
const stateRanges = (source: Source, section: Section): Range[] =>
  tablesOf(source, section).flatMap(({ header, rows }) => {
    const states = header.flatMap((cell, column) => (namesState(headerName(cell.text)) ? [column] : []));
    return rows.flatMap(({ cells }) => states.flatMap((column) => cells[column]?.range ?? []));
  });

const isToDo = (one: Located<Placeholder>): boolean => bare(bare(one).text) === 'TODO';

const placeholdersIn = (source: Source, section: Section, open: readonly Range[]): Located<Placeholder>[] => {
  const found = [...(section.heading === undefined ? [] : [section.heading]), ...section.body].flatMap((block) =>
    [...descend(block)].flatMap(({ node }) => nodePlaceholders(source, section, node)),
  );
  const within = (one: Located<Placeholder>, ranges: readonly Range[]): boolean =>
    ranges.some(({ start, end }) => start <= rangeOf(one).start && rangeOf(one).end <= end);
  const states = found.some(isToDo) ? stateRanges(source, section) : [];
  const blank = found.length === 0 ? [] : [...blankRanges(source, section), ...open];
  return found
    .filter((one) => !(isToDo(one) && within(one, states)))
    .map((one) => (within(one, blank) ? at(rangeOf(one), { ...bare(one), blank: true }) : one));
};

export const placeholders = reader(list(placeholderShape, 'Template marks that were not replaced.'), (outline: Outline) => {
  const open = openSignOffRanges(outline);
  return outline.sections.filter((section) => !isInstructions(section)).flatMap((section) => placeholdersIn(outline.source, section, open));
});
