/** Who has to approve a release, as the configuration says it to the rules. */
import { matchPath } from '../config/match.ts';
import type { Config } from '../config/types.ts';

/** Without a configuration: what most teams ask. */
const usualRoles: readonly string[] = ['Engineering', 'QA', 'Operations'];

// A list of roles, or how many approvals each of them needs.
const listed = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.filter((role) => typeof role === 'string');
  return Object.entries(value ?? {}).flatMap(([role, count]) => Array.from({ length: Math.min(Number(count), 20) }, () => role));
};

/** The roles that the rules of a document require; undefined where no rule names any. */
const requiredRoles = (config: Config, path: string): string[] | undefined => {
  const rules = matchPath(config, path)?.rules ?? config.rules;
  const of = (rule: string): string[] => {
    const setting = rules[`approvals/${rule}`] ?? rules[`*/${rule}`];
    return setting === undefined || setting.severity === 'off' ? [] : listed(setting.options?.['roles']);
  };
  const counted = of('too-few-approvals');
  const all = [...counted, ...of('missing-role').filter((role) => !counted.includes(role))];
  return all.length === 0 ? undefined : all;
};

/** The roles that a release needs, in the order of the configuration, and whether the configuration names them. */
export const rolesFor = (config: Config, path: string): { readonly roles: readonly string[]; readonly configured: boolean } => {
  const required = requiredRoles(config, path);
  return { roles: required ?? usualRoles, configured: required !== undefined };
};
