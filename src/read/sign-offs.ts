/** Sign-offs: who decided what in which role, in every form people record it. */
import { rangeOfNode, rawOf } from '../markdown/nodes.ts';
import type { Outline, Section } from '../markdown/outline.ts';
import { bodyNodes } from '../markdown/outline.ts';
import { type At, at, bare, type Located, rangeOf } from '../model/located.ts';
import { type SignOff, signOffShape } from '../model/parts/sign-off.ts';
import { list } from '../model/shape.ts';
import type { Range, Source } from '../model/source.ts';
import { readDecision } from './decision.ts';
import type { Field } from './field.ts';
import { fieldsOf } from './fields.ts';
import { loneBoxes, loneChoices, loneItems } from './lone-decisions.ts';
import { loneCells, loneForms, loneLines, loneTitle } from './lone-words.ts';
import { reader } from './reading.ts';
import { roleBoxes } from './role-boxes.ts';
import { bareTitle, isSignOffSection, sectionNames } from './section-names.ts';
import { type Cue, fieldSignOffs, openFields } from './sign-off-fields.ts';
import { subjectsIn } from './sign-off-subjects.ts';
import { tableSignOffs } from './sign-off-tables.ts';
import { readTime } from './time.ts';

const logLine =
  /^(\d{4}[-/]\d{2}[-/]\d{2}(?:[ T]\d{2}:\d{2})?)\s*[-–—|]\s*(\S.*?)\s+(approved|unapproved|rejected|revoked|withdrawn)\s*[-–—|]\s*([^-–—|]+?)\s*(?:[-–—|]\s*(.*))?$/i;

const logSignOff = (section: Section, where: Range, line: string): Located<SignOff>[] => {
  const match = logLine.exec(line);
  if (match === null) return [];
  const [, date = '', subject = '', decision = '', person = '', note] = match;
  const decided = /^unapproved$/i.test(decision) ? ('revoked' as const) : readDecision(decision);
  return [
    at(where, {
      form: 'log' as const,
      decision: decided,
      asks: [],
      section: section.path,
      person,
      subject,
      date: readTime(date),
      note,
      raw: decision,
    }),
  ];
};

const logSignOffs = (source: Source, section: Section): Located<SignOff>[] =>
  [...bodyNodes(section)].flatMap(({ node }) => {
    if (node.type !== 'code') return [];
    const base = rangeOfNode(node).start;
    return [...rawOf(source, node).matchAll(/[^\r\n]+/g)].flatMap((match) =>
      logSignOff(section, { start: base + match.index, end: base + match.index + match[0].length }, match[0]),
    );
  });

const within = (inner: Range, outer: Range): boolean => outer.start <= inner.start && inner.end <= outer.end;

// What is quoted was said elsewhere: it is kept as history and approves nothing.
const unquoted = (section: Section, signOffs: readonly Located<SignOff>[]): Located<SignOff>[] => {
  const quotes = [...bodyNodes(section)].flatMap(({ node }) => (node.type === 'blockquote' ? [rangeOfNode(node)] : []));
  if (quotes.length === 0) return [...signOffs];
  return signOffs.map((one) =>
    quotes.some((quote) => within(rangeOf(one), quote)) ? at(rangeOf(one), { ...bare(one), form: 'log' as const }) : one,
  );
};

const boxSignOffs = (source: Source, section: Section): Located<SignOff>[] =>
  roleBoxes(source, section).map((box) => {
    const where = rangeOf(box);
    const subjects = subjectsIn(source.text.slice(where.start, where.end)).filter(
      ({ digest, commit }) => digest !== undefined || commit !== undefined,
    );
    return subjects.length === 0 ? box : at(where, { ...bare(box), subjects });
  });

const cellsApart = (source: Source, section: Section, rows: readonly Located<SignOff>[]): Located<SignOff>[] =>
  loneCells(source, section, [...rows.map(rangeOf), ...fieldsOf(source, section).map(({ range }) => range)]);

/** Whether the titles above a section, or the name of the document, speak of sign-offs. */
const isCuedIn = ({ sections, source }: Outline): ((section: Section) => boolean) => {
  const whole =
    sections.some((section) => section.depth === 1 && sectionNames.signOff.test(bareTitle(section.title))) ||
    /approv|sign-?off/i.test(source.path);
  return (section) => whole || isSignOffSection(section);
};

const cueIn = (outline: Outline): ((section: Section) => Cue) => {
  const isCued = isCuedIn(outline);
  const alone = outline.sections.every(
    (section) =>
      tableSignOffs(outline.source, section, isCued(section)).length === 0 &&
      !section.path.slice(1).some((title) => sectionNames.signOff.test(bareTitle(title))),
  );
  return (section) => ({ cued: isCued(section), alone });
};

/** All sign-offs of a document, in document order. */
export const readSignOffs = (outline: Outline): Located<SignOff>[] => outline.top.memo(readSignOffs, () => readAll(outline));

const readAll = (outline: Outline): Located<SignOff>[] => {
  const { source, sections, top } = outline;
  const cueOf = cueIn(outline);
  return sections.flatMap((section) => {
    const cue = cueOf(section);
    const rows = tableSignOffs(source, section, cue.cued);
    return [
      ...unquoted(section, [
        ...rows,
        ...(cue.cued && section !== top ? boxSignOffs(source, section) : []),
        ...loneBoxes(source, section, cue.cued),
        ...loneChoices(source, section),
        ...loneTitle(section),
        ...loneLines(source, section),
        ...loneForms(source, section),
        ...cellsApart(source, section, rows),
        ...(cue.cued ? loneItems(section) : []),
        ...fieldSignOffs(source, section, cue),
      ]),
      ...logSignOffs(source, section),
    ];
  });
};

const isOpen = (one: Located<SignOff>): boolean => {
  const { form, decision } = bare(one);
  return form !== 'log' && bare(decision) === 'pending';
};

// A field in a line of its own is told in that line.
const ofLine = (source: Source, [lead, ...parts]: readonly Field[]): Range[] =>
  lead === undefined
    ? []
    : [lead, ...parts.filter(({ range }) => !/[\r\n]/.test(source.text.slice(lead.range.start, range.start)))].map(({ range }) => range);

/** Where the sign-offs stand that nobody has given: the rows of tables, and the fields of a line. */
export const openSignOffRanges = (outline: Outline): Range[] => {
  const cueOf = cueIn(outline);
  const open = readSignOffs(outline).filter(isOpen);
  const starts = new Set(open.map((one) => rangeOf(one).start));
  const fields = outline.sections.flatMap((section) => openFields(outline.source, section, cueOf(section)));
  return [
    ...open.filter((one) => bare(bare(one).form) === 'table').flatMap((one) => [rangeOf(one), rangeOf(bare(one).decision as At<unknown>)]),
    ...fields.filter(([lead]) => lead !== undefined && starts.has(lead.range.start)).flatMap((group) => ofLine(outline.source, group)),
  ];
};

/** The empty fields that are all there is of a sign-off. */
export const aloneSignOffRanges = (outline: Outline): Range[] =>
  readSignOffs(outline)
    .filter((one) => bare(one).alone !== undefined)
    .map(rangeOf);

/** The rows of tables that are read as sign-offs. */
export const signOffRows = (outline: Outline): Range[] =>
  readSignOffs(outline)
    .filter((one) => bare(bare(one).form) === 'table')
    .map(rangeOf);

/** Where all sign-offs stand. */
export const signOffRanges = (outline: Outline): Range[] => readSignOffs(outline).map(rangeOf);

export const signOffs = reader(list(signOffShape, 'Decisions of people in roles.'), readSignOffs);
