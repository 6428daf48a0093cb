/** `quorum`: enough distinct people, in the roles that are asked for, approve; or: nobody approves who must not. */
import { type Fault, keyword } from './keyword.ts';
import { approvalsIn, excludedAs, fold, foldRole, type Row, type SignOff } from './quorum-rows.ts';
import { type Seated, seatPeople, seatsOf } from './quorum-seats.ts';
import { type Value, valueSchema } from './quorum-value.ts';

/** What needs a quorum: all approvals of a document, a section or a subject. */
interface Group {
  readonly rows: readonly Row[];
  /** The index of a role's first sign-off, whatever it decides. */
  readonly places: ReadonlyMap<string, number>;
  readonly about: string;
}

const nameOf = ({ signOff }: Row): string => signOff.person ?? signOff.role ?? 'A sign-off';

const sentence = (problem: string, reasons: readonly string[]): string =>
  reasons.length === 0 ? problem : `${problem} (${reasons.join('; ')})`;

const uncountedIn = (rows: readonly Row[]): string[] =>
  rows.flatMap((row) => (row.reason === undefined ? [] : [`${nameOf(row)} ${row.reason}`]));

const reasonsFor = (role: string, { rows }: Group, { holders }: Seated): string[] =>
  rows
    .filter((row) => row.role === foldRole(role))
    .flatMap((row) => {
      const held = holders.get(row.person);
      if (row.reason !== undefined) return [`${nameOf(row)} ${row.reason}`];
      return held !== undefined && foldRole(held) !== row.role ? [`${nameOf(row)} already counts as ${held}`] : [];
    });

const missingRole = (
  role: string,
  seats: readonly string[],
  { group, seated }: { readonly group: Group; readonly seated: Seated },
): Fault => {
  const needed = seats.filter((one) => one === role).length;
  const have = needed - seated.empty.filter((one) => one === role).length;
  const uncounted = reasonsFor(role, group, seated);
  const problem = sentence(`The role "${role}" has ${have} of ${needed} approvals${group.about}`, uncounted);
  const place = group.places.get(foldRole(role));
  // Ajv's errors are told apart by pointer and `missingProperty`.
  return {
    pointer: place === undefined ? '' : `/${place}`,
    message: problem,
    params: { problem, role, needed, have, uncounted, missingProperty: `${role}${group.about}` },
  };
};

const shortage = (problem: string, params: Fault['params'], { about, rows }: Group): Fault => {
  const uncounted = uncountedIn(rows);
  const whole = sentence(problem + about, uncounted);
  return { pointer: '', message: whole, params: { ...params, problem: whole, uncounted, missingProperty: problem + about } };
};

const shortages = (group: Group, { roles, anyOf = [], min = 0, distinct = true }: Value): Fault[] => {
  const counted = group.rows.filter(({ reason }) => reason === undefined);
  const base = seatsOf(roles);
  const people = new Set(counted.map(({ person }) => person)).size;
  const few = people < min ? [shortage(`${people} of ${min} people have approved`, { needed: min, have: people }, group)] : [];
  const seated = seatPeople(base, counted, distinct);
  if (seated.empty.length > 0) return [...[...new Set(seated.empty)].map((role) => missingRole(role, base, { group, seated })), ...few];
  const reached = anyOf.length === 0 || anyOf.some((one) => seatPeople([...base, ...one], counted, distinct).empty.length === 0);
  const wanted = anyOf.map((one) => one.join(' and ')).join(', or ');
  return reached ? few : [shortage(`None of these has approved in full: ${wanted}`, { wanted }, group), ...few];
};

const keyOf = ({ section = [], subject }: SignOff, per: Value['per']): string =>
  per === 'section' ? section.join(' / ') : per === 'subject' ? (subject ?? '') : '';

const groupsOf = (signOffs: readonly SignOff[], value: Value): Group[] => {
  const rows = approvalsIn(signOffs, value);
  const current = signOffs
    .map((signOff, index) => ({ signOff, index, key: fold(keyOf(signOff, value.per)) }))
    .filter(({ signOff }) => signOff.form !== 'log');
  const keys = current.length === 0 ? [''] : [...new Set(current.map(({ key }) => key))];
  return keys.map((key) => {
    const own = current.filter((one) => one.key === key);
    const name = own[0] === undefined ? '' : keyOf(own[0].signOff, value.per);
    const places = new Map(own.map(({ signOff, index }) => [foldRole(signOff.role), index] as const).reverse());
    return {
      rows: rows.filter(({ signOff }) => fold(keyOf(signOff, value.per)) === key),
      places,
      about: name === '' ? '' : ` for "${name}"`,
    };
  });
};

const exclusions = (rows: readonly Row[], exclude: readonly string[]): Fault[] =>
  rows.flatMap((row) => {
    const reason = row.signOff.person === undefined ? undefined : excludedAs(row.signOff, exclude);
    return reason === undefined
      ? []
      : [{ pointer: `/${row.index}`, message: reason, params: { problem: `"${nameOf(row)}" ${reason}`, excluded: nameOf(row), reason } }];
  });

// A second decision in one role is a new one, unless it says nothing new.
const clash = (one: Row, other: Row): boolean => {
  const [a, b] = [one, other].map(({ person, signOff }) =>
    JSON.stringify([person, fold(signOff.subject), (signOff.section ?? []).map(fold)]),
  );
  const [left, right] = [one.signOff, other.signOff].map(({ date, subjects }) => JSON.stringify([date, subjects]));
  return a === b && (one.role !== other.role || left === right);
};

const duplicates = (rows: readonly Row[]): Fault[] =>
  rows
    .filter(({ person }) => person !== '')
    .flatMap((row, position, all) => {
      const first = all.slice(0, position).find((other) => clash(other, row));
      const already = first?.role === row.role ? 'in this role' : `as ${first?.signOff.role ?? 'somebody without a role'}`;
      const problem = `"${nameOf(row)}" has already signed off ${already}`;
      return first === undefined
        ? []
        : [{ pointer: `/${row.index}`, message: problem, params: { problem, already, firstPointer: `/${first.index}` } }];
    });

export const quorum = keyword<readonly SignOff[], Value>({
  name: 'quorum',
  type: 'array',
  params: ['problem', 'role', 'needed', 'have', 'wanted', 'uncounted', 'missingProperty', 'excluded', 'reason', 'already', 'firstPointer'],
  reads: ['/role', '/person', '/decision'],
  metaSchema: valueSchema,
  check: (signOffs, value) => {
    if ((value.roles ?? value.anyOf ?? value.min) !== undefined)
      return groupsOf(signOffs, value).flatMap((group) => shortages(group, value));
    const rows = approvalsIn(signOffs, value);
    return [...exclusions(rows, value.exclude ?? []), ...(value.distinct === true ? duplicates(rows) : [])];
  },
});
