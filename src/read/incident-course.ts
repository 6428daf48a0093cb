/** The course of an incident: the moments that its report declares, in the order in which they happen. */
import type { Outline } from '../markdown/outline.ts';
import { at, type Tree, unzip } from '../model/located.ts';
import { boolean, list, object, oneOf, type Static, string } from '../model/shape.ts';
import { readEvents } from './incident-events.ts';
import { dateOf } from './incident-head.ts';
import { localTimes } from './local-time.ts';
import type { Time } from './time.ts';

const steps = ['started', 'detected', 'repaired', 'resolved'] as const;

const stepShape = object(
  'A moment of the incident.',
  {
    name: oneOf(steps, 'What happened.'),
    local: string('Local date and time, `YYYY-MM-DDTHH:MM`, or the day alone; the date is inherited where it is not written.'),
  },
  { zone: string('Its zone as written.'), approximate: boolean('The text says about or `~`.') },
);

export const courseShape = list(stepShape, 'Start, detection, repair and end, as far as their times are declared.');

export const readCourse = (outline: Outline): Tree<Static<typeof stepShape>>[] => {
  const { data, ranges } = unzip(readEvents(outline));
  const events = data as Readonly<Record<string, { readonly declared?: Time } | undefined>>;
  const day = (unzip(dateOf(outline) ?? {}).data as { readonly date?: string }).date;
  const declared = steps.flatMap((name) => {
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
