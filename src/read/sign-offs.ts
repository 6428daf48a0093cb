/** Sign-offs: who decided what in which role, in every form people record it. */

import { rangeOfNode, rawOf } from '../markdown/nodes.ts';
import type { Outline, Section } from '../markdown/outline.ts';
import { bodyNodes } from '../markdown/outline.ts';
import { type At, at, bare, rangeOf } from '../model/located.ts';
import { list } from '../model/shape.ts';
import type { Range, Source } from '../model/source.ts';
import { readDecision } from './decision.ts';
import { loneBoxes, mayStop } from './lone-decisions.ts';
import { reader } from './reading.ts';
import { roleBoxes } from './role-boxes.ts';
import { bareTitle, isSignOffSection, sectionNames } from './section-names.ts';
import { type SignOffTree, signOffShape } from './sign-off.ts';
import { fieldSignOffs } from './sign-off-fields.ts';
import { subjectsIn } from './sign-off-subjects.ts';
import { tableSignOffs } from './sign-off-tables.ts';
import { readTime } from './time.ts';

const logLine =
  /^(\d{4}[-/]\d{2}[-/]\d{2}(?:[ T]\d{2}:\d{2})?)\s*[-–—|]\s*(\S.*?)\s+(approved|unapproved|rejected|revoked|withdrawn)\s*[-–—|]\s*([^-–—|]+?)\s*(?:[-–—|]\s*(.*))?$/i;

const logSignOff = (section: Section, where: Range, line: string): SignOffTree[] => {
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

const logSignOffs = (source: Source, section: Section): SignOffTree[] =>
  [...bodyNodes(section)].flatMap(({ node }) => {
    if (node.type !== 'code') return [];
    const base = rangeOfNode(node).start;
    return [...rawOf(source, node).matchAll(/[^\r\n]+/g)].flatMap((match) =>
      logSignOff(section, { start: base + match.index, end: base + match.index + match[0].length }, match[0]),
    );
  });

/** A sign-off with its own range, as every reader of this room yields it. */
type Located = Extract<SignOffTree, At<unknown>>;

const within = (inner: Range, outer: Range): boolean => outer.start <= inner.start && inner.end <= outer.end;

// What is quoted was said elsewhere: it is kept as history and approves nothing.
const unquoted = (section: Section, signOffs: readonly SignOffTree[]): SignOffTree[] => {
  const quotes = [...bodyNodes(section)].flatMap(({ node }) => (node.type === 'blockquote' ? [rangeOfNode(node)] : []));
  if (quotes.length === 0) return [...signOffs];
  return (signOffs as readonly Located[]).map((one) =>
    quotes.some((quote) => within(rangeOf(one), quote)) ? at(rangeOf(one), { ...bare(one), form: 'log' as const }) : one,
  );
};

const boxSignOffs = (source: Source, section: Section): SignOffTree[] =>
  (roleBoxes(source, section) as readonly Located[]).map((box) => {
    const where = rangeOf(box);
    const subjects = subjectsIn(source.text.slice(where.start, where.end)).filter(
      ({ digest, commit }) => digest !== undefined || commit !== undefined,
    );
    return subjects.length === 0 ? box : at(where, { ...bare(box), subjects });
  });

/** All sign-offs of a document, in document order. */
export const readSignOffs = ({ source, sections, top }: Outline): SignOffTree[] => {
  const whole =
    sections.some((section) => section.depth === 1 && sectionNames.signOff.test(bareTitle(section.title))) ||
    /approv|sign-?off/i.test(source.path);
  const stops = mayStop(source.text);
  const isCued = (section: Section): boolean => whole || isSignOffSection(section);
  return sections.flatMap((section) => [
    ...unquoted(section, [
      ...tableSignOffs(source, section, isCued(section)),
      ...(isCued(section) && section !== top ? boxSignOffs(source, section) : []),
      ...(stops ? loneBoxes(source, section, isCued(section)) : []),
      ...(isCued(section) || stops ? fieldSignOffs(source, section, isCued(section)) : []),
    ]),
    ...logSignOffs(source, section),
  ]);
};

export const signOffs = reader(list(signOffShape, 'Decisions of people in roles.'), readSignOffs);
