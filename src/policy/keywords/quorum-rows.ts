/** The approvals that a quorum counts, and why it does not count the others. */
import type { Value } from './quorum-value.ts';

export type Text = 'form' | 'decision' | 'role' | 'person' | 'subject' | 'delegation' | 'identity' | 'content';

export type SignOff = { readonly [K in Text]?: string } & { readonly [K in 'known' | 'human' | 'mayHold' | 'superseded']?: boolean } & {
  readonly [K in 'section' | 'involved']?: readonly string[];
} & { readonly [K in 'date' | 'subjects']?: unknown };

export interface Row {
  readonly signOff: SignOff;
  readonly index: number;
  readonly person: string;
  readonly role: string;
  /** Why the approval does not count; undefined when it does. */
  readonly reason?: string;
}

export const fold = (text = ''): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();

export const foldPerson = (text = ''): string => fold(text).replace(/\s|^@+/gu, '');

export const foldRole = (text = ''): string =>
  fold(text)
    .replace(/\(.*?\)|\b(?:sign[\s\p{Pd}]?off|approval)\b/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

export const excludedAs = (signOff: SignOff, exclude: readonly string[]): string | undefined => {
  const person = foldPerson(signOff.identity ?? signOff.person);
  if (exclude.includes('author') && signOff.involved?.includes('author') === true) return 'is the author of what is approved';
  if (exclude.includes('committers') && signOff.involved?.includes('committer') === true) return 'has committed to what is approved';
  if (exclude.includes('bots') && signOff.human === false) return 'is not a human';
  return exclude.some((name) => name.startsWith('@') && foldPerson(name) === person) ? 'is excluded' : undefined;
};

export const unfit = (signOff: SignOff, { delegation = false, human = true, known = true, bound = false }: Value): string | undefined => {
  if (signOff.person === undefined) return 'names nobody';
  if (human && signOff.human === false) return 'is not a human';
  if (known && signOff.known === false) return 'is not on the people list';
  if (signOff.mayHold === false) return 'may not hold the role';
  if (!delegation && signOff.delegation !== undefined) return 'signs for somebody else';
  if (['changed', 'missing', 'unknown'].includes(signOff.content ?? '')) return `approved content that is ${signOff.content}`;
  return bound && signOff.content !== 'unchanged' ? 'is bound to no content' : undefined;
};

export const approvalsIn = (signOffs: readonly SignOff[], value: Value): Row[] =>
  signOffs.flatMap((signOff, index) => {
    if (signOff.decision !== 'approved' || signOff.form === 'log' || signOff.superseded === true) return [];
    const reason = excludedAs(signOff, value.exclude ?? []) ?? unfit(signOff, value);
    return [
      {
        signOff,
        index,
        person: foldPerson(signOff.identity ?? signOff.person),
        role: foldRole(signOff.role),
        ...(reason !== undefined && { reason }),
      },
    ];
  });
