/** Known changes: what a part of a changelog tells already, by reference or by its words. */
import type { Definition, Nodes } from 'mdast';
import { childrenOf, labelOf, plain } from '../../../markdown/nodes.ts';
import { outlineOf } from '../../../markdown/outline.ts';
import { sourceOfText } from '../../../model/source.ts';
import type { NewEntry } from '../changelog-section.ts';

/** What text refers to. */
interface References {
  /** Numbers of pull requests and issues of the repository itself. */
  readonly own: Set<string>;
  /** `owner/repo#12`, in lower case. */
  readonly qualified: Set<string>;
  /** Object ids, mostly abbreviated, in lower case. */
  readonly ids: Set<string>;
}

export interface Known extends References {
  /** Words of entries; of those that refer to nothing. */
  readonly words: Set<string>;
  readonly bareWords: Set<string>;
}

/** What decides whether a link is to the repository itself. */
export interface Context {
  readonly definitions: readonly Definition[];
  /** `owner/repo`; without it any repository counts as the own one. */
  readonly repository?: string;
}

const newReferences = (): References => ({ own: new Set(), qualified: new Set(), ids: new Set() });

const objectIds = /(?<![\w-])[0-9a-f]{7,64}(?![\w-])/gi;

const addText = (text: string, into: References): void => {
  for (const [, repository, number] of text.matchAll(/(?<![\w./-])([\w.-]+\/[\w.-]+)[#!](\d+)(?!\w)/g))
    into.qualified.add(`${repository}#${number}`.toLowerCase());
  for (const [, number] of text.matchAll(/(?<![\w/&.-])(?:#|GH-|!)(\d+)(?!\w)/gi)) into.own.add(number ?? '');
  for (const [id] of text.matchAll(objectIds)) into.ids.add(id.toLowerCase());
};

const requestPath = /^https?:\/\/[^/]+\/(.+?)\/(?:-\/)?(?:pull|pulls|pull-requests|pullrequest|merge_requests|issues)\/(\d+)(?:[/?#]|$)/i;

// Whether the address says all: then the words of the link need not be read.
const addAddress = (url: string, { into, repository }: { into: References; repository: string | undefined }): boolean => {
  const [, path = '', number = ''] = requestPath.exec(url) ?? [];
  if (number !== '') {
    into.qualified.add(`${path}#${number}`.toLowerCase());
    if (repository === undefined || path.toLowerCase() === repository.toLowerCase()) into.own.add(number);
    return true;
  }
  const id = /\/commits?\/([0-9a-f]{7,64})(?![\w-])/i.exec(url)?.[1];
  if (id !== undefined) into.ids.add(id.toLowerCase());
  return id !== undefined;
};

const addressOf = (node: Nodes, { definitions }: Context): string | undefined => {
  if (node.type === 'link') return node.url;
  return node.type === 'linkReference' ? definitions.find(({ identifier }) => identifier === node.identifier)?.url : undefined;
};

// Quotations, comments and code tell no change, but for the object id that people set as code.
const isSilent = ({ type }: Nodes): boolean => type === 'blockquote' || type === 'code' || type === 'html' || type === 'table';

const collect = (node: Nodes, context: Context, into: References): void => {
  if (isSilent(node)) return;
  const address = addressOf(node, context);
  if (address !== undefined && addAddress(address, { into, repository: context.repository })) return;
  if (node.type === 'text') addText(node.value, into);
  if (node.type === 'inlineCode') for (const [id] of node.value.matchAll(objectIds)) into.ids.add(id.toLowerCase());
  for (const child of childrenOf(node)) collect(child, context, into);
};

const referencesOf = (node: Nodes, context: Context): References => {
  const found = newReferences();
  collect(node, context, found);
  return found;
};

const refersToNothing = ({ own, qualified, ids }: References): boolean => own.size + qualified.size + ids.size === 0;

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[[\]\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;,]$/, '')
    .toLowerCase();

// References at the end, in brackets or behind a dash.
const withoutReferences = (words: string): string => {
  const shorter = words.replace(/[\s,;–—-]*\(?(?:(?:[\w.-]+\/[\w.-]+)?[#!]\d+|[0-9a-f]{7,64})\)?[.;,]?$/, '').trim();
  return shorter === words || shorter === '' ? words : withoutReferences(shorter);
};

const addItems = (node: Nodes, context: Context, into: Known): void => {
  if (isSilent(node)) return;
  if (node.type === 'listItem') {
    const words = folded(labelOf(node));
    into.words.add(words);
    if (refersToNothing(referencesOf(node, context))) into.bareWords.add(words);
  }
  for (const child of childrenOf(node)) addItems(child, context, into);
};

/** What the lists and paragraphs among nodes tell. */
export const knownIn = (nodes: readonly Nodes[], context: Context): Known => {
  const known: Known = { ...newReferences(), words: new Set(), bareWords: new Set() };
  for (const node of nodes) {
    collect(node, context, known);
    addItems(node, context, known);
  }
  return known;
};

const holds = (known: References, key: string, repository: string | undefined): boolean => {
  const [, kind, value = ''] = /^(pr|sha):(.+)$/.exec(key) ?? [];
  if (kind === 'pr') return known.own.has(value);
  if (kind === 'sha') return [...known.ids].some((id) => value.toLowerCase().startsWith(id));
  const name = key.toLowerCase();
  const [, path, number = ''] = /^(.+)#(\d+)$/.exec(name) ?? [];
  return known.qualified.has(name) || (path !== undefined && path === repository?.toLowerCase() && known.own.has(number));
};

/** The words of an entry, as a reader of the page sees them. */
export const wordsOf = ({ text }: NewEntry): string => {
  const item = outlineOf(sourceOfText('', text.trim().replace(/\r\n|\r/g, '\n'))).root.children[0];
  return item === undefined || item.type === 'code' ? '' : plain(item);
};

/** The key by which an entry is told already, if it is. */
export const keyIn = ({ keys }: NewEntry, known: References, repository?: string): string | undefined =>
  keys.find((key) => holds(known, key, repository));

/** Whether an entry is told in the same words; one's own references may follow where the file refers to nothing. */
export const tellsWords = (known: Known, words: string): boolean => {
  const own = folded(words);
  return own !== '' && (known.words.has(own) || known.bareWords.has(withoutReferences(own)));
};
