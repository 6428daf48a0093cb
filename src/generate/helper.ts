/** What a helper of templates is. */

/** Named arguments of a call, such as `blank="____"`. */
export type Named = Readonly<Record<string, unknown>>;

export interface Helper {
  readonly what: string;
  /** Least and most arguments. */
  readonly takes: readonly [number, number];
  /** Arguments that may be missing, by position. */
  readonly optional?: readonly number[];
  /** Names of named arguments. */
  readonly named?: readonly string[];
  /** Arguments must be texts or numbers unless the helper takes lists. */
  readonly list?: true;
  readonly call: (values: readonly unknown[], named: Named) => unknown;
}
