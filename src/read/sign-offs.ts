/** Sign-offs: who decided what in which role, in every form people record it. */
import type { Outline, Section } from '../markdown/outline.ts';
import { bodyNodes } from '../markdown/outline.ts';
import { rangeOfNode, rawOf } from '../markdown/nodes.ts';
import { at } from '../model/located.ts';
import { list } from '../model/shape.ts';
import type { Range, Source } from '../model/source.ts';
import { readDecision } from './decision.ts';
import { reader } from './reading.ts';
import { roleBoxes } from './role-boxes.ts';
import { bareTitle, isSignOffSection, sectionNames } from './section-names.ts';
import { fieldSignOffs } from './sign-off-fields.ts';
import { tableSignOffs } from './sign-off-tables.ts';
import { type SignOffTree, signOffShape } from './sign-off.ts';
import { readTime } from './time.ts';

const logLine = /^(\d{4}[-/]\d{2}[-/]\d{2}(?:[ T]\d{2}:\d{2})?)\s*[-–—|]\s*(\S.*?)\s+(approved|unapproved|rejected|revoked|withdrawn)\s*[-–—|]\s*([^-–—|]+?)\s*(?:[-–—|]\s*(.*))?$/i;

const logSignOff = (section: Section, where: Range, line: string): SignOffTree[] => {
  const match = logLine.exec(line);
  if (match === null) return [];
  const [, date = '', subject = '', decision = '', person = '', note] = match;
  const decided = /^unapproved$/i.test(decision) ? ('revoked' as const) : readDecision(decision);
  return [at(where, { form: 'log' as const, decision: decided, asks: [], section: section.path, person, subject, date: readTime(date), note, raw: decision })];
};

const logSignOffs = (source: Source, section: Section): SignOffTree[] =>
  [...bodyNodes(section)].flatMap(({ node }) => {
    if (node.type !== 'code') return [];
    const base = rangeOfNode(node).start;
    return [...rawOf(source, node).matchAll(/[^\r\n]+/g)].flatMap((match) => logSignOff(section, { start: base + match.index, end: base + match.index + match[0].length }, match[0]));
  });

/** All sign-offs of a document, in document order. */
export const readSignOffs = ({ source, sections, top }: Outline): SignOffTree[] => {
  const whole = sections.some((section) => section.depth === 1 && sectionNames.signOff.test(bareTitle(section.title))) || /approv|sign-?off/i.test(source.path);
  const isCued = (section: Section): boolean => whole || isSignOffSection(section);
  return sections.flatMap((section) => [
    ...tableSignOffs(source, section, isCued(section)),
    ...(isCued(section) && section !== top ? roleBoxes(source, section) : []),
    ...(isCued(section) ? fieldSignOffs(source, section) : []),
    ...logSignOffs(source, section),
  ]);
};

export const signOffs = reader(list(signOffShape, 'Decisions of people in roles.'), readSignOffs);
