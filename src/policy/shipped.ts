/** The shipped policies, loaded one by one when they are needed. */
import type { PolicyData } from './policy.ts';

type Load = () => Promise<{ readonly default: unknown }>;

const table = {
  checklist: () => import('../../policies/checklist.policy.json', { with: { type: 'json' } }),
  approvals: () => import('../../policies/approvals.policy.json', { with: { type: 'json' } }),
  incident: () => import('../../policies/incident.policy.json', { with: { type: 'json' } }),
  promotion: () => import('../../policies/promotion.policy.json', { with: { type: 'json' } }),
  process: () => import('../../policies/process.policy.json', { with: { type: 'json' } }),
  changelog: () => import('../../policies/changelog.policy.json', { with: { type: 'json' } }),
  document: () => import('../../policies/document.policy.json', { with: { type: 'json' } }),
  configuration: () => import('../../policies/configuration.policy.json', { with: { type: 'json' } }),
} satisfies Readonly<Record<string, Load>>;

export type ShippedName = keyof typeof table;

export const shippedNames = Object.keys(table) as readonly ShippedName[];

export const isShipped = (name: string): name is ShippedName => Object.hasOwn(table, name);

/** The content of a shipped policy. */
export const loadShipped = async (name: ShippedName): Promise<PolicyData> => (await table[name]()).default as PolicyData;
