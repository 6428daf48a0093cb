/** Which sign-offs approve something: one answer for gates, facts and release notes. */

/** What is known of a sign-off, as read and as looked up. */
export interface Approving {
  readonly decision: string;
  readonly form?: string | undefined;
  readonly superseded?: boolean | undefined;
  readonly human?: boolean | undefined;
  /** Of the content it names: `unchanged`, `changed`, `missing`, `unknown` or `unbound`. */
  readonly content?: string | undefined;
}

const voids: readonly (string | undefined)[] = ['changed', 'missing', 'unknown'];

/** Whether a sign-off counts as an approval: what was decided again, by a bot, or about other content does not. */
export const approves = ({ decision, form, superseded, human, content }: Approving): boolean =>
  decision === 'approved' && form !== 'log' && superseded !== true && human !== false && !voids.includes(content);
