/** Decisions that nobody signs: `**Decision**: NO-GO`, `Go/No-Go: HOLD`, `- [x] NO-GO`. Only those that stop are read: going on takes names. */
import { plain, rangeOfNode } from '../markdown/nodes.ts';
import { bodyNodes, type Section } from '../markdown/outline.ts';
import { at } from '../model/located.ts';
import type { Source } from '../model/source.ts';
import { isStop } from './decision.ts';
import type { Field } from './field.ts';
import { boxOf, markOf } from './item-state.ts';
import type { SignOffTree } from './sign-off.ts';

const decisionKey = /^(?:(?:final|release|launch|promotion|deployment|gate)-)?(?:decision|verdict)$|^go-no-go(?:-decision)?$/;

/** Whether a text may stop anything at all: most documents need not be looked through. */
export const mayStop = (text: string): boolean => /no[\s\u2010-\u2014-]?go|hold|reject|not approved|do not/i.test(text);

const lone = { form: 'field' as const, decision: 'rejected' as const, asks: [] };

/** The fields of a section that stop and belong to no person's sign-off. */
export const loneFields = (section: Section, fields: readonly Field[]): SignOffTree[] =>
  fields
    .filter(({ key, raw, text, empty }) => decisionKey.test(key) && !empty && isStop(raw, text))
    .map(({ label, range, valueRange, text }) =>
      at(range, { ...lone, decision: at(valueRange, lone.decision), section: section.path, role: label, raw: text }),
    );

// `NO-GO criteria are agreed` is work.
const stops = (label: string, cued: boolean): boolean =>
  /^no[\s\u2010-\u2014-]?go\s*(?:$|[:：,(\u2013\u2014-])/iu.test(label) ||
  (cued && /^(?:hold|reject(?:ed)?)\s*(?:$|[:：,(\u2013\u2014-])/iu.test(label));

/** The ticked boxes of a section that stop. `cued`: the titles above speak of sign-offs. */
export const loneBoxes = (source: Source, section: Section, cued: boolean): SignOffTree[] =>
  [...bodyNodes(section)].flatMap(({ node }) => {
    const box = node.type === 'listItem' ? boxOf(source, node) : undefined;
    if (node.type !== 'listItem' || box === undefined) return [];
    const { state, text } = markOf(source, node);
    if (state !== 'done' || !stops(text.replace(/^[^\p{L}]+/u, ''), cued)) return [];
    const first = node.children[0] ?? node;
    const range = { start: rangeOfNode(node).start, end: rangeOfNode(first).end };
    return [
      at(range, {
        ...lone,
        form: 'task' as const,
        decision: at(box, lone.decision),
        section: section.path,
        role: 'Go/No-Go',
        raw: plain(first),
      }),
    ];
  });
