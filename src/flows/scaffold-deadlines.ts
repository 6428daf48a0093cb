/** When the report, the root cause analysis and the test of an incident are due, by the rules that will judge it. */
import { durationWords, parseDuration } from '../calendar/duration.ts';
import { instantText, zoneOf } from '../calendar/instant-text.ts';
import { limitOf } from '../calendar/limit.ts';
import { type Moment, momentOf } from '../calendar/moment.ts';
import { dueSpan } from '../calendar/outcome.ts';
import type { StatedTime } from '../calendar/stated-time.ts';
import { zoneIndex } from '../calendar/zone.ts';
import { matchPath } from '../config/match.ts';
import type { Config } from '../config/types.ts';
import { UsageError } from '../model/usage-error.ts';
import { applySetting, loadPolicy } from '../policy/load.ts';
import type { Rule } from '../policy/policy.ts';
import type { Tree } from '../tree/tree.ts';
import { readFrom, settingFor } from './rules.ts';

/** Something that is due. */
export interface DueTime {
  readonly name: 'report' | 'rca' | 'test';
  readonly label: string;
  /** RFC 3339 to the minute, in the zone that the detection was stated in. */
  readonly due: string;
  /** In words: `1 h`, `7 days`. */
  readonly within: string;
  /** The rule that watches it. */
  readonly rule: string;
}

export interface IncidentPlace {
  readonly tree: Tree;
  readonly config: Config;
  /** Of the report that is to be written. */
  readonly path: string;
}

const watched = [
  { rule: 'incident/report-late', name: 'report', label: 'Report' },
  { rule: 'incident/rca-overdue', name: 'rca', label: 'Root cause analysis' },
  { rule: 'incident/test-overdue', name: 'test', label: 'Test that prevents a recurrence' },
] as const;

/** When an incident was detected. */
export interface Detection {
  readonly moment: Moment;
  readonly instant: number;
  /** RFC 3339 to the minute. */
  readonly text: string;
}

const toMinute = (text: string): string => text.replace(/:00(?=Z|[+-]\d{2}:\d{2}$)/, '');

/** The detection as one instant, in its own zone, else in that of the configuration. */
export const detectionOf = (time: StatedTime, { timezone }: Config): Detection => {
  const moment = momentOf(time, { timezone, zones: zoneIndex() });
  if (typeof moment === 'string') throw new UsageError(`--detected: ${moment}.`);
  if (moment.doubt !== undefined)
    throw new UsageError(
      `--detected: ${moment.doubt}. Add the offset, as in ${time.date}T${time.time}Z${timezone === undefined ? ', or set "timezone" in docgate.config.yaml' : ''}.`,
    );
  const instant = moment.readings[0]?.earliest ?? 0;
  return { moment, instant, text: toMinute(instantText(instant, zoneOf(moment))) };
};

const dueOf = ({ config }: IncidentPlace, { moment }: Detection, { within, calendar }: Record<string, unknown>): DueText | undefined => {
  const duration = typeof within === 'string' ? parseDuration(within, calendar === 'business' ? 'business' : 'elapsed') : undefined;
  if (duration === undefined) return undefined;
  const limit = limitOf(duration, zoneIndex(), config.calendar);
  const { latest } = dueSpan({ start: moment, limit, now: 0 });
  return { due: toMinute(instantText(latest, zoneOf(moment))), within: durationWords(duration) };
};

type DueText = Pick<DueTime, 'due' | 'within'>;

/** The due times of an incident, in the order in which they fall due. A rule that is off watches nothing. */
export const dueTimes = async (place: IncidentPlace, detection: Detection): Promise<DueTime[]> => {
  const { tree, config, path } = place;
  const { rules } = await loadPolicy('incident', readFrom(tree));
  const settings = matchPath(config, path)?.rules ?? config.rules;
  const settled = rules.map((rule): Rule => applySetting(rule, settingFor(rule, settings)));
  return watched.flatMap(({ rule: id, name, label }) => {
    const rule = settled.find((one) => one.id === id);
    const due = rule === undefined || rule.severity === 'off' ? undefined : dueOf(place, detection, rule.options ?? {});
    return due === undefined ? [] : [{ name, label, rule: id, ...due }];
  });
};
