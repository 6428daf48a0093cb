/** Placed tasks: the items of a document with the lines of their boxes. */
import { outlineOf } from '../../markdown/outline.ts';
import { unzip } from '../../model/located.ts';
import type { Task } from '../../model/parts/task.ts';
import { pointAt, type Range, type Source } from '../../model/source.ts';
import { readTasks } from '../../read/tasks.ts';

/** A task with the line of its box. */
export interface PlacedTask {
  readonly task: Task;
  readonly box: Range;
  readonly start: number;
  readonly line: number;
}

/** All items, in document order. */
export const placedTasks = (source: Source): PlacedTask[] => {
  const { data, ranges } = unzip<readonly Task[]>(readTasks(outlineOf(source)));
  return data.map((task, index) => {
    const box = ranges.get(`/${index}/state`) ?? { start: 0, end: 0 };
    return { task, box, start: ranges.get(`/${index}`)?.start ?? 0, line: pointAt(source, box.start).line };
  });
};
