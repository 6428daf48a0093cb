/** Whether a decision that is to be recorded can count: by the people list, and by the roles that the rules ask for. */
import { matchPath } from '../config/match.ts';
import type { Config, RuleSetting, RuleSettings } from '../config/types.ts';
import { foldRole, peoplePath } from '../facts/people.ts';
import type { Identity, PeopleMap } from '../facts/people-map.ts';
import { personFacts } from '../facts/signer-facts.ts';
import { readDocument } from '../kinds/index.ts';
import { didYouMean, UsageError } from '../model/usage-error.ts';
import type { EditTarget, SignOrder } from './edit.ts';
import { loadPeople } from './people.ts';
import { settingFor } from './rules.ts';
import { readSource } from './source.ts';

export interface Deciding extends EditTarget {
  readonly config: Config;
  readonly by: Pick<SignOrder, 'role' | 'person' | 'decision'>;
}

const statedFor = (settings: RuleSettings, name: string): RuleSetting | undefined =>
  settingFor({ id: `approvals/${name}`, name }, settings);

const peoplePlace = ({ people, file }: Config): string =>
  typeof people === 'object' ? (file?.locate('/people') ?? 'people') : (people ?? peoplePath);

const listed = (names: readonly string[]): string => names.join(', ');

const whoHolds = (role: string, { everybody }: PeopleMap): string => {
  const holders = everybody.filter(({ human, roles }) => human && roles.some((one) => foldRole(one) === foldRole(role)));
  return holders.length === 0 ? '' : ` (${listed(holders.map(({ handle }) => handle))})`;
};

const notHeld = ({ path, config, by }: Deciding, { handle, roles }: Identity, people: PeopleMap): string =>
  `${path}: ${handle} does not hold the role "${by.role}", so this would not count: ${peoplePlace(config)} gives ${handle} ${listed(roles)}.${didYouMean(by.role, roles)} Let somebody decide who holds the role${whoHolds(by.role, people)}, or add it to ${handle} there.`;

const unlisted = ({ path, config, by }: Deciding, { everybody }: PeopleMap): string => {
  const handles = everybody.map(({ handle }) => handle);
  return `${path}: "${by.person}" is not on the people list, so this would not count.${didYouMean(by.person, handles)} Name with --as who decides, or add the person, name or address in ${peoplePlace(config)}.`;
};

const automatic = ({ path, config, by }: Deciding): string =>
  `${path}: "${by.person}" is not a human, so this would not count. Let a person decide; a person of that name has to be listed in ${peoplePlace(config)}.`;

// What check would say of the decision, unless the project has switched the rule off.
const problemOf = (deciding: Deciding, settings: RuleSettings, people: PeopleMap): string | undefined => {
  const { person, role, decision } = deciding.by;
  const { known, human, mayHold } = personFacts({ person, role }, people);
  const identity = people.identify(person);
  const applies = (name: string): boolean => statedFor(settings, name)?.severity !== 'off';
  if (known === false && applies('unknown-approver')) return unlisted(deciding, people);
  if (human === false && decision === 'approved' && applies('bot-approval')) return automatic(deciding);
  return mayHold === false && identity !== undefined && applies('role-not-held') ? notHeld(deciding, identity, people) : undefined;
};

const rolesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap((one) => (typeof one === 'string' ? [one] : rolesIn(one)));
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
};

const requiredRoles = (settings: RuleSettings): string[] =>
  ['missing-role', 'too-few-approvals'].flatMap((name) => {
    const { roles, anyOf } = statedFor(settings, name)?.options ?? {};
    return [...rolesIn(roles), ...rolesIn(anyOf)];
  });

// Where nothing is required, any role is as good as another.
const strangeRole = (role: string, required: readonly string[], others: readonly string[]): string[] => {
  const known = [...required, ...others];
  return required.length === 0 || known.some((one) => foldRole(one) === foldRole(role))
    ? []
    : [`No rule asks for the role "${role}", only for ${listed([...new Set(required)])}.${didYouMean(role, known)}`];
};

/**
 * Refuses (UsageError) an approval or abstention of which it is known that it will not count; a veto stops whoever says it.
 * What is only strange is returned as notices. Documents of other kinds than approvals ask nobody who they are.
 */
export const weighDecision = async (deciding: Deciding): Promise<readonly string[]> => {
  const { tree, path, config, by } = deciding;
  const match = matchPath(config, path);
  const document = readDocument(await readSource(tree, path), match?.kind);
  if (document.kind !== 'approvals') return [];
  const settings = match?.rules ?? config.rules;
  const people = await loadPeople(tree, config);
  const problem = by.decision === 'rejected' ? undefined : problemOf(deciding, settings, people);
  if (problem !== undefined) throw new UsageError(problem);
  const others = [...people.everybody.flatMap(({ roles }) => roles), ...document.data.signOffs.flatMap(({ role }) => role ?? [])];
  return strangeRole(by.role, requiredRoles(settings), others);
};
