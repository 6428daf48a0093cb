/** Instantiating: any Markdown checklist and the values of one release become its record, by splices. */
import { type Outline, outlineOf } from '../../markdown/outline.ts';
import type { Source } from '../../model/source.ts';
import { didYouMean, UsageError } from '../../model/usage-error.ts';
import { asksStatus } from '../../read/claim.ts';
import { refuseUndecodable } from '../edit/edit.ts';
import { escapeText } from '../edit/plain-text.ts';
import { applySplices, type Splice } from '../edit/splice.ts';
import { clearSignOffs, decisionsLeft, openBoxes } from './cleared.ts';
import { blankNames, fieldSplices } from './fields.ts';
import { codeRanges, keptRanges, referenceRanges, touches } from './fillable.ts';
import { type Origin, originSplices } from './head.ts';
import { type Filling, literalFillings, type Release } from './literal-marks.ts';
import { markName, namedFillings, namesIn, type Values } from './named-marks.ts';
import { notesOn } from './notes.ts';
import { bareVersion, versionParts } from './version-parts.ts';

/** What a template is made into a record with. */
export interface Instance {
  /** Of the release; a leading v does not count. */
  readonly version: string;
  /** Of the release before it. */
  readonly previous?: string;
  /** Further values, by the names that the template's marks and blank fields give. */
  readonly values?: Readonly<Record<string, string>>;
  /** The versions that stand in the template as examples and are to be replaced, such as `0.5.0`. */
  readonly examples?: readonly string[];
  /** Leave ticked boxes and sign-offs as the template has them. */
  readonly keepsState?: boolean;
  readonly origin?: Omit<Origin, 'status'>;
}

export interface Instantiated {
  readonly splices: readonly Splice[];
  /** The whole record, byte order mark included. */
  readonly text: string;
  /** What the reader of the record has to know, one sentence each. */
  readonly notes: readonly string[];
}

const releaseOf = ({ version, previous }: Instance): Release => {
  const parts = versionParts(version);
  if (parts === undefined) throw new UsageError(`"${version}" is not a version; expected for example 1.4.0, 1.4.0-rc.1 or 2026.1.`);
  return { version: parts, ...(previous !== undefined && { previous: bareVersion(previous) }) };
};

const valuesOf = ({ values = {} }: Instance, { version, previous }: Release): Values =>
  new Map([
    ['version', version.whole],
    ...(previous === undefined ? [] : [['previous', previous] as const]),
    ...Object.entries(values).map(([name, value]) => [markName(name), value] as const),
  ]);

const exampleFillings = (text: string, { version }: Release, examples: readonly string[]): Filling[] =>
  examples.flatMap((example) => {
    const bare = bareVersion(example).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return [...text.matchAll(new RegExp(`(?<![A-Za-uw-z0-9.])(v?)${bare}(?![A-Za-z0-9]|\\.\\d)`, 'g'))].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      text: `${match[1] ?? ''}${version.whole}`,
    }));
  });

// In front matter a value may stand in quotes or not: only what is safe in both goes there.
const markSplices = (outline: Outline, fillings: readonly Filling[]): Splice[] => {
  const [kept, references, code] = [keptRanges(outline), referenceRanges(outline), codeRanges(outline)];
  const first = outline.root.children[0];
  const head = first?.type === 'yaml' ? (first.position?.end.offset ?? 0) : 0;
  return fillings.flatMap((filling) => {
    const bracketed = outline.source.text[filling.start] === '[';
    if (touches(kept, filling) || (bracketed && touches(references, filling))) return [];
    if (filling.start < head) return /^[\w .@/+-]*$/.test(filling.text) ? [filling] : [];
    return [{ ...filling, text: touches(code, filling) ? filling.text : escapeText(filling.text) }];
  });
};

// What comes first was looked for first; a span is changed once.
const apart = (splices: readonly Splice[]): Splice[] => {
  const chosen: Splice[] = [];
  for (const splice of splices) {
    const clashes = chosen.some(
      ({ start, end }) => (splice.start < end && start < splice.end) || (splice.start === start && splice.end === end),
    );
    if (!clashes) chosen.push(splice);
  }
  return chosen.sort((a, b) => a.start - b.start || a.end - b.end);
};

const refuseUnknown = (outline: Outline, { values = {} }: Instance): void => {
  const known = [...namesIn(outline.source.text), ...blankNames(outline)];
  const unknown = Object.keys(values).find((name) => !known.includes(markName(name)));
  if (unknown !== undefined)
    throw new UsageError(`${outline.source.path}: Nothing in the template asks for "${unknown}".${didYouMean(unknown, known)}`);
};

// A fresh record is a draft, unless its template keeps a status of its own.
const headSplices = (outline: Outline, { origin, keepsState }: Instance): Splice[] =>
  origin === undefined
    ? []
    : originSplices(outline, { ...origin, ...(keepsState !== true && !asksStatus(outline) && { status: 'draft' }) });

/**
 * The record that a template becomes for one release. Throws a UsageError where the version is none, a value has no place
 * in the template, or the template is not UTF-8.
 */
export const instantiate = (template: Source, instance: Instance): Instantiated => {
  refuseUndecodable(template);
  const release = releaseOf(instance);
  const outline = outlineOf(template);
  refuseUnknown(outline, instance);
  const values = valuesOf(instance, release);
  const { text } = template;
  const boxes = instance.keepsState === true ? [] : openBoxes(template);
  const signOffs = instance.keepsState === true ? [] : clearSignOffs(outline);
  const splices = apart([
    ...headSplices(outline, instance),
    ...boxes,
    ...signOffs,
    ...fieldSplices(outline, values),
    ...markSplices(outline, [
      ...literalFillings(text, release),
      ...namedFillings(text, values),
      ...exampleFillings(text, release, instance.examples ?? []),
    ]),
  ]);
  const left = instance.keepsState === true ? 0 : decisionsLeft(template, splices);
  const cleared = { boxes: boxes.length, signOffs: signOffs.length > 0, left };
  const notes = notesOn(template, { release, examples: instance.examples ?? [], cleared });
  return { splices, text: applySplices(template, splices), notes };
};
