/** Approvals: who has to sign off, and who did. */
import type { Outline } from '../markdown/outline.ts';
import { approves } from '../model/approval.ts';
import { list, string } from '../model/shape.ts';
import { dataOf, reader } from '../read/reading.ts';
import { signOffs } from '../read/sign-offs.ts';
import { kind } from './kind.ts';

const unique = (values: readonly (string | undefined)[]): string[] => [...new Set(values.filter((value) => value !== undefined))];

const subjects = reader(list(string('A path or title.'), 'What the sign-offs name as their subject.'), (outline: Outline) =>
  unique(dataOf(signOffs, outline).map(({ subject }) => subject)),
);

const approvedRoles = reader(list(string('A role.'), 'Roles that have approved, as written.'), (outline: Outline) =>
  unique(
    dataOf(signOffs, outline)
      .filter(approves)
      .map(({ role }) => role),
  ),
);

export const approvals = kind('approvals', 'Approvals: sign-offs by role, with person, decision and date.', { subjects, approvedRoles });
