/** Rollback rules and what has to be watched: triggers, logs, dashboards. */
import { labelOf, rangeOfNode } from '../markdown/nodes.ts';
import type { Outline, Section } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { partShape } from '../model/parts/part.ts';
import { list, string } from '../model/shape.ts';
import { findPart, itemsOf, locatedPart } from './parts.ts';
import { perhaps, reader } from './reading.ts';
import { bareTitle, sectionNames } from './section-names.ts';

// "Rollout and rollback rules" heads a document that may say nothing of rolling back.
const headsDocument = ({ sections }: Outline, section: Section): boolean =>
  section.depth === 1 &&
  section.sections.length > 0 &&
  sections.find(({ heading }) => heading !== undefined) === section &&
  !/^\W*(?:automat(?:ic|ed) )?roll[- ]?back\b/i.test(section.title);

export const rollback = perhaps(partShape, (outline: Outline) => {
  const part = findPart(outline, sectionNames.rollback);
  return part === undefined || headsDocument(outline, part.section) ? undefined : locatedPart(part);
});

const itemsBelow = (outline: Outline, name: RegExp): Tree<string>[] =>
  outline.sections
    .filter((section) => name.test(bareTitle(section.title)))
    .flatMap((section) => [section, ...section.sections])
    .flatMap((section) => itemsOf(section.body))
    .map((item) => at(rangeOfNode(item), labelOf(item)));

export const rollbackTriggers = reader(list(string('A condition.'), 'When to roll back.'), (outline: Outline) =>
  itemsBelow(
    outline,
    /\b(?:automat(?:ic|ed) rollback|rollback triggers?|rollback criteria|(?:automatic )?halt rules?|when to roll ?back)\b/i,
  ),
);

export const requiredLogs = reader(list(string('A log.'), 'Logs that have to be there.'), (outline: Outline) =>
  itemsBelow(outline, /^required logs\b/i),
);

export const dashboards = reader(list(string('A dashboard.'), 'Dashboards that have to be there.'), (outline: Outline) =>
  itemsBelow(outline, /^dashboards?\b/i),
);
