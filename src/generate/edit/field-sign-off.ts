/** Sign-offs as fields: the blanks of a role, `**Release manager:** ____` and what follows it, are filled in. */
import { outlineOf } from '../../markdown/outline.ts';
import type { Source } from '../../model/source.ts';
import type { Field } from '../../read/field.ts';
import { fieldsOf } from '../../read/fields.ts';
import { type Entry, subjectsWords } from './entry.ts';
import { escapeText } from './plain-text.ts';
import { type Ground, isBy, isRole, type Recorded, recordedIn } from './recorded.ts';
import type { Part } from './sign-off-columns.ts';
import { type Splice, spliced } from './splice.ts';

type FieldPart = Exclude<Part, 'role' | 'subject'>;

interface Blank {
  readonly field: Field;
  /** Undefined for a leading field whose value is the decision in words. */
  readonly part: FieldPart | undefined;
}

const write = (source: Source, { valueRange }: Field, text: string): Splice => {
  const gap = /\s/.test(source.text[valueRange.start - 1] ?? '') ? '' : ' ';
  return { ...valueRange, text: `${gap}${text}` };
};

// The lead and the fields up to the next sign-off or section; front matter and table cells are written in other ways.
const groupOf = ({ outline, before }: Ground, lead: Recorded): Field[] => {
  const next = Math.min(
    ...before.filter(({ signOff, range }) => signOff.form === 'field' && range.start > lead.range.start).map(({ range }) => range.start),
  );
  const section =
    outline.sections
      .map((one) => fieldsOf(outline.source, one))
      .find((fields) => fields.some(({ range }) => range.start === lead.range.start)) ?? [];
  return section.filter(
    ({ range, form }) => range.start >= lead.range.start && range.start < next && form !== 'front-matter' && form !== 'table',
  );
};

const partOf = ({ signOff }: Recorded, mark: string): FieldPart | undefined => {
  const parts: readonly (readonly [FieldPart, string | undefined])[] = [
    ['person', signOff.person],
    ['date', signOff.date?.raw],
    ['decision', signOff.raw],
    ['signature', signOff.signature],
    ['note', signOff.note],
  ];
  return parts.find(([, value]) => value === mark)?.[0];
};

/** Which blank asks for what: marks are written into all of them, and the reader tells where they turn up. */
const blanksOf = (ground: Ground, lead: Recorded): Blank[] => {
  const { source } = ground.outline;
  const group = groupOf(ground, lead);
  const fields = group.filter((field, index) => field.empty || index === 0);
  const marks = fields.map((field, index) => write(source, field, `docgate${index}`));
  const probed = recordedIn(outlineOf(spliced(source, marks))).find(({ range }) => range.start === lead.range.start);
  if (probed === undefined) return [];
  return fields
    .map((field, index) => ({ field, part: partOf(probed, `docgate${index}`) }))
    .filter(({ field, part }) => part !== undefined || field === group[0]);
};

const words = (...texts: readonly (string | undefined)[]): string => texts.filter((text) => text !== undefined && text !== '').join('; ');

const textOf = (part: FieldPart | undefined, entry: Entry, more: string): string => {
  const behind = more === '' ? '' : ` (${more})`;
  if (part === undefined) return `${entry.decision} — ${entry.person}, ${entry.date}${behind}`;
  if (part === 'date') return `${entry.date}${behind}`;
  if (part === 'note') return more;
  return part === 'decision' ? entry.decision : entry.person;
};

// What has no blank of its own goes to the notes, else behind the date, else behind a decision in words.
const fill = (source: Source, blanks: readonly Blank[], entry: Entry): Splice[] => {
  const parts = blanks.map(({ part }) => part);
  const home = (['note', 'date', undefined] as const).find((part) => parts.includes(part));
  const isDated = parts.includes('date') || parts.includes(undefined);
  const more = words(entry.note, subjectsWords(entry), isDated ? '' : entry.date);
  return blanks
    .map(({ field, part }) => ({ field, text: textOf(part, entry, part === home ? more : '') }))
    .flatMap(({ field, text }) => (text === '' ? [] : [write(source, field, escapeText(text))]));
};

/** The ways to record an entry in the role's blank fields. */
export function* fieldWays(ground: Ground): Generator<Splice[]> {
  const { before, entry, outline } = ground;
  const waiting = before.filter(
    (recorded) => recorded.signOff.form === 'field' && recorded.signOff.decision === 'pending' && isRole(recorded, entry),
  );
  for (const lead of waiting) {
    if (lead.signOff.person === undefined || isBy(lead, entry)) yield fill(outline.source, blanksOf(ground, lead), entry);
  }
}
