import { expect, it } from 'vitest';
import { configText } from '../../../src/setup/init/config-text.ts';
import type { Relaxed } from '../../../src/setup/init/relax.ts';
import { summaryOf } from '../../../src/setup/init/summary.ts';
import { proposalOf } from './proposal.ts';

const relaxed = (rule: string, severity: Relaxed['severity']): Relaxed => ({ rule, severity, places: ['docs/p.md:3'], files: 1 });

const proposal = (...rules: Relaxed[]) =>
  proposalOf({ groups: [{ glob: 'docs/p.md', kind: 'process', paths: ['docs/p.md'], relaxed: rules }] });

it('speaks of a to-do where the configuration holds one, and only there', () => {
  const off = proposal(relaxed('process/open-items', 'off'));
  expect(configText(off)).not.toContain('2026-12-21');
  expect(summaryOf(off)).not.toContain('2026-12-21');
  expect(summaryOf(off)).toContain('Switched off');
  const both = proposal(relaxed('process/open-items', 'off'), relaxed('process/missing-owner', 'warning'));
  const [, dated = ''] = summaryOf(both).split('to-do until 2026-12-21');
  expect(dated.split('Switched off')[0]).toContain('process/missing-owner');
  expect(dated.split('Switched off')[0]).not.toContain('process/open-items');
});
