/** What ticking may make of an item. */

/** What an item is to be. */
export interface TickRequest {
  readonly state: 'done' | 'open' | 'not-applicable';
  /** Why it does not apply. */
  readonly reason?: string;
}

/** How a state is told. */
export const stateWords = { done: 'ticked', open: 'open', 'not-applicable': 'not applicable' } as const;
