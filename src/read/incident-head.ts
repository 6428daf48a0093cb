/** The head of an incident report: identifier and date, from fields, title and file name. */
import { rangeOfNode } from '../markdown/nodes.ts';
import type { Outline } from '../markdown/outline.ts';
import { at, type Tree, unzip } from '../model/located.ts';
import type { Id } from '../model/parts/incident.ts';
import type { Time } from '../model/parts/time.ts';
import { allFields } from './fields.ts';
import { headOrSection } from './head-fields.ts';
import { findTime, readTime } from './time.ts';

const pattern = /(?<![A-Za-z0-9])((?:INCIDENT|INC|PM|IR|POSTMORTEM|PIR)[-_ ]?(?:\d{4}-)?)(\d{1,8})(?:-\d+)?\b/i;

const readId = (text: string): Id | undefined => {
  const match = pattern.exec(text);
  if (match === null || match[2] === undefined) return undefined;
  // Eight digits are a date: such identifiers leave gaps.
  const counts = match[2].length < 8;
  return { text: match[0], prefix: (match[1] ?? '').toUpperCase(), ...(counts && { number: Number(match[2]) }) };
};

const heading = (outline: Outline): { text: string; start: number; end: number } | undefined => {
  const first = outline.sections.find((section) => section.heading !== undefined);
  return first?.heading === undefined ? undefined : { text: first.title, ...rangeOfNode(first.heading) };
};

export const idOf = (outline: Outline): Tree<Id> | undefined => {
  const field = allFields(outline).find(({ key, empty }) => /^(?:incident-)?(?:id|number|ref)$/.test(key) && !empty);
  const fromField = field === undefined ? undefined : readId(field.text);
  if (field !== undefined && fromField !== undefined) return at(field.valueRange, fromField);
  const title = heading(outline);
  const fromTitle = title === undefined ? undefined : readId(title.text);
  return title === undefined || fromTitle === undefined ? undefined : at({ start: title.start, end: title.end }, fromTitle);
};

/** The identifier in the file name, located at the title. */
export const fileId = (outline: Outline): Tree<Id> | undefined => {
  const name = outline.source.path.split('/').at(-1) ?? '';
  const id =
    readId(name) ??
    (/^(\d{1,5})-(?!\d{2}-\d{2}\b)/.exec(name) === null
      ? undefined
      : { text: /^\d+/.exec(name)?.[0] ?? '', prefix: '', number: Number(/^\d+/.exec(name)?.[0]) });
  const title = heading(outline);
  return id === undefined ? undefined : at({ start: title?.start ?? 0, end: title?.end ?? 0 }, id);
};

const dateKey =
  /^(?:incident-)?dates?(?:-of-(?:the-)?(?:incident|outage)|-(?:and-)?time|-utc|-occurred)?$|^(?:発生日時|発生日|日時|日期|发生时间|발생-일시|발생일시|일시|datum|data(?:-e-hora|-do-incidente)?|fecha(?:-del-incidente|-y-hora)?|date(?:-et-heure|-de-l-incident)|дата(?:-инцидента)?|tanggal|when)(?:-utc)?$/;

// A time of day alone is no date: the title may have it.
const startKey =
  /^(?:(?:incident-)?start(?:ed)?(?:-time|-at|-date)?|inicio|início|début|beginn|начало|开始时间|시작(?:-시각|-시간)?)(?:-|$)/;

/** The day of the incident: its Date field, else the date in its title. */
export const dateOf = (outline: Outline): Tree<Time> | undefined => {
  const hasDate = (text: string): boolean => findTime(text)?.time.date !== undefined;
  const field = headOrSection(outline, dateKey, hasDate);
  if (field !== undefined && !field.empty) return at(field.valueRange, readTime(field.text));
  const start = allFields(outline).find(({ key, text, empty }) => !empty && startKey.test(key) && hasDate(text));
  if (start !== undefined) return at(start.valueRange, readTime(start.text));
  const title = heading(outline);
  const found = title === undefined ? undefined : findTime(title.text);
  if (title !== undefined && found !== undefined) return at({ start: title.start, end: title.end }, found.time);
  const event = allFields(outline).find(
    ({ key, text }) => /detected|declared|occurred|^(?:incident-|outage-)?duration$/.test(key) && findTime(text)?.time.date !== undefined,
  );
  return event === undefined ? undefined : at(event.valueRange, readTime(event.text));
};

/** The calendar date, `YYYY-MM-DD`, of `dateOf`. */
export const dayOf = (outline: Outline): string | undefined => {
  const date = dateOf(outline);
  return date === undefined ? undefined : unzip<Time>(date).data.date;
};
