/** The course of an incident: the moments that its report declares, in the order in which they happen. */
import type { Outline } from '../markdown/outline.ts';
import { at, type Tree, unzip } from '../model/located.ts';
import { courseSteps, type Events, type Step } from '../model/parts/incident.ts';
import { readEvents } from './incident-events.ts';
import { dayOf } from './incident-head.ts';
import { localTimes } from './local-time.ts';

export const readCourse = (outline: Outline): Tree<Step>[] => {
  const { data: events, ranges } = unzip<Events>(readEvents(outline));
  const day = dayOf(outline);
  const declared = courseSteps.flatMap((name) => {
    const time = events[name]?.declared;
    return time === undefined ? [] : [{ name, time, range: ranges.get(`/${name}`) }];
  });
  const locals = localTimes(
    declared.map(({ time }) => ({ time, sequence: 0 })),
    day,
  );
  return declared.flatMap(({ name, time: { zone, approximate }, range }, index) => {
    const local = locals[index]?.local;
    return local === undefined || range === undefined ? [] : [at(range, { name, local, zone, approximate })];
  });
};
