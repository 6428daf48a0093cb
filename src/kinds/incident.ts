/** Incident reports: what happened when, why, how it was resolved, and what prevents it. */
import { type Outline, outlineOf } from '../markdown/outline.ts';
import type { Tree } from '../model/located.ts';
import { durationShape } from '../model/parts/duration.ts';
import { actionShape, durationsShape, eventsShape, idShape, severityShape, stepShape } from '../model/parts/incident.ts';
import { type PartModel, partShape } from '../model/parts/part.ts';
import { type Time, timeShape } from '../model/parts/time.ts';
import { list } from '../model/shape.ts';
import type { Source } from '../model/source.ts';
import { readActions } from '../read/actions.ts';
import { readCourse } from '../read/incident-course.ts';
import { readDurations, readTotal } from '../read/incident-durations.ts';
import { readEvents } from '../read/incident-events.ts';
import { dateOf, fileId, idOf } from '../read/incident-head.ts';
import { severityOf } from '../read/incident-severity.ts';
import { findPart, locatedPart } from '../read/parts.ts';
import { perhaps, type Reader, reader } from '../read/reading.ts';
import { sectionNames } from '../read/section-names.ts';
import { firstDated } from '../read/timeline.ts';
import { kind } from './kind.ts';

const part = (name: RegExp): Reader<PartModel, true> =>
  perhaps(partShape, (outline: Outline): Tree<PartModel> | undefined => {
    const found = findPart(outline, name);
    return found === undefined ? undefined : locatedPart(found);
  });

// A report that states no date happened when its timeline begins.
const dateOrFirstEvent = (outline: Outline): Tree<Time> | undefined => dateOf(outline) ?? firstDated(outline);

/** Whether a report says anything below its root cause; what a template left says nothing. */
export const statesRootCause = (source: Source): boolean => {
  const found = findPart(outlineOf(source), sectionNames.rootCause);
  return found !== undefined && !found.empty;
};

export const incident = kind('incident', 'Incident reports and post-mortems.', {
  id: perhaps(idShape, idOf),
  fileId: perhaps(idShape, fileId),
  date: perhaps(timeShape, dateOrFirstEvent),
  severity: perhaps(severityShape, severityOf),
  events: reader(eventsShape, readEvents),
  course: reader(list(stepShape, 'Start, detection, repair and end, as far as their times are declared.'), readCourse),
  duration: perhaps(durationShape, readTotal),
  durations: reader(durationsShape, readDurations),
  impact: part(sectionNames.impact),
  summary: part(sectionNames.summary),
  timelineSection: part(sectionNames.timeline),
  rootCause: part(sectionNames.rootCause),
  resolution: part(sectionNames.resolution),
  preventiveMeasures: part(sectionNames.prevention),
  actions: reader(list(actionShape, 'What is promised to be done.'), readActions),
});
