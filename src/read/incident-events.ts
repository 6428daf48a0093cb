/** The events of an incident that deadlines start from or end at, as its report declares them. */
import { labelOf, rangeOfNode } from '../markdown/nodes.ts';
import { bodyNodes, type Outline, type Section } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { type EventName, type Events, eventNames, type Moment } from '../model/parts/incident.ts';
import type { Time } from '../model/parts/time.ts';
import type { Range } from '../model/source.ts';
import { allFields } from './fields.ts';
import { findTime } from './time.ts';
import { withZone, type ZoneOf, zonesIn } from './zone.ts';

const key = (...words: readonly string[]): RegExp => new RegExp(`^(?:${words.join('|')})(?:-(?:utc|gmt))?$`, 'u');

const names = {
  started: key(
    '(?:incident-|outage-|impact-)?(?:start(?:ed)?(?:-time|-at|-date)?|began|begin|onset)|fault-occurs',
    '発生(?:日時|時刻)?|시작(?:-시각|-시간)?|발생(?:-시각|-시간|-일시)?|开始时间|发生时间',
    'beginn|begonnen|störungsbeginn|début(?:-de-l-incident)?|inicio(?:-del-incidente)?|início(?:-do-incidente)?|начало|inizio|mulai',
  ),
  detected: key(
    '(?:first-)?detect(?:ed|ion)(?:-at|-time)?|time-detected|alerted|team-aware|first-report(?:ed)?',
    '検知(?:日時|時刻)?|감지(?:-시각|-시간)?|发现时间|检测时间',
    'erkannt|entdeckt|détect(?:é|ion)|detectado|detección|detec(?:ção|tado)|обнаружен[оа]?|обнаружение',
  ),
  declared: key('(?:incident-)?declared(?:-at)?'),
  repaired: key(
    '(?:repaired|mitigated|restored|recovered)(?:-at)?',
    '復旧(?:日時|時刻)?|복구(?:-시각|-시간)?|恢复时间',
    'wiederhergestellt|rétabli|restaurado',
  ),
  resolved: key(
    '(?:incident-|outage-|impact-)?(?:resolved|resolution-time|end(?:ed)?(?:-time|-date)?|closed)(?:-at)?',
    '解決(?:日時|時刻)?|終了(?:日時|時刻)?|해결(?:-시각|-시간)?|종료(?:-시각|-시간)?|结束时间|解决时间',
    'ende|behoben|störungsende|fin(?:-de-l-incident|-del-incidente)?|résolu|resuelto|fim(?:-do-incidente)?|resolvido|конец|окончание|устранен[оа]?|selesai',
  ),
  reported: key('report(?:ed)?(?:-date|-at|-published|-written)?|published|written|report-completed'),
  rca: key('(?:rca|root-cause(?:-analysis)?)-(?:completed|date|at|done)'),
  test: key('(?:test|regression-test|eval)-(?:added|date|at)'),
} satisfies Record<EventName, RegExp>;

interface Candidate {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly range: Range;
  readonly section: Section;
}

// `Resolved 2023-09-20 19:18`: the colon is sometimes missing.
const wordItems = (outline: Outline): Candidate[] =>
  outline.sections.flatMap((section) =>
    [...bodyNodes(section)].flatMap(({ node }) => {
      const found =
        node.type === 'listItem'
          ? /^((?:First )?(?:Detected|Declared|Repaired|Resolved|Incident declared|Mitigated))\s+(?:at\s+)?(\d{4,}-.*)$/i.exec(
              labelOf(node),
            )
          : null;
      if (found === null || node.type !== 'listItem') return [];
      const label = found[1] ?? '';
      return [
        {
          key: label.toLowerCase().replaceAll(' ', '-'),
          label,
          text: found[2] ?? '',
          range: rangeOfNode(node.children[0] ?? node),
          section,
        },
      ];
    }),
  );

const candidates = (outline: Outline): Candidate[] => [
  ...allFields(outline)
    .filter(({ empty }) => !empty)
    .map(({ key, label, text, valueRange, section }) => ({ key, label, text, range: valueRange, section })),
  ...wordItems(outline),
];

const momentOf = (all: readonly Candidate[], name: EventName, zoneOf: ZoneOf): Tree<Moment> | undefined => {
  const found = all
    .map((candidate) => ({ candidate, time: names[name].test(candidate.key) ? findTime(candidate.text)?.time : undefined }))
    .find(({ time }) => time !== undefined);
  if (found?.time === undefined) return undefined;
  const time: Time = withZone(found.time, zoneOf(found.candidate.section));
  return at(found.candidate.range, { declared: time, label: found.candidate.label });
};

export const readEvents = (outline: Outline): Tree<Events> => {
  const [all, zoneOf] = [candidates(outline), zonesIn(outline)];
  return Object.fromEntries(eventNames.map((name) => [name, momentOf(all, name, zoneOf)]));
};
