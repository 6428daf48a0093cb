/** Proposals for tests. */
import type { Finding } from '../../../src/model/finding.ts';
import type { Proposal } from '../../../src/setup/init/config-text.ts';

export const proposalOf = (part: Partial<Proposal>): Proposal => ({
  groups: [],
  asides: [],
  empty: [],
  kept: [],
  today: '2026-11-21',
  until: '2026-12-21',
  schema: 'node_modules/docgate/schemas/config.schema.json',
  zoneless: 0,
  signers: [],
  people: false,
  ...part,
});

const point = (line: number) => ({ line, column: 1, offset: line * 10 });

export const findingOf = (part: Partial<Finding> & { readonly path?: string; readonly line?: number }): Finding => {
  const { path = 'docs/a.md', line = 1, ...finding } = part;
  return {
    rule: 'checklist/open-items',
    severity: 'error',
    state: 'failed',
    message: 'Open item.',
    place: { path, start: point(line), end: point(line) },
    pointer: '',
    help: '',
    fingerprint: `${path}:${line}`,
    related: [],
    ...finding,
  };
};
