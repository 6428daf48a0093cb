/** Sign-offs as check boxes that name a role: `- [ ] Engineering lead`, `- [x] **Security sign-off**: scan clean`. */
import type { ListItem } from 'mdast';
import { labelOf, rangeOfNode } from '../markdown/nodes.ts';
import { bodyNodes, type Section } from '../markdown/outline.ts';
import { at, type Located } from '../model/located.ts';
import type { Decision, SignOff } from '../model/parts/sign-off.ts';
import type { Source } from '../model/source.ts';
import { saysNobody } from './blank.ts';
import { isStop } from './decision.ts';
import { boxOf, type Mark, markOf } from './item-state.ts';
import { roleOf } from './role.ts';
import { findTime } from './time.ts';

// `QA: Release Tester (2026-01-05)`: a name is two to four capitalised words behind the role, alone or with a date; results are none.
const named = /[:：—–-]\s+(\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){1,3})\s*(?:$|[,;(—–-]+\s*(?=\d|on\s))/u;
const result =
  /\b(?:pass(?:ed)?|fail(?:ed)?|approv\w*|complet\w*|done|ok|clean|clear(?:ed)?|green|ready|sign(?:ed)?|pending|tests?|tested|scan\w*|checks?|review\w*|verif\w*|report|go|no|not|all|none|lead|team|manager|owner|engineer(?:ing)?|officer|director)\b/i;

const nameOf = (label: string): string | undefined => {
  const name = named.exec(label)?.[1];
  return name === undefined || result.test(name) ? undefined : name;
};

const personOf = (label: string): string | undefined => /(?:^|[\s(—–:])(@[\w-]+)/.exec(label)?.[1] ?? nameOf(label);

const decided = { done: 'approved', open: 'pending', 'not-applicable': 'abstained', malformed: 'pending' } as const;

// `- [x] QA lead: rejected` approves nothing, however ticked it is.
const decisionOf = ({ state, text }: Mark): Decision => {
  const said =
    /[:：]\s+(.+)$|\s[—–-]+\s+(.+)$|\(([^()]+)\)\s*$/u
      .exec(text)
      ?.slice(1)
      .find((one) => one !== undefined) ?? '';
  if (isStop(said) || /^(?:fail(?:ed)?|declined|no)\W*$/i.test(said)) return 'rejected';
  return state === 'done' && saysNobody(said) ? 'pending' : decided[state];
};

const boxSignOff = (source: Source, section: Section, item: ListItem): Located<SignOff>[] => {
  const box = boxOf(source, item);
  const mark = markOf(source, item);
  const role = box === undefined ? undefined : roleOf(mark.text);
  if (box === undefined || role === undefined) return [];
  const time = findTime(labelOf(item))?.time;
  const person = personOf(labelOf(item));
  const range = rangeOfNode(item.children[0] ?? item);
  return [
    at(
      { start: rangeOfNode(item).start, end: range.end },
      { form: 'task' as const, decision: at(box, decisionOf(mark)), asks: [], section: section.path, role, person, date: time },
    ),
  ];
};

/** The role boxes of a section. */
export const roleBoxes = (source: Source, section: Section): Located<SignOff>[] =>
  [...bodyNodes(section)].flatMap(({ node }) => (node.type === 'listItem' ? boxSignOff(source, section, node) : []));
