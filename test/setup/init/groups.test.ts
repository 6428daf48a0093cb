import { describe, expect, it } from 'vitest';
import { configOf } from '../../../src/config/config.ts';
import { isIgnored, matchPath } from '../../../src/config/match.ts';
import { parseData } from '../../../src/data/data-file.ts';
import { governedTargets } from '../../../src/flows/targets.ts';
import type { KindName } from '../../../src/model/document.ts';
import { configText } from '../../../src/setup/init/config-text.ts';
import { type Governed, groupPaths } from '../../../src/setup/init/groups.ts';
import { memoryTree } from '../../../src/tree/memory.ts';
import { fc } from '../../tooling/fast-check.ts';
import { proposalOf } from './proposal.ts';

const globs = (governed: readonly (readonly [string, KindName])[], others: readonly string[] = []): string[] =>
  groupPaths(
    governed.map(([path, kind]) => ({ path, kind })),
    others,
  ).groups.map(({ glob }) => glob);

const several = (kind: KindName, ...paths: string[]): (readonly [string, KindName])[] => paths.map((path) => [path, kind]);

describe('groupPaths', () => {
  it('writes a folder of reports as a glob, even one report', () => {
    expect(globs(several('incident', 'docs/incidents/a.md', 'docs/incidents/b.md', 'docs/incidents/c.md'))).toEqual([
      'docs/incidents/*.md',
    ]);
    expect(globs(several('incident', 'docs/postmortems/a.md'))).toEqual(['docs/postmortems/*.md']);
  });

  it('leaves a folder of many things to its other documents', () => {
    expect(globs(several('checklist', 'docs/a.md', 'docs/b.md', 'docs/c.md'))).toEqual(['docs/a.md', 'docs/b.md', 'docs/c.md']);
    expect(globs(several('process', 'plans/a.md', 'plans/b.md', 'plans/c.md'))).toEqual(['plans/a.md', 'plans/b.md', 'plans/c.md']);
    expect(globs(several('incident', 'notes/a.md', 'notes/b.md', 'notes/c.md'), ['notes/d.md', 'notes/e.md', 'notes/f.md'])).toEqual([
      'notes/a.md',
      'notes/b.md',
      'notes/c.md',
    ]);
  });

  it('names what a folder glob sweeps in', () => {
    const { swept } = groupPaths(
      several('incident', 'incidents/a.md', 'incidents/b.md', 'incidents/c.md').map(([path, kind]) => ({ path, kind })),
      ['incidents/index.md', 'docs/index.md'],
    );
    expect(swept).toEqual(['incidents/index.md']);
  });

  it('writes the documents of each release as one glob', () => {
    expect(globs(several('checklist', 'docs/releases/1.2.0/checklist.md', 'docs/releases/1.3.0/checklist.md'))).toEqual([
      'docs/releases/*/checklist.md',
    ]);
    expect(globs(several('approvals', 'releases/1.2.0/approvals.md'))).toEqual(['releases/*/approvals.md']);
    expect(globs(several('changelog', 'packages/a/CHANGELOG.md', 'packages/b/CHANGELOG.md', 'CHANGELOG.md'))).toEqual([
      'packages/*/CHANGELOG.md',
      'CHANGELOG.md',
    ]);
    expect(globs(several('checklist', 'app/docs/checklist.md'))).toEqual(['app/docs/checklist.md']);
  });

  it('writes numbered names as one glob', () => {
    expect(globs(several('incident', 'docs/INCIDENT-0001.md', 'docs/INCIDENT-0002-x.md'), ['docs/INCIDENTS.md'])).toEqual([
      'docs/INCIDENT-[0-9]*.md',
    ]);
  });
});

const kinds = ['checklist', 'approvals', 'incident', 'changelog', 'process'] as const;
const step = fc.oneof(
  fc.constantFrom(
    'docs',
    'incidents',
    'releases',
    '1.2.0',
    '1.3.0',
    'packages',
    'a',
    'checklists',
    '[draft]',
    'x{1,2}',
    '!not',
    '#1',
    '(y)',
    'a b',
    'ü',
    '*',
    'q?',
    '@s',
    '+(z)',
    'back\\slash',
  ),
  fc.stringMatching(/^[a-c]{1,2}$/),
);
const path = fc
  .tuple(fc.array(step, { maxLength: 3 }), fc.oneof(step, fc.stringMatching(/^(?:INCIDENT-|RC_v)[0-3]$/)))
  .map(([folders, name]) => [...folders, `${name}.md`].join('/'));
const repository = fc.uniqueArray(fc.tuple(path, fc.option(fc.constantFrom(...kinds), { nil: undefined })), {
  selector: ([one]) => one,
  minLength: 1,
  maxLength: 14,
});

describe('the proposed globs', () => {
  it('govern what is meant, as what is meant, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(repository, async (files) => {
        const governed: Governed[] = files.flatMap(([one, kind]) => (kind === undefined ? [] : [{ path: one, kind }]));
        const others = files.flatMap(([one, kind]) => (kind === undefined ? [one] : []));
        const { groups, swept } = groupPaths(governed, others);
        const text = configText(
          proposalOf({
            groups: groups.map((group) => ({ ...group, relaxed: [] })),
            asides: swept.map((one) => ({ path: one, kind: 'document', why: 'swept' })),
          }),
        );
        const config = await configOf(parseData('docgate.config.yaml', governed.length === 0 ? '{ documents: [] }' : text));
        const expected = governed.map((one) => `${one.kind} ${one.path}`).sort();
        const judged = files.map(([one]) => one).filter((one) => matchPath(config, one) !== undefined && !isIgnored(config, one));
        expect(judged.map((one) => `${matchPath(config, one)?.kind} ${one}`).sort()).toEqual(expected);
        const tree = memoryTree(Object.fromEntries(files.map(([one]) => [one, ''])));
        const targets = await governedTargets({ tree, config, paths: [] });
        expect(targets.map((one) => `${one.kind} ${one.path}`).sort()).toEqual(expected);
        expect(groups.flatMap(({ paths }) => paths).sort()).toEqual(governed.map((one) => one.path).sort());
      }),
      { numRuns: 300 },
    );
  });
});
