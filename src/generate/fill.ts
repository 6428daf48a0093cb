/** Filling: marks in a rendered document become values, each in the form that the place where it stands asks for. */
import { lineRange, pointAt, type Source, sourceOfText } from '../model/source.ts';
import { UsageError } from '../model/usage-error.ts';
import { applySplices, type Splice } from './edit/splice.ts';
import { oneLine } from './escape.ts';
import { destination, inCode, inFence, inHtml, inText, inTitle, quoted, scalar } from './forms.ts';
import type { Piece } from './piece.ts';
import { type Standing, standings } from './standing.ts';

/** A piece and the expression of the template that it comes from. */
export interface Put {
  readonly piece: Piece;
  /** `path:line:column` of the expression. */
  readonly place: string;
}

/** The mark of a piece; no text may hold a NUL (CommonMark 2.3), so nothing else looks like it. */
export const markOf = (index: number): string => `\0${index}\0`;

interface Mark {
  readonly put: Put;
  /** Offset in the probe: the document with a letter for each value. */
  readonly at: number;
  /** The rest of the line with its other values. */
  readonly before: string;
  readonly after: string;
}

interface Probe {
  readonly source: Source;
  readonly marks: readonly Mark[];
}

// A neighbour as it would be read: enough to see what it might form together with a value.
const plainOf = ({ form, text }: Piece): string => {
  if (form === 'raw') return text;
  // It may start or end with a space.
  if (form === 'prose') return text.replace(/\s+/g, ' ');
  return form === 'code' ? `\`${oneLine(text)}\`` : oneLine(text);
};

const probeOf = (rendered: string, puts: readonly Put[]): Probe => {
  const parts = rendered.split(/\0(\d+)\0/);
  const spots: { put: Put; at: number; plainAt: number }[] = [];
  let [probe, plain] = ['', ''];
  for (const [index, part] of parts.entries()) {
    const put = index % 2 === 1 ? puts[Number(part)] : undefined;
    if (put === undefined) [probe, plain] = [probe + part, plain + part];
    else {
      spots.push({ put, at: probe.length, plainAt: plain.length });
      [probe, plain] = [`${probe}y`, plain + plainOf(put.piece)];
    }
  }
  const lineStart = (at: number): number => plain.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = (at: number): number => (plain.indexOf('\n', at) < 0 ? plain.length : plain.indexOf('\n', at));
  return {
    source: sourceOfText('', probe),
    marks: spots.map(({ put, at, plainAt }) => {
      const end = plainAt + plainOf(put.piece).length;
      return { put, at, before: plain.slice(lineStart(plainAt), plainAt), after: plain.slice(end, lineEnd(end)) };
    }),
  };
};

const inFrontMatter = ({ source }: Probe, { put, at }: Mark): string => {
  const { start, end } = lineRange(source, pointAt(source, at).line);
  const [before, after] = [source.text.slice(start, at), source.text.slice(at + 1, end)];
  if (/^\s*(?:-\s+)?(?:[\w.-]+:\s+)?$/.test(before) && after.trim() === '' && before.trim() !== '') return scalar(put.piece);
  if (/"[^"]*$/.test(before) && /^[^"]*"/.test(after)) return quoted(put.piece);
  throw new UsageError(
    `${put.place}: In front matter a value stands alone or between double quotes, as in "title: {{title}}" or "title: \\"v{{version}}\\"".`,
  );
};

const filled = (probe: Probe, mark: Mark, standing: Standing): string => {
  const { piece } = mark.put;
  if (standing.in === 'front-matter') return inFrontMatter(probe, mark);
  if (piece.form === 'raw') return piece.text;
  switch (standing.in) {
    case 'html':
      return inHtml(piece);
    case 'title':
      return inTitle(piece);
    case 'address':
      return destination(piece.form === 'link' ? piece.url : piece.text);
    case 'info':
      return oneLine(piece.text).replaceAll('`', "'");
    case 'fence':
      return inFence(piece, /^[ \t>]*/.exec(mark.before)?.[0] ?? '');
    case 'code':
      return inCode(piece, standing.cell);
    case 'text':
      return inText(piece, { ...standing, before: mark.before, after: mark.after });
  }
};

const longest = (texts: readonly string[], run: RegExp): number =>
  Math.max(0, ...texts.flatMap((text) => (text.match(run) ?? []).map(({ length }) => length)));

interface Held {
  readonly range: Standing['range'];
  readonly texts: readonly string[];
}

// What code holds must not end it: its fence grows beyond the longest run of its letter in the values.
const widenFence = ({ source }: Probe, { range, texts }: Held): Splice[] => {
  const raw = source.text.slice(range.start, range.end);
  const fence = /^(?:`{3,}|~{3,})/.exec(raw)?.[0];
  const missing = fence === undefined ? 0 : longest(texts, fence.startsWith('~') ? /~{3,}/g : /`{3,}/g) + 1 - fence.length;
  if (fence === undefined || missing <= 0) return [];
  const more = (fence[0] ?? '').repeat(missing);
  const closed = new RegExp(`\\n[ \\t>]*${fence[0]}{${fence.length},}[ \\t]*$`).test(raw);
  const splice = (at: number): Splice => ({ start: at, end: at, text: more });
  return [splice(range.start), ...(closed ? [splice(range.start + raw.trimEnd().length)] : [])];
};

const widenSpan = ({ source }: Probe, { range, texts }: Held): Splice[] => {
  if (!texts.some((text) => text.includes('`'))) return [];
  const raw = source.text.slice(range.start, range.end);
  const had = /^`+/.exec(raw)?.[0].length ?? 0;
  const more = '`'.repeat(Math.max(0, longest([raw.slice(had, raw.length - had), ...texts], /`+/g) + 1 - had));
  return [
    { start: range.start, end: range.start + had, text: `${'`'.repeat(had)}${more} ` },
    { start: range.end - had, end: range.end, text: ` ${more}${'`'.repeat(had)}` },
  ];
};

const held = (marks: readonly Mark[], all: readonly Standing[], construct: 'fence' | 'code'): Held[] => {
  const byStart = new Map<number, Held>();
  for (const [index, mark] of marks.entries()) {
    const standing = all[index];
    if (standing?.in !== construct) continue;
    const { start } = standing.range;
    byStart.set(start, { range: standing.range, texts: [...(byStart.get(start)?.texts ?? []), mark.put.piece.text] });
  }
  return [...byStart.values()];
};

const yaml: Standing = { in: 'front-matter', link: false, cell: false, heading: false, range: { start: 0, end: 0 } };

// A template of a data file holds no Markdown.
const standingsIn = (name: string, { source, marks }: Probe): readonly Standing[] | undefined =>
  name.endsWith('.yaml.hbs')
    ? marks.map(() => yaml)
    : standings(
        source,
        marks.map(({ at }) => at),
      );

/** The document with its values. `name`: of the template, for errors. */
export const fill = (name: string, rendered: string, puts: readonly Put[]): string => {
  const probe = probeOf(rendered, puts);
  const all = standingsIn(name, probe);
  if (all === undefined) throw new UsageError(`${name}: What the template makes is too large or too deeply nested for a document.`);
  return applySplices(probe.source, [
    ...probe.marks.map((mark, index) => ({ start: mark.at, end: mark.at + 1, text: filled(probe, mark, all[index] as Standing) })),
    ...held(probe.marks, all, 'fence').flatMap((each) => widenFence(probe, each)),
    ...held(probe.marks, all, 'code').flatMap((each) => widenSpan(probe, each)),
  ]);
};
