/** Ticking: changes the box of one item, or says why the item does not apply. */
import { outlineOf } from '../../markdown/outline.ts';
import type { Source } from '../../model/source.ts';
import { UsageError } from '../../model/usage-error.ts';
import { markBox } from './box-sign-off.ts';
import { type Edit, refuseUndecodable, unchanged } from './edit.ts';
import { itemAt, labelParagraph } from './labels.ts';
import { notApplicableWays, withoutMark } from './not-applicable.ts';
import { type PlacedTask, placedTasks } from './placed-tasks.ts';
import { oneLine } from './plain-text.ts';
import { type Splice, spliced } from './splice.ts';
import { tickMark } from './tick-mark.ts';
import { noTaskAt } from './tick-refusals.ts';
import { stateWords, type TickRequest } from './tick-request.ts';

interface Item {
  readonly source: Source;
  readonly tasks: readonly PlacedTask[];
  readonly index: number;
  readonly placed: PlacedTask;
  readonly request: TickRequest;
}

const at = ({ source, placed }: Item): string => `${source.path}:${placed.line}`;

// A ticked parent promises that everything below it is done.
const refuseOpenChildren = (item: Item): void => {
  const isBelow = (other: PlacedTask): boolean => {
    for (let parent = other.task.parent; parent !== undefined; parent = item.tasks[parent]?.task.parent)
      if (parent === item.index) return true;
    return false;
  };
  const open = item.tasks.filter((other) => other.task.state === 'open' && isBelow(other)).map(({ line }) => line);
  if (open.length > 0)
    throw new UsageError(
      `${at(item)}: "${item.placed.task.text}" has open items below it, in line${open.length > 1 ? 's' : ''} ${open.join(', ')}. Settle them first.`,
    );
};

const refuseUnreasoned = (item: Item): void => {
  const { reason } = item.placed.task;
  const given = oneLine(item.request.reason ?? '');
  if (given === '') throw new UsageError(`${at(item)}: An item that does not apply needs a reason. Give one with --reason.`);
  if (item.placed.task.state === 'not-applicable' && item.placed.task.choice !== true && reason !== undefined && reason !== given)
    throw new UsageError(`${at(item)}: The item gives a reason already: "${reason}". Change it by hand.`);
};

const refuse = (item: Item): void => {
  if (item.placed.task.state === 'malformed')
    throw new UsageError(`${at(item)}: "${item.placed.task.text}" has a second box. Leave one: "- [ ] text".`);
  if (item.request.state === 'done') refuseOpenChildren(item);
  if (item.request.state === 'not-applicable') refuseUnreasoned(item);
};

function* waysOf({ source, placed, request }: Item): Generator<Splice[]> {
  const item = itemAt(outlineOf(source), placed.start);
  const paragraph = item === undefined ? undefined : labelParagraph(item);
  if (paragraph === undefined) return;
  const box = markBox(source, placed.box, request.state === 'open' ? ' ' : 'x');
  if (request.state === 'not-applicable') {
    const ways = [...notApplicableWays(source, paragraph, { box: placed.box, reason: request.reason ?? '' })];
    // A mark without a reason makes way for one with.
    for (const reason of ways) yield [box, ...(placed.task.state === 'not-applicable' ? withoutMark(source, paragraph) : []), reason];
    return;
  }
  yield [box];
  yield [box, ...withoutMark(source, paragraph)];
}

// A choice settles its siblings, so theirs may change with it; every other item stays as it was.
const keepsOthers = (item: Item, after: readonly PlacedTask[]): boolean =>
  after.length === item.tasks.length &&
  after.every(({ task }, index) => {
    const before = item.tasks[index]?.task;
    return (
      index === item.index ||
      (task.box === before?.box && task.text === before.text && (task.state === before.state || task.choice === true))
    );
  });

const isProved = (item: Item, splices: readonly Splice[]): boolean => {
  const after = placedTasks(spliced(item.source, splices));
  const task = after[item.index]?.task;
  if (task?.state !== item.request.state || !keepsOthers(item, after)) return false;
  return task.state !== 'not-applicable' || (task.reason === oneLine(item.request.reason ?? '') && task.text === item.placed.task.text);
};

const isAlready = ({ placed: { task }, request }: Item): boolean =>
  task.state === request.state &&
  (request.state !== 'not-applicable' ||
    (task.choice !== true && task.reason !== undefined && (request.reason === undefined || task.reason === oneLine(request.reason))));

/** Brings the item whose box or mark stands in a line into a state. Throws a UsageError where there is none, or where it must not be. */
export const tickItem = (source: Source, line: number, request: TickRequest): Edit => {
  refuseUndecodable(source);
  const tasks = placedTasks(source);
  const index = tasks.findIndex((placed) => placed.line === line);
  const placed = tasks[index];
  if (placed === undefined) {
    const edit = tickMark(source, line, request);
    if (edit === undefined) throw noTaskAt(source, line, tasks);
    return edit;
  }
  const item: Item = { source, tasks, index, placed, request };
  if (isAlready(item)) return unchanged(`already ${stateWords[request.state]}: "${placed.task.text}"`);
  refuse(item);
  for (const splices of waysOf(item))
    if (isProved(item, splices)) return { splices, summary: `${stateWords[request.state]}: "${placed.task.text}"` };
  throw new UsageError(
    `${at(item)}: "${placed.task.text}" cannot be made ${stateWords[request.state]} so that it reads so afterwards: other words of it say ${stateWords[placed.task.state as keyof typeof stateWords]}. Edit the line by hand.`,
  );
};
