/** What has to be told of a template that became a record. */
import { pointAt, type Source } from '../../model/source.ts';
import { placedTasks } from '../edit/placed-tasks.ts';
import type { Release } from './literal-marks.ts';
import { namesIn } from './named-marks.ts';
import { bareVersion } from './version-parts.ts';

const plural = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

/** What was taken back of a template that was a record. */
export interface Cleared {
  readonly boxes: number;
  readonly signOffs: boolean;
  /** Sign-offs that could not be taken out. */
  readonly left: number;
}

export interface Made {
  readonly release: Release;
  /** The versions that were replaced as examples. */
  readonly examples: readonly string[];
  readonly cleared: Cleared;
}

const stateNotes = ({ boxes, signOffs, left }: Cleared): string[] => [
  ...(boxes > 0 ? [`The template has ${plural(boxes, 'ticked box', 'ticked boxes')}, as a record has; they were opened.`] : []),
  ...(signOffs ? ['The template holds sign-offs, as a record does; they were taken out.'] : []),
  ...(left > 0 ? [`The template holds ${plural(left, 'sign-off')} that could not be taken out: look at them.`] : []),
];

const commandVersion = /\bgit (?:tag|push|checkout -b)\b[^\n]*?(?<![A-Za-uw-z0-9.])v?(\d+\.\d+\.\d+(?:-[A-Za-z]+[.-]?\d+)?)(?![\w.])/g;

// A command that would tag another release is worse than a mark left.
const exampleNotes = (source: Source, { version }: Release, replaced: readonly string[]): string[] => {
  const known = new Set([version.whole, ...replaced.map(bareVersion)]);
  const found = [...source.text.matchAll(commandVersion)].filter(([, example = '']) => !known.has(example));
  const [first] = found;
  if (first === undefined) return [];
  const others = [...new Set(found.map(([, example = '']) => example))].join(', ');
  const { line } = pointAt(source, first.index);
  return [`Commands of the template speak of ${others} (line ${line}), which was left: --replace ${first[1]} puts ${version.whole} there.`];
};

const previousMark = /(?<![A-Za-z0-9.])v?(?:\d+\.y\.z|[xX]\.[yY]\.[zZ]\+1)(?![A-Za-z0-9])/;

const previousNotes = (text: string, { version, previous }: Release): string[] => {
  const asks = namesIn(text).includes('previous') || (previousMark.test(text) && (!/\+1/.test(text) || version.before === undefined));
  return asks && previous === undefined
    ? ['Some marks ask for the version before this one, and were left: --set previous=… fills them.']
    : [];
};

const itemNotes = (source: Source): string[] =>
  placedTasks(source).length === 0 ? ['The template has no check-list item, so that nothing of it has to be done.'] : [];

/** What the reader of a record has to know of its template, one sentence each. */
export const notesOn = (source: Source, { release, examples, cleared }: Made): string[] => [
  ...stateNotes(cleared),
  ...itemNotes(source),
  ...exampleNotes(source, release, examples),
  ...previousNotes(source.text, release),
];
