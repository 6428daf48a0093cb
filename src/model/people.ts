/** A person of the project: who may sign off, under which names and addresses. */

/** One person, as the configuration or a people file lists them. */
export interface Person {
  readonly handle: string;
  readonly names?: readonly string[];
  readonly emails?: readonly string[];
  /** Roles that the person may hold; any role without them. */
  readonly roles?: readonly string[];
  /** false for bots and agents. */
  readonly human?: boolean;
}
