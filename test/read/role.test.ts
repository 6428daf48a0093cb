import { describe, expect, test } from 'vitest';
import { roleOf } from '../../src/read/role.ts';

describe('the role that a label names', () => {
  test.each([
    ['Engineering lead', 'Engineering lead'],
    ['**QA lead**', 'QA lead'],
    ['Security sign-off: security scan clean', 'Security'],
    ['Security sign‑off', 'Security'],
    ['QA Engineer approval', 'QA Engineer'],
    ['Product Owner (Jo)', 'Product Owner'],
    ['Release manager — @jo', 'Release manager'],
    ['@qa-lead', 'qa-lead'],
    ['CTO', 'CTO'],
    ['DevOps Witness (Optional)', 'DevOps Witness'],
    ['On-call', 'On-call'],
  ])('%j is %j', (label, role) => expect(roleOf(label)).toBe(role));

  test.each([
    ['Run the security scan'],
    ['Security scan is green'],
    ['All teams notified'],
    ['QA verified the build on staging'],
    ['Deploy'],
    ['Final approval'],
    [''],
  ])('none: %j', (label) => expect(roleOf(label)).toBeUndefined());
});
