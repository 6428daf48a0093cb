/** Events of timelines that are written as tables. */
import type { Section } from '../markdown/outline.ts';
import type { Time } from '../model/parts/time.ts';
import type { Range } from '../model/source.ts';
import { timelineColumns } from './column-names.ts';
import { openingTime } from './opening-time.ts';
import { bareTitle, saysName, sectionNames } from './section-names.ts';
import { cellAt, columnOf, type ReadTable } from './tables.ts';
import { type StatedZone, withZone, zoneInTitle } from './zone.ts';

/** An event before its local time is known. */
export interface Event {
  readonly time: Time;
  readonly timeRange: Range;
  readonly text: string;
  readonly range: Range;
  readonly form: 'table' | 'list' | 'heading';
  readonly block: number;
  readonly section: Section;
}

/** Whether a title at or above a section announces a timeline. */
export const isTimelineSection = (section: Section): boolean =>
  section.path.some((title) => saysName(bareTitle(title), sectionNames.timeline));

/** The events of a table that has a column for times. */
export const tableEvents = (table: ReadTable, stated: StatedZone | undefined): Event[] => {
  const [dayColumn, clockColumn] = [columnOf(table, timelineColumns.day), columnOf(table, timelineColumns.clock)];
  const when = dayColumn >= 0 && clockColumn >= 0 ? dayColumn : columnOf(table, timelineColumns.time);
  const what = columnOf(table, timelineColumns.event);
  if (when < 0 || (what < 0 && !isTimelineSection(table.section))) return [];
  const headerZone = zoneInTitle(table.header[when]?.text ?? '') ?? zoneInTitle(table.header[clockColumn]?.text ?? '');
  const zone: StatedZone | undefined = headerZone === undefined ? stated : { zone: headerZone, source: 'header' };
  return table.rows.flatMap(({ cells, range }) => {
    const cell = cellAt(cells, when);
    const other = when === clockColumn || dayColumn < 0 ? undefined : cellAt(cells, clockColumn);
    const written = [cell?.text, other?.text].filter(Boolean).join(' ');
    if (cell === undefined || written === '') return [];
    const found = openingTime(written);
    const time: Time = found?.time ?? { raw: written, precision: 'unknown' };
    const text =
      cellAt(cells, what)?.text ??
      cells
        .filter((_, index) => index !== when)
        .map((rest) => rest.text)
        .join(' ');
    return [
      {
        time: withZone({ ...time, raw: written }, zone),
        timeRange: cell.range,
        text,
        range,
        form: 'table' as const,
        block: table.range.start,
        section: table.section,
      },
    ];
  });
};
