/** Since when a report has said what the root cause is. */
import { createHash } from 'node:crypto';
import type { Document } from '../model/document.ts';
import { lineText, placeOf, type Source, sourceOfText } from '../model/source.ts';
import { type Commit, earliest } from './git-commit.ts';
import { committedVersion, type History, leadingTo } from './git-versions.ts';

/** The bytes of a git object. */
export interface ReadBlob {
  (blob: string): Promise<Uint8Array>;
  /** Gets ready for what will be asked when a promise is settled. */
  readonly prepare?: (until: Promise<unknown>) => void;
}

/** Whether a report, or the part of one, states a root cause. */
export type StatesCause = (source: Source) => boolean;

/** What dating asks of others. */
export interface CauseSources {
  readonly read: ReadBlob;
  readonly states: StatesCause;
}

const headingMarks = /^ {0,3}(#{1,6})(?=[ \t]|$)/;

const isHidden = (before: readonly string[]): boolean => {
  const text = before.join('\n');
  const fences = text.match(/^ {0,3}(?:```|~~~)/gm) ?? [];
  return fences.length % 2 === 1 || text.lastIndexOf('<!--') > text.lastIndexOf('-->');
};

/**
 * The text from a heading's line to the next heading of its rank; the whole text unless the line stands there once and in the open.
 * Versions of a report differ elsewhere most of the time, and reading a section costs a tenth of reading a report.
 */
export const sectionText = (text: string, heading: string): string => {
  const lines = (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).split('\n');
  const start = lines.indexOf(heading);
  const rank = headingMarks.exec(heading)?.[1]?.length;
  if (start < 0 || rank === undefined || lines.lastIndexOf(heading) !== start || isHidden(lines.slice(0, start))) return lines.join('\n');
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => (headingMarks.exec(line)?.[1]?.length ?? 7) <= rank);
  return [heading, ...(end < 0 ? rest : rest.slice(0, end))].join('\n');
};

const headingLine = ({ source, ranges }: Document): string | undefined => {
  const range = ranges.get('/rootCause');
  return range === undefined ? undefined : lineText(source, placeOf(source, range).start.line);
};

const statesCause = ({ data: { rootCause } }: Document): boolean => rootCause !== undefined && rootCause.empty !== true;

/** Answers each question about the same text once: reports of one template ask the same again and again. */
export const askedOnce = (states: StatesCause): StatesCause => {
  const known = new Map<string, boolean>();
  return (source) => {
    const answer = known.get(source.text) ?? states(source);
    known.set(source.text, answer);
    return answer;
  };
};

// The mark at the start (a BOM) is no part of a text.
const decoder = new TextDecoder();

// An object that is the file itself, as most committed ones are, need not be read: git names objects by their content.
const holds = (text: string, blob: string): boolean =>
  createHash(blob.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex') === blob;

/**
 * The commit since which a report has stated its root cause without a gap; undefined where the statement is not committed.
 * Asking the versions of the one log needs a single `git cat-file` for all reports, where blame needs a process for each; and a
 * statement that was reworded later keeps its date.
 */
export const rootCauseCommit = async (
  document: Document,
  history: History,
  { read, states }: CauseSources,
): Promise<Commit | undefined> => {
  const version = committedVersion(history, document.source.path);
  const heading = headingLine(document);
  if (version === undefined || heading === undefined || !statesCause(document)) return undefined;
  const current = sectionText(document.source.text, heading);
  const own = holds(document.source.text, version.blob) ? version.blob : undefined;
  const stated = async (blob: string): Promise<readonly [string, boolean]> => {
    if (blob === own) return [blob, true];
    const text = sectionText(decoder.decode(await read(blob)), heading);
    return [blob, text === current || states(sourceOfText(version.path, text))];
  };
  const touches = leadingTo(history, version);
  const blobs = new Set(touches.map(({ blob }) => blob));
  const answers = new Map(await Promise.all([...blobs].map(stated)));
  return earliest(leadingTo(history, version, ({ blob }) => answers.get(blob) === true).map(({ commit }) => commit));
};
