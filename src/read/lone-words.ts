/** Words that stop in a line or a table of their own: `✓ NO-GO`, `| Decision |` above `| NO-GO |`. */
import type { Nodes } from 'mdast';
import { labelOf, plain, rangeOfNode } from '../markdown/nodes.ts';
import { bodyNodes, type Section } from '../markdown/outline.ts';
import { at, type Located } from '../model/located.ts';
import type { SignOff } from '../model/parts/sign-off.ts';
import type { Range, Source } from '../model/source.ts';
import { stopsWhenChosen } from './choice-words.ts';
import { choicesOf } from './choices.ts';
import { choiceIn, formLines } from './code-forms.ts';
import { isStop } from './decision.ts';
import { namesDecision } from './decision-names.ts';
import { crosses, openBoxes, waits } from './glyphs.ts';
import { matchLine } from './key-line.ts';
import { type Line, linesOf } from './lines.ts';
import { lone } from './lone-decisions.ts';
import { type Cell, headerName, type ReadTable, tablesOf } from './tables.ts';

const isNoGo = (text: string): boolean => /^no[\s\u2010-\u2014-]?go\s*(?:$|[.!:：,(\u2013\u2014-])/iu.test(text);

// With a tick the words say what was chosen; without one only a heading that asks for the decision makes them one.
const stopsInLine = (text: string, asked: boolean): boolean => {
  const words = text.replace(/^[^\p{L}]+/u, '');
  if (/^no[\s\u2010-\u2014-]?go\W*$/iu.test(text) || (/^(?:[✓✔✅☑🛑⛔]\uFE0F?)\s/u.test(text) && isNoGo(words))) return true;
  const [, question = '', answer = ''] = /^([^?？]{2,60})[?？]\s*(.+)$/u.exec(text) ?? [];
  if (namesDecision(question) && isStop(answer)) return true;
  return asked && words.split(/\s+/).length <= 3 && isStop(words);
};

const stopsAsKey = (line: string): boolean => {
  const [, key = '', value = ''] = /^[\s|│║*>-]*([^:：]{2,40})[:：]\s*(.+?)[\s|│║]*$/u.exec(line) ?? [];
  return namesDecision(key) && isStop(value);
};

// Keys that open no field: `decision: NO-GO` in small letters, `**Verdict: NO-GO.**` all bold.
const stopsAsLine = (source: Source, node: Nodes): boolean =>
  linesOf(source, node).some(({ raw }) => matchLine(raw) === undefined && stopsAsKey(raw.replace(/^[-*+]\s+|[*_`]/g, '')));

// A title without number and marks before it, with those behind it.
const bareHead = (title: string): string => title.replace(/^[^\p{L}\p{N}]+/u, '').replace(/^\d+(?:\.\d+)*[.)]?\s+/, '');

const status = /^(?:(?:current|overall|release|launch|deployment|gate) )?status$/i;

const crossed = new RegExp(`^[${crosses}]`, 'u');
const waiting = new RegExp(`^[${waits}${openBoxes}]`, 'u');

// `## Decision: NO-GO`, `## QA sign-off: ⏳`; `# Current status: blocked` where it speaks of the whole.
const titleDecision = ({ title, depth }: Section): 'rejected' | 'pending' | undefined => {
  const [, key = '', value = ''] = /^(.{2,60}?)\s*[:：]\s*(.+)$/u.exec(bareHead(title)) ?? [];
  const signs = /(?:sign-?offs?|approval)$/i.test(key);
  if (!signs && !namesDecision(key) && !(depth <= 2 && status.test(key))) return undefined;
  if (isStop(value) || crossed.test(value)) return 'rejected';
  return waiting.test(value) ? 'pending' : undefined;
};

/** The heading of a section that says that it stops, or waits. */
export const loneTitle = (section: Section): Located<SignOff>[] => {
  const decision = section.heading === undefined ? undefined : titleDecision(section);
  if (section.heading === undefined || decision === undefined) return [];
  const where = rangeOfNode(section.heading);
  const role = bareHead(section.title).replace(/\s*[:：].*$/u, '');
  return [at(where, { ...lone, decision: at(where, decision), section: section.path, role, raw: section.title })];
};

const stopsInForm = (line: Line): boolean =>
  stopsAsKey(line.raw) || choiceIn(line).some(({ label, ticked }) => ticked && stopsWhenChosen(label));

/** The lines of forms in code blocks that stop. */
export const loneForms = (source: Source, section: Section): Located<SignOff>[] =>
  formLines(source, section)
    .filter(stopsInForm)
    .map(({ raw, range }) => at(range, { ...lone, section: section.path, role: 'Go/No-Go', raw }));

const lineOf = (node: Nodes, ancestors: readonly Nodes[]): string => {
  if (node.type === 'listItem') return node.checked == null ? labelOf(node) : '';
  return node.type === 'paragraph' && ancestors.at(-1)?.type !== 'listItem' ? plain(node) : '';
};

/** The lines of a section that say nothing but that it stops; a line of boxes is a choice. */
export const loneLines = (source: Source, section: Section): Located<SignOff>[] =>
  [...bodyNodes(section)].flatMap(({ node, ancestors }) => {
    const text = lineOf(node, ancestors);
    if (text === '' || !(stopsInLine(text, node.type === 'paragraph' && namesDecision(section.title)) || stopsAsLine(source, node)))
      return [];
    const where = rangeOfNode(node.type === 'listItem' ? (node.children[0] ?? node) : node);
    if (choicesOf(source, section).some(({ range }) => range.start < where.end && where.start < range.end)) return [];
    return [at(where, { ...lone, section: section.path, role: 'Go/No-Go', raw: text })];
  });

const stopAt = (section: Section, cell: Cell, role: string): Located<SignOff> =>
  at(cell.range, { ...lone, decision: at(cell.range, lone.decision), section: section.path, role, raw: cell.text });

// What a decision comes with. `Option | Decision` decides about its options.
const beside =
  /^(?:#|date|day|time|when|version|release|tag|build|reasons?|rationale|notes?|comments?|conditions?|justification|datum|fecha|data|grund)?$/;

const inColumn = ({ section, header, rows }: ReadTable): Located<SignOff>[] => {
  const column = header.findIndex((cell) => namesDecision(cell.text));
  const about = header.every((cell, index) => index === column || beside.test(headerName(cell.text)));
  return rows.flatMap(({ cells }) => {
    const cell = cells[column];
    if (cell === undefined || !(about ? isStop(cell.raw, cell.text) : isNoGo(cell.text.replace(/^[^\p{L}]+/u, '')))) return [];
    return [stopAt(section, cell, header[column]?.text ?? '')];
  });
};

const inPairs = ({ section, header, rows }: ReadTable): Located<SignOff>[] =>
  [header, ...rows.map(({ cells }) => cells)].flatMap((cells) => {
    const [name, value, more] = cells;
    const stops =
      name !== undefined && value !== undefined && more === undefined && namesDecision(name.text) && isStop(value.raw, value.text);
    return stops ? [stopAt(section, value, name.text)] : [];
  });

/** The cells of a section's tables that stop and are nobody's sign-off; `taken` is what is read as sign-offs or fields. */
export const loneCells = (source: Source, section: Section, taken: readonly Range[]): Located<SignOff>[] =>
  tablesOf(source, section)
    .filter(({ range }) => !taken.some(({ start }) => range.start <= start && start < range.end))
    .flatMap((table) => [...inColumn(table), ...inPairs(table)]);
