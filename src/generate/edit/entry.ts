/** Entries: a sign-off as it is to be recorded, in words. */
import type { Decision } from '../../model/parts/sign-off.ts';
import { subjectsIn } from '../../read/sign-off-subjects.ts';

/** What was approved: a path from the root, and the digest of its content. */
export interface Subject {
  readonly path: string;
  readonly digest: string;
}

export interface Entry {
  readonly role: string;
  /** As it is to be written, best `@handle`. */
  readonly person: string;
  /** Other names under which the document may know the person. */
  readonly aliases?: readonly string[];
  readonly decision: Decision;
  /** As it is to be written, such as `2026-01-05T10:00Z`. */
  readonly date: string;
  readonly subjects: readonly Subject[];
  readonly note?: string;
}

// The reader ends a path at white space and brackets, and undoes percent-encoding (RFC 3986).
const encoded = (path: string): string => path.replace(/[^\p{L}\p{N}._+~@/-]+/gu, encodeOutside);

const encodeOutside = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

/** The path as the reader finds it: from the root (`/`) where a bare name would be a word, or a leading dot relative to the document. */
export const subjectPath = ({ path, digest }: Subject): string => {
  const written = encoded(path);
  return !written.startsWith('.') && subjectsIn(`${written} ${digest}`)[0]?.path === written ? written : `/${written}`;
};

/** `docs/plan.md sha256:…`. */
export const subjectWords = (subject: Subject): string => `${subjectPath(subject)} ${subject.digest}`;

/** All subjects, in the order given. */
export const subjectsWords = ({ subjects }: Entry): string => subjects.map(subjectWords).join(', ');

/** `QA approved by @qa-lead`. */
export const entryWords = ({ role, person, decision }: Entry): string => `${role} ${decision} by ${person}`;

/** Roles compare without case, punctuation, bracketed hints and the word sign-off. */
export const roleKey = (role: string): string =>
  role
    .normalize('NFKC')
    .replace(/[(（].*?[)）]/g, '')
    .replace(/[\s:–—-]+(?:sign[\s\u2010-\u2014-]?off|approval)\s*$/i, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Names compare without case, extra space and a leading `@`. */
export const personKey = (person: string): string => person.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase().replace(/^@/, '');

/** The names of the person, comparable. */
export const namesOf = ({ person, aliases = [] }: Entry): string[] => [person, ...aliases].map(personKey).filter((name) => name !== '');
