/** Decisions that nobody signs: `**Decision**: NO-GO`, `Go/No-Go: HOLD`, `- [x] NO-GO`. Only those that stop are read: going on takes names. */
import type { Nodes } from 'mdast';
import { childrenOf, labelOf, plain, rangeOfNode } from '../markdown/nodes.ts';
import { bodyNodes, type Section } from '../markdown/outline.ts';
import { at, type Located } from '../model/located.ts';
import type { SignOff } from '../model/parts/sign-off.ts';
import type { Range, Source } from '../model/source.ts';
import { alternativesIn } from './alternatives.ts';
import { areAlternatives, denies, stopsWhenChosen } from './choice-words.ts';
import { choicesOf } from './choices.ts';
import { isStop } from './decision.ts';
import { namesDecision } from './decision-names.ts';
import type { Field } from './field.ts';
import { isHead } from './fields.ts';
import { boxOf, markOf } from './item-state.ts';
import { roleOf } from './role.ts';

export const lone = { form: 'field' as const, decision: 'rejected' as const, asks: [] };

// `Rollout to Asia: ☐ Go ☑ No-go`: whatever is asked, the answer stops it.
const choosesStop = ({ raw }: Field): boolean => {
  const all = alternativesIn({ raw, range: { start: 0, end: raw.length } });
  return areAlternatives(all.map(({ label }) => label)) && all.some(({ label, ticked }) => ticked && stopsWhenChosen(label));
};

// The head of a document says how the whole of it stands; a proposal that was rejected is another matter.
const stopsByStatus = ({ key, section, raw, text }: Field): boolean =>
  isHead(section) &&
  /^(?:(?:current|overall|release|launch|deployment|gate|checklist)-)?(?:status|state)$/.test(key) &&
  isStop(raw, text) &&
  !/\b(?:reject|den(?:y|ied)|declin|withdr|revok|cancel)/i.test(text);

/** The fields of a section that stop and belong to no person's sign-off. */
export const loneFields = (section: Section, fields: readonly Field[]): Located<SignOff>[] =>
  fields
    .filter((field) => {
      const { label, raw, text, empty } = field;
      return !empty && ((namesDecision(label) && isStop(raw, text)) || stopsByStatus(field) || choosesStop(field));
    })
    .map(({ label, range, valueRange, text }) =>
      at(range, { ...lone, decision: at(valueRange, lone.decision), section: section.path, role: label, raw: text }),
    );

// `NO-GO criteria are agreed` is work.
const stops = (label: string, cued: boolean): boolean =>
  /^no[\s\u2010-\u2014-]?go\s*(?:$|[:：,(\u2013\u2014-])/iu.test(label) ||
  (cued && /^(?:hold|reject(?:ed)?)\s*(?:$|[:：,(\u2013\u2014-])/iu.test(label));

type Outcome = 'alone' | 'alternatives' | 'others';

// What stands beside a box; long lists are looked at once.
const besides = (section: Section, list: Nodes | undefined): Outcome => {
  if (list?.type !== 'list') return 'others';
  return section.memo(list, () => {
    const labels = list.children.filter(({ checked }) => checked != null).map(labelOf);
    return labels.length === 1 ? 'alone' : areAlternatives(labels) ? 'alternatives' : 'others';
  });
};

const isChosen = (section: Section, list: Nodes | undefined, text: string): boolean => {
  if (denies(text) && asksDecision(section, list)) return besides(section, list) !== 'others';
  return stopsWhenChosen(text) && besides(section, list) === 'alternatives';
};

// The line above a list says what it asks; without one the heading does.
const asksDecision = (section: Section, list: Nodes | undefined): boolean => {
  const before = section.body[section.body.indexOf(list as (typeof section.body)[number]) - 1];
  return namesDecision(before?.type === 'paragraph' ? plain(before) : section.title);
};

const stopAt = (section: Section, { start, end, box }: Range & { readonly box: Range }, text: string): Located<SignOff> =>
  at(
    { start, end },
    {
      ...lone,
      form: 'task' as const,
      decision: at(box, lone.decision),
      section: section.path,
      role: 'Go/No-Go',
      raw: text,
    },
  );

/** The ticked boxes of a section that stop. `cued`: the titles above speak of sign-offs. */
export const loneBoxes = (source: Source, section: Section, cued: boolean): Located<SignOff>[] =>
  [...bodyNodes(section)].flatMap(({ node, ancestors }) => {
    const box = node.type === 'listItem' ? boxOf(source, node) : undefined;
    if (node.type !== 'listItem' || box === undefined) return [];
    const { state, text } = markOf(source, node);
    const label = text.replace(/^[^\p{L}]+/u, '');
    if (state !== 'done' || !(stops(label, cued) || isChosen(section, ancestors.at(-1), label))) return [];
    const first = node.children[0] ?? node;
    return [stopAt(section, { start: rangeOfNode(node).start, end: rangeOfNode(first).end, box }, plain(first))];
  });

/** The choices in running text of which an alternative that stops is ticked: `☐ APPROVED ☑ BLOCKED`. */
export const loneChoices = (source: Source, section: Section): Located<SignOff>[] =>
  choicesOf(source, section).flatMap(({ range, label: asked, alternatives }) => {
    const chosen = alternatives.find(({ label, ticked }) => ticked && (stopsWhenChosen(label) || (namesDecision(asked) && denies(label))));
    return chosen === undefined ? [] : [stopAt(section, { ...range, box: chosen.box }, chosen.label)];
  });

/** Items below a heading of sign-offs that stop in so many words: `- Legal — not approved`. A colon makes a field. */
export const loneItems = (section: Section): Located<SignOff>[] =>
  [...bodyNodes(section)].flatMap(({ node }) => {
    const label = node.type === 'listItem' && node.checked == null ? labelOf(node) : '';
    const [, role = '', said = ''] = /^(.{2,50}?)\s+[-\u2013\u2014]+\s+(.+)$/u.exec(label) ?? [];
    if (roleOf(role) === undefined || !isStop(said)) return [];
    const range = rangeOfNode(childrenOf(node)[0] ?? node);
    return [at(range, { ...lone, section: section.path, role, raw: said })];
  });
