/** Seats and people: who sits for which role, so that as many roles as possible are filled. */
import { foldRole, type Row } from './quorum-rows.ts';
import type { Value } from './quorum-value.ts';

export const seatsOf = (roles: Value['roles'] = []): string[] =>
  Array.isArray(roles)
    ? [...(roles as readonly string[])]
    : Object.entries(roles as Readonly<Record<string, number>>).flatMap(([role, count]) => Array.from({ length: count }, () => role));

/** The seats that stay empty, and the role in which each person counts. */
export type Seated = { readonly empty: readonly string[]; readonly holders: ReadonlyMap<string, string> };

// Whoever sits elsewhere makes room if another can take that seat: augmenting paths of a bipartite matching.
export const seatPeople = (seats: readonly string[], rows: readonly Row[], distinct: boolean): Seated => {
  const holders = new Map<string, string>();
  const seat = (role: string, tried: Set<string>): boolean =>
    rows.some((row) => {
      const person = distinct ? row.person : `${row.person} ${row.role}`;
      if (row.role !== foldRole(role) || tried.has(person)) return false;
      tried.add(person);
      const held = holders.get(person);
      if (held !== undefined && !seat(held, tried)) return false;
      holders.set(person, role);
      return true;
    });
  return { empty: seats.filter((role) => !seat(role, new Set())), holders };
};
