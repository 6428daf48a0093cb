/** What a message refers to: pull requests in the header, issues behind closing words and in trailers. */
import type { Reference } from '../model/changes.ts';
import type { Message } from './message.ts';

/** What a text refers to, each once. */
export interface References {
  readonly pulls: readonly Reference[];
  readonly issues: readonly Reference[];
}

// `#12`, `!12` (a merge request of GitLab), `GH-12`, each also as `owner/repo#12`.
const mark = String.raw`(?:[\w.-]+(?:/[\w.-]+)+)?[#!]\d+|GH-\d+`;
const web = String.raw`https?://[^/\s]+/[^\s?#]+?/(?:-/)?(?:issues|pull|pulls|merge_requests|pull-requests)/\d+`;

const anyMark = new RegExp(String.raw`(?<![\w./&-])(?:${mark})\b`, 'g');
const anyAddress = new RegExp(web, 'g');
const markParts = /^(.*?)(?:([#!])|GH-)(\d+)$/;
const addressParts = /^https?:\/\/[^/]+\/(.+?)\/(?:-\/)?(issues|pull|pulls|merge_requests|pull-requests)\/(\d+)$/;

/** Each reference once, in order of first appearance. */
export const distinctReferences = (references: readonly Reference[]): readonly Reference[] => {
  if (references.length < 2) return references;
  return [...new Map(references.map((reference) => [`${reference.repository ?? ''}#${reference.number}`, reference])).values()];
};

interface Found extends Reference {
  readonly pull: boolean;
}

const foundIn = (repository: string, number: string, pull: boolean): Found => ({
  repository: repository === '' ? undefined : repository,
  number: Number(number),
  pull,
});

const readAddress = (text: string): Found => {
  const [, repository = '', kind = '', number = ''] = addressParts.exec(text) ?? [];
  return foundIn(repository, number, kind !== 'issues');
};

const readMark = (text: string): Found => {
  const [, repository = '', sign, number = ''] = markParts.exec(text) ?? [];
  return foundIn(repository, number, sign === '!');
};

/** All references in a text. */
const foundAll = (text: string): Found[] => {
  const addresses = text.includes('://') ? (text.match(anyAddress) ?? []) : [];
  const rest = addresses.length === 0 ? text : text.replace(anyAddress, ' ');
  return [...addresses.map(readAddress), ...(rest.match(anyMark) ?? []).map(readMark)];
};

const bare = ({ repository, number }: Found): Reference => ({ repository, number });

const suffix = new RegExp(String.raw`\s*\(((?:${mark})(?:[\s,]+(?:${mark}))*)\)$`);

/** A header's text without the `(#12)` at its end, and the pull requests that these name. */
export const pullsOfHeader = (header: string): { readonly text: string; readonly pulls: readonly Reference[] } => {
  const match = header.endsWith(')') ? suffix.exec(header.slice(header.lastIndexOf('('))) : null;
  if (match === null) return { text: header, pulls: nothing.pulls };
  const before = pullsOfHeader(header.slice(0, header.lastIndexOf('(')).trimEnd());
  return { text: before.text, pulls: distinctReferences([...before.pulls, ...foundAll(match[1] ?? '').map(bare)]) };
};

/** The references that stand in a text, outside of its code spans. */
export const referencesIn = (text: string): readonly Reference[] =>
  /[#!/-]\d/.test(text) ? distinctReferences(foundAll(text.replace(/(`+)[^`].*?\1/g, ' ')).map(bare)) : [];

const closing = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|refs?|references|see|related to|part of):?[ \t]+(?=\S*\d)/gi;
const nextListed = new RegExp(String.raw`(?:(?<address>${web})|(?<mark>${mark}))(?:[ \t]*(?:,|and\b|&)?[ \t]*)`, 'y');

// `fixes #1, owner/repo#2 and #3`: the list behind a closing word.
const listedAfter = (text: string, start: number): Found[] => {
  const listed: Found[] = [];
  const next = new RegExp(nextListed);
  next.lastIndex = start;
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    const { address, mark: found = '' } = match.groups ?? {};
    listed.push(address === undefined ? readMark(found) : readAddress(address));
  }
  return listed;
};

const inProse = (text: string): Found[] =>
  /[#!/-]\d/.test(text) ? [...text.matchAll(closing)].flatMap((match) => listedAfter(text, match.index + match[0].length)) : [];

const pointing =
  /^(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|refs?|references|see|related(?:-to)?|issues?|bugs?|link|part-of|pr|pull-request)$/i;
const mergeRequest = /^See merge request \S*!(\d+)$/m;

const nothing: References = { pulls: [], issues: [] };

/** The issues and pull requests that the rest of a message names. */
export const referencesOf = ({ body, notes, trailers }: Pick<Message, 'body' | 'notes' | 'trailers'>): References => {
  if (body === '' && trailers.length === 0 && notes.length === 0) return nothing;
  const merged = body.includes('See merge request') ? mergeRequest.exec(body)?.[1] : undefined;
  const all = [
    ...[body, ...notes].flatMap(inProse),
    ...trailers.flatMap(({ token, value }) => (pointing.test(token) ? foundAll(value) : [])),
  ];
  if (all.length === 0 && merged === undefined) return nothing;
  return {
    pulls: distinctReferences([
      ...(merged === undefined ? [] : [{ repository: undefined, number: Number(merged) }]),
      ...all.filter(({ pull }) => pull).map(bare),
    ]),
    issues: distinctReferences(all.filter(({ pull }) => !pull).map(bare)),
  };
};
