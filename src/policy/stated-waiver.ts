/** Waivers by themselves: what they state, and whether they can excuse anything at all. */
import { isDay, isOver } from '../model/calendar.ts';
import { closest, didYouMean } from '../model/usage-error.ts';
import type { Rule } from './policy.ts';

/** A waiver as a document's model or the configuration states it. */
export interface StatedWaiver {
  readonly rule?: string;
  readonly item?: string;
  readonly reason?: string;
  readonly owner?: string;
  readonly expires?: string;
  readonly unknown?: readonly string[];
  /** The lines that it covers; a waiver of the configuration covers files. */
  readonly from?: number;
  readonly to?: number;
  readonly files?: string;
}

/** What came of a waiver. */
export interface Outcome {
  readonly state: 'used' | 'unused' | 'expired' | 'refused' | 'unknown' | 'malformed';
  readonly detail?: string;
}

interface Standing {
  /** RFC 3339. */
  readonly now: string;
  /** The rules of all policies of the run. */
  readonly known: readonly Rule[];
}

const required = ['rule', 'reason', 'owner', 'expires'] as const;

const oddPiece = (piece: string): string => {
  const meant = closest(piece.split('=')[0] ?? piece, ['docgate-waive', ...required, 'item']);
  return `"${piece}" is not understood${meant === undefined || piece.startsWith(meant) ? '' : ` (${meant}?)`}`;
};

const faultsOf = (waiver: StatedWaiver): string[] => [
  ...required.filter((key) => (waiver[key] ?? '').trim() === '').map((key) => `${key} is missing`),
  ...(waiver.expires === undefined || isDay(waiver.expires) ? [] : [`${waiver.expires} is not a date (YYYY-MM-DD)`]),
  ...(waiver.unknown ?? []).map(oddPiece),
];

/** Whether a rule is one that a waiver names; as in the configuration's rules, `*` stands for any policy. */
export const isOf = ({ rule = '' }: StatedWaiver, id: string): boolean =>
  id === rule || (rule.startsWith('*/') && id.split('/')[1] === rule.slice(2));

export const policyOf = (rule: string): string => rule.split('/')[0] ?? '';

/** Why a waiver excuses nothing, whatever the findings are; undefined when it may. */
export const refusalOf = (waiver: StatedWaiver, { now, known }: Standing): Outcome | undefined => {
  const faults = faultsOf(waiver);
  if (faults.length > 0) return { state: 'malformed', detail: faults.join(', ') };
  const rules = known.filter(({ id }) => isOf(waiver, id));
  if (rules.length === 0)
    return {
      state: 'unknown',
      detail: didYouMean(
        waiver.rule ?? '',
        known.map(({ id }) => id),
      ).trim(),
    };
  if (rules.some(({ waivable }) => waivable === false)) return { state: 'refused' };
  return isOver(waiver.expires ?? '', now) ? { state: 'expired' } : undefined;
};
