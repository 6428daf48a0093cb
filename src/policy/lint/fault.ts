/** Something wrong with a rule, and where in the rule it stands. */
export interface RuleFault {
  /** From the top of the rule. */
  readonly pointer: string;
  readonly message: string;
  /** The key itself is wrong, not its value. */
  readonly atKey?: true;
}
