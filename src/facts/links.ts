/** The fact whether local links lead somewhere, asked of the tree. */
import { posix } from 'node:path';
import type { Document } from '../model/document.ts';
import type { Link } from '../model/parts/link.ts';

export interface LinkQuestion {
  /** The file asked for, relative to the tree's root; undefined for the document itself. */
  readonly path?: string;
  readonly anchor?: string;
}

/** Answers whether file and anchor exist; undefined when it cannot be told. */
export type AskLink = (document: Document, question: LinkQuestion) => Promise<boolean | undefined>;

/** The path of a link, relative to the tree's root; undefined when it leads out of the tree. */
export const resolveLink = (from: string, path: string): string | undefined => {
  const joined = path.startsWith('/') ? posix.normalize(path.slice(1)) : posix.normalize(posix.join(posix.dirname(from), path));
  return joined.startsWith('..') && !from.startsWith('../') ? undefined : joined.replace(/\/$/, '');
};

const answer = async (document: Document, link: Link, ask: AskLink): Promise<Link> => {
  if (link.target === 'external') return link;
  const path = link.path === undefined ? undefined : resolveLink(document.source.path, link.path);
  if (link.path !== undefined && path === undefined) return link;
  const exists = await ask(document, { ...(path !== undefined && { path }), ...(link.anchor !== undefined && { anchor: link.anchor }) });
  return exists === undefined ? link : { ...link, exists };
};

/** The document with `exists` on each local link. */
export const withLinkFacts = async (document: Document, ask: AskLink): Promise<Document> => {
  const links = await Promise.all(document.data.links.map((link) => answer(document, link, ask)));
  return { ...document, data: { ...document.data, links } };
};
