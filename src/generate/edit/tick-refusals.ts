/** Refusals: what to say when a line holds no item, so that the next try succeeds. */
import { outlineOf } from '../../markdown/outline.ts';
import { unzip } from '../../model/located.ts';
import type { Lookalike } from '../../model/parts/lookalike.ts';
import type { SignOff } from '../../model/parts/sign-off.ts';
import { lineText, pointAt, type Source } from '../../model/source.ts';
import { UsageError } from '../../model/usage-error.ts';
import { lookalikes } from '../../read/lookalikes.ts';
import type { PlacedTask } from './placed-tasks.ts';
import { recordedIn } from './recorded.ts';

const lookalikeIn = (source: Source, line: number): Lookalike | undefined => {
  const { data, ranges } = unzip<readonly Lookalike[]>(lookalikes.read(outlineOf(source)));
  return data.find((_, index) => pointAt(source, ranges.get(`/${index}`)?.start ?? 0).line === line);
};

const rowSignOff = (source: Source, line: number): SignOff | undefined =>
  recordedIn(outlineOf(source)).find(({ signOff, range }) => signOff.form === 'table' && pointAt(source, range.start).line === line)
    ?.signOff;

const nearest = (tasks: readonly PlacedTask[], line: number): string => {
  const [first, second] = [...tasks].sort((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line) || a.line - b.line);
  const shown = [first, second].flatMap((placed) =>
    placed === undefined ? [] : [`line ${placed.line} "${placed.task.text.slice(0, 60)}"`],
  );
  return shown.length === 0 ? 'The document has no item.' : `The nearest: ${shown.join(' and ')}.`;
};

/** The error for a line without an item. */
export const noTaskAt = (source: Source, line: number, tasks: readonly PlacedTask[]): UsageError => {
  const where = `${source.path}:${line}`;
  if (line < 1 || line > source.lines.length)
    return new UsageError(`${where}: The document has ${source.lines.length} lines. ${nearest(tasks, line)}`);
  const signOff = rowSignOff(source, line);
  if (signOff !== undefined)
    return new UsageError(
      `${where}: This row is a sign-off. Record a decision with docgate sign ${source.path} --role ${JSON.stringify(signOff.role ?? 'ROLE')}.`,
    );
  const alike = lookalikeIn(source, line);
  if (alike?.where === 'table')
    return new UsageError(
      `${where}: "${alike.box}" stands in a table that is not read as a check list. Write [x] there by hand, or name the column "Status" and the first one "Item".`,
    );
  if (alike !== undefined)
    return new UsageError(`${where}: "${alike.box}" is not a box that Markdown reads. Write the item as "- [ ] text" or "- [x] text".`);
  const text = lineText(source, line).trim();
  return new UsageError(
    `${where}: There is no item in ${text === '' ? 'this empty line' : `"${text.slice(0, 60)}"`}. ${nearest(tasks, line)}`,
  );
};
