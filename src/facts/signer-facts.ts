/** What the people map knows of those who sign, and of their part in what they approve. */
import type { Document } from '../model/document.ts';
import { foldRole } from './people.ts';
import { type Identity, type PeopleMap, soundsAutomatic } from './people-map.ts';

/** Who signs, as a sign-off names them. */
export interface Signer {
  readonly person?: string;
  readonly role?: string;
  readonly delegation?: string;
}

const holds = ({ roles }: Identity, role: string): boolean => roles.some((one) => foldRole(one) === foldRole(role));

const principalOf = (delegation: string): string =>
  delegation.replace(/^(?:(?:for|delegated|on behalf of|acting|deputy|proxy|per|via|by|from|of)\b\s*)+/i, '');

const mayHold = ({ role, delegation }: Signer, identity: Identity, people: PeopleMap): boolean | undefined => {
  if (role === undefined || identity.roles.length === 0) return undefined;
  const principal = delegation === undefined ? undefined : people.identify(principalOf(delegation));
  return holds(identity, role) || (principal !== undefined && holds(principal, role));
};

/** What is known of who signs; nothing of a sign-off that names nobody. */
export const personFacts = (signer: Signer, people: PeopleMap): Record<string, unknown> => {
  if (signer.person === undefined) return {};
  const identity = people.identify(signer.person);
  return {
    identity: people.keyOf(signer.person),
    known: people.listed ? identity !== undefined : undefined,
    human: identity?.human ?? (soundsAutomatic(signer.person) ? false : undefined),
    mayHold: identity === undefined ? undefined : mayHold(signer, identity, people),
  };
};

const authorFields = ['author', 'authors', 'prepared-by', 'submitted-by', 'created-by'] as const;

const declaredAuthors = ({ data: { fields } }: Document): string[] =>
  authorFields.flatMap((name) => fields[name]?.value?.split(/\s*(?:[,;&]|\band\b)\s*/) ?? []).filter((name) => name !== '');

/** Who wrote what is approved, beside those whom the document itself names as its authors. */
export interface Writers {
  readonly documentAuthors: readonly string[];
  readonly documentCommitters?: readonly string[];
}

/** What part a person had in what is approved: `author`, `committer`. */
export const involvedIn = (
  document: Document,
  person: string,
  { people, provenance }: { readonly people: PeopleMap; readonly provenance?: Writers },
): ('author' | 'committer')[] => {
  const key = people.keyOf(person);
  const among = (everybody: readonly string[]): boolean => everybody.some((one) => people.keyOf(one) === key);
  const wrote = among([...declaredAuthors(document), ...(provenance?.documentAuthors ?? [])]);
  return [...(wrote ? (['author'] as const) : []), ...(among(provenance?.documentCommitters ?? []) ? (['committer'] as const) : [])];
};
