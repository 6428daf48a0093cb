/** Ticking rows and items that carry a mark of state instead of a box: the mark changes, and every word stays. */
import { outlineOf } from '../../markdown/outline.ts';
import type { Source } from '../../model/source.ts';
import { UsageError } from '../../model/usage-error.ts';
import { isBlank } from '../../read/blank.ts';
import { crosses, openBoxes, tickedBoxes, ticks, waits } from '../../read/glyphs.ts';
import { bareWords, behindExcuse, saysOpen, stateOfText } from '../../read/state-words.ts';
import { fillRow } from './cells.ts';
import { type Edit, unchanged } from './edit.ts';
import { type PlacedMark, placedMarks, type StateCell, stateCell } from './placed-marks.ts';
import { placedTasks } from './placed-tasks.ts';
import { escapeText, oneLine } from './plain-text.ts';
import { recordedIn } from './recorded.ts';
import { type Splice, spliced } from './splice.ts';
import { stateWords, type TickRequest } from './tick-request.ts';

interface Item {
  readonly source: Source;
  readonly marks: readonly PlacedMark[];
  readonly placed: PlacedMark;
  readonly request: TickRequest;
}

const code = ':[a-z_]+:';
const openMark = new RegExp(`${code}|\\[[ \\u00A0]?\\]|[${openBoxes}${crosses}${waits}🔴🚫🟥👎⚠🟡🟠]\\uFE0F?`, 'u');
const doneMark = new RegExp(`${code}|\\[[xX]\\]|[${tickedBoxes}${ticks}🟢]\\uFE0F?`, 'u');

// A mark becomes one of its own kind. ⬜ is open in a table, ❌ in a list.
const turned = (mark: string, state: 'done' | 'open'): string[] => {
  if (mark.startsWith(':')) return [state === 'done' ? ':white_check_mark:' : ':x:'];
  if (mark.startsWith('[')) return [state === 'done' ? '[x]' : '[ ]'];
  if (state === 'done') return [mark === '☐' ? '☑' : '✅'];
  return [...(mark === '☑' ? ['☐'] : []), '⬜', '❌'];
};

function* inPlace({ source, placed: { range } }: Item, state: 'done' | 'open'): Generator<Splice[]> {
  const found = (state === 'done' ? openMark : doneMark).exec(source.text.slice(range.start, range.end));
  if (found === null) return;
  const start = range.start + found.index;
  for (const text of turned(found[0], state)) yield [{ start, end: start + found[0].length, text }];
}

// Nothing is lost where a cell holds a mark or a word of state alone.
const saysStateAlone = ({ cell }: StateCell): boolean => {
  if (cell === undefined || isBlank(cell.raw, cell.text)) return true;
  const words = bareWords(cell.text);
  return words === '' || saysOpen(words) === words || (stateOfText(cell.text) === 'not-applicable' && behindExcuse(cell.text) === '');
};

const cellFor = ({ state, reason = '' }: TickRequest): string =>
  state === 'not-applicable' ? `N/A: ${escapeText(reason)}` : state === 'done' ? '✅' : '⬜';

function* waysOf(item: Item): Generator<Splice[]> {
  const { source, placed, request } = item;
  if (request.state !== 'not-applicable') yield* inPlace(item, request.state);
  const found = stateCell(outlineOf(source), placed);
  if (found !== undefined && saysStateAlone(found) && placed.marked.mark === (found.cell?.text ?? ''))
    yield fillRow(source, found.row, new Map([[found.column, cellFor(request)]]));
}

const restOf = (source: Source): string => {
  const outline = outlineOf(source);
  return JSON.stringify([placedTasks(source).map(({ task }) => task), recordedIn(outline).map(({ signOff }) => signOff)]);
};

const linesOf = (marks: readonly PlacedMark[], line: number): string[] =>
  marks.filter((one) => one.line !== line).map(({ marked, line: at }) => JSON.stringify([marked, at]));

const isSettledItem = ({ marked }: PlacedMark): boolean => marked.where === 'item' && marked.state === 'done';

// A list that bears nothing but ticks asks for nothing any more: its items are no states then.
const keepsOthers = ({ marks, placed }: Item, after: readonly PlacedMark[]): boolean => {
  const [before, now] = [linesOf(marks, placed.line), linesOf(after, placed.line)];
  const kept = new Set(now);
  const lost = marks.filter((one) => one.line !== placed.line && !kept.has(JSON.stringify([one.marked, one.line])));
  return now.every((one) => before.includes(one)) && (lost.length === 0 || (placed.marked.where === 'item' && lost.every(isSettledItem)));
};

const isProved = (item: Item, splices: readonly Splice[]): boolean => {
  const { source, placed, request } = item;
  const after = spliced(source, splices);
  const marks = placedMarks(after);
  const now = marks.find(({ line }) => line === placed.line)?.marked;
  if (!keepsOthers(item, marks) || restOf(after) !== restOf(source)) return false;
  if (now === undefined) return placed.marked.where === 'item' && request.state === 'done';
  return (
    now.state === request.state &&
    now.text === placed.marked.text &&
    (now.state !== 'not-applicable' || now.reason === oneLine(request.reason ?? ''))
  );
};

const isAlready = ({ placed: { marked }, request: { state, reason } }: Item): boolean =>
  marked.state === state &&
  (state !== 'not-applicable' || (marked.reason !== undefined && (reason === undefined || marked.reason === oneLine(reason))));

const writtenAs = { done: '✅', open: '❌', 'not-applicable': '"N/A: reason"' } as const;

const refuseUnreasoned = ({ source, placed: { marked, line }, request: { state, reason = '' } }: Item): void => {
  if (state === 'not-applicable' && oneLine(reason) === '')
    throw new UsageError(`${source.path}:${line}: "${marked.text}" needs a reason why it does not apply. Give one with --reason.`);
};

const refusal = ({ source, placed, request: { state, reason = '' } }: Item): UsageError => {
  const { marked, line } = placed;
  const where = `${source.path}:${line}: "${marked.text}"`;
  const found = stateCell(outlineOf(source), placed);
  if (state === 'not-applicable' && found !== undefined && saysStateAlone(found))
    return new UsageError(
      `${where}: The reason "${oneLine(reason)}" would be read otherwise. Say in other words why it does not apply at all.`,
    );
  const place = marked.where === 'item' ? `the mark "${marked.mark}" of its item` : `its cell "${marked.mark}"`;
  return new UsageError(
    `${where} cannot be made ${stateWords[state]} without losing words: ${place} says more than a state. Write ${writtenAs[state]} there by hand.`,
  );
};

/** Brings the row or item of a line that carries a mark into a state; undefined where the line has none. */
export const tickMark = (source: Source, line: number, request: TickRequest): Edit | undefined => {
  const marks = placedMarks(source);
  const placed = marks.find((one) => one.line === line);
  if (placed === undefined) return undefined;
  const item: Item = { source, marks, placed, request };
  if (isAlready(item)) return unchanged(`already ${stateWords[request.state]}: "${placed.marked.text}"`);
  refuseUnreasoned(item);
  for (const splices of waysOf(item))
    if (isProved(item, splices)) return { splices, summary: `${stateWords[request.state]}: "${placed.marked.text}"` };
  throw refusal(item);
};
