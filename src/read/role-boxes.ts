/** Sign-offs as check boxes that name a role: `- [ ] Engineering lead`, `- [x] **Security sign-off**: scan clean`. */
import type { ListItem } from 'mdast';
import { labelOf, rangeOfNode } from '../markdown/nodes.ts';
import { bodyNodes, type Section } from '../markdown/outline.ts';
import { at } from '../model/located.ts';
import type { Source } from '../model/source.ts';
import { boxOf, markOf } from './item-state.ts';
import type { SignOffTree } from './sign-off.ts';
import { findTime } from './time.ts';

const roleWord =
  /\b(?:lead|manager|owner|engineer(?:ing)?|director|officer|qa|security|legal|compliance|product|operations?|ops|on[\s\u2010-\u2014/-]call|sre|architect|maintainer|reviewer|approver|sponsor|support|dev ?ops|c[teois]o|vp|head|platform|dba|captain|coordinator|team|counsel|pm|witness)\b/i;

const named = /^(.{2,50}?)\s+(?:sign[\s\u2010-\u2014-]?off|approval|approved)\b/i;

/** The role that a box stands for, if its label names a role and no work. */
export const roleOf = (label: string): string | undefined => {
  const text = label.replace(/^\*+|\*+$/g, '').trim();
  const handle = /^@[\w-]+/.exec(text)?.[0];
  if (handle !== undefined) return handle.slice(1);
  const explicit = named.exec(text)?.[1];
  if (explicit !== undefined && explicit.split(/\s+/).length <= 5 && /^\p{L}/u.test(explicit) && roleWord.test(explicit)) return explicit;
  const short = (text.split(/[:(@—–]/)[0] ?? '').trim().replace(/[.]$/, '');
  return short.split(/\s+/).length <= 4 && roleWord.test(short) && !/\b(?:to|is|are|was|were|has|have|all|run|verify|verified|update[ds]?|check(?:ed)?|notif(?:y|ied)|briefed|agreed|green|current|ready|complete[d]?|passe[sd])\b/i.test(short) ? short : undefined;
};

const personOf = (label: string): string | undefined => /(?:^|[\s(—–:])(@[\w-]+)/.exec(label)?.[1];

const decided = { done: 'approved', open: 'pending', 'not-applicable': 'abstained', malformed: 'pending' } as const;

const boxSignOff = (source: Source, section: Section, item: ListItem): SignOffTree[] => {
  const box = boxOf(source, item);
  const mark = markOf(source, item);
  const role = box === undefined ? undefined : roleOf(mark.text);
  if (box === undefined || role === undefined) return [];
  const time = findTime(labelOf(item))?.time;
  const person = personOf(labelOf(item));
  const range = rangeOfNode(item.children[0] ?? item);
  return [at({ start: rangeOfNode(item).start, end: range.end }, { form: 'task' as const, decision: at(box, decided[mark.state]), asks: [], section: section.path, role, person, date: time })];
};

/** The role boxes of a section. */
export const roleBoxes = (source: Source, section: Section): SignOffTree[] =>
  [...bodyNodes(section)].flatMap(({ node }) => (node.type === 'listItem' ? boxSignOff(source, section, node) : []));
