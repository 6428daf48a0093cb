import { describe, expect, it } from 'vitest';
import { configOf } from '../../../src/config/config.ts';
import { parseData } from '../../../src/data/data-file.ts';
import { configText, scalar } from '../../../src/setup/init/config-text.ts';
import { fc } from '../../tooling/fast-check.ts';
import { findingOf, proposalOf } from './proposal.ts';

const read = (text: string) => configOf(parseData('docgate.config.yaml', text));

const group = {
  glob: 'docs/incidents/*.md',
  kind: 'incident',
  paths: ['docs/incidents/a.md', 'docs/incidents/b.md'],
  relaxed: [],
} as const;

describe('configText', () => {
  it('is a configuration that says what was relaxed, and until when', async () => {
    const relaxed = [
      { rule: 'incident/missing-section', severity: 'warning', places: ['docs/incidents/a.md:1', 'docs/incidents/b.md:7'], files: 2 },
    ] as const;
    const text = configText(proposalOf({ groups: [{ ...group, relaxed }] }));
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=node_modules/docgate/schemas/config.schema.json');
    expect(text).toContain('# TODO: incident/missing-section fails in 2 files: make it "error" again.');
    expect(text).toContain('#   docs/incidents/a.md:1, docs/incidents/b.md:7');
    const { documents } = await read(text);
    expect(documents).toEqual([
      {
        files: ['docs/incidents/*.md'],
        kind: 'incident',
        rules: { 'incident/missing-section': { severity: 'warning', until: '2026-12-21' } },
      },
    ]);
  });

  it('counts the places that it does not show', () => {
    const places = Array.from({ length: 9 }, (_, index) => `docs/incidents/a.md:${index + 1}`);
    const relaxed = [{ rule: 'incident/missing-section', severity: 'warning', places, files: 1 }] as const;
    expect(configText(proposalOf({ groups: [{ ...group, relaxed }] }))).toContain(
      '#   docs/incidents/a.md:1, docs/incidents/a.md:2, docs/incidents/a.md:3 and 6 more places',
    );
  });

  it('lists what stays an error', () => {
    const kept = [findingOf({ rule: 'checklist/malformed-box', path: 'docs/c.md', line: 4 })];
    expect(configText(proposalOf({ groups: [group], kept }))).toContain('#   docs/c.md:4 checklist/malformed-box\n');
  });

  it('says why a file is judged as any document, or not at all', async () => {
    const text = configText(
      proposalOf({
        groups: [group],
        asides: [
          { path: 'docs/release-checklist.md', kind: 'checklist', why: 'form' },
          { path: 'docs/approvals.md', kind: 'approvals', why: 'prose' },
          { path: 'docs/incidents/index.md', kind: 'document', why: 'swept' },
        ],
      }),
    );
    const config = await read(text);
    expect(config.documents.slice(1)).toEqual([
      { files: ['docs/release-checklist.md'], kind: 'document', rules: {} },
      { files: ['docs/approvals.md'], kind: 'document', until: '2026-12-21', rules: {} },
    ]);
    expect(config.ignore).toContain('docs/incidents/index.md');
    expect(text).toMatch(/# A form to be copied: .*\n {2}- files: docs\/release-checklist\.md/);
    expect(text).toMatch(/# TODO: the name promises an approvals document.*\n {2}- files: docs\/approvals\.md/);
  });

  it('names the only form as a template to be switched on', async () => {
    const checklist = { ...group, glob: 'docs/releases/*/checklist.md', kind: 'checklist' } as const;
    const forms = [{ path: 'docs/release-checklist.md', kind: 'checklist', why: 'form' }] as const;
    const text = configText(proposalOf({ groups: [checklist], asides: forms }));
    expect(text).toContain('    # template: docs/release-checklist.md\n');
    const documents = (await read(text.replace('    # template:', '    template:'))).documents;
    expect(documents[0]?.template).toBe('docs/release-checklist.md');
    const twice = [...forms, { path: 'docs/hotfix-checklist.md', kind: 'checklist', why: 'form' }] as const;
    expect(configText(proposalOf({ groups: [checklist], asides: twice }))).not.toContain('# template:');
  });

  it('hints at zone and people, in lines that are right once they are switched on', async () => {
    const signers = [{ person: '@qa-lead', role: 'QA' }, { person: '@qa-lead', role: 'Ops' }, { person: 'Quality: lead' }];
    const text = configText(proposalOf({ groups: [group], zoneless: 3, signers }));
    const on = text.replace(/^# (timezone:|people:)/gm, '$1').replace(/^# ( {2,}(?:- handle|names|roles))/gm, '$1');
    const { timezone, people } = await read(on);
    expect(timezone).toBe('Europe/Berlin');
    expect(people).toEqual([
      { handle: '@qa-lead', roles: ['QA', 'Ops'] },
      { handle: '@...', names: ['Quality: lead'] },
    ]);
    expect(configText(proposalOf({ groups: [group], signers, people: true }))).not.toContain('people:');
    expect((await read(configText(proposalOf({ groups: [group], timezone: 'Europe/Rome', zoneless: 3 })))).timezone).toBe('Europe/Rome');
  });

  it('holds any name without breaking', async () => {
    const name = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom('0', 'true', '1.5', 'a\nrules: x', '- b', 'c: d', 'e #f', '"', "'"),
    );
    await fc.assert(
      fc.asyncProperty(name, name, async (glob, other) => {
        const proposal = proposalOf({
          groups: [
            {
              glob,
              kind: 'incident',
              paths: [glob, other],
              relaxed: [{ rule: 'incident/missing-field', severity: 'warning', places: [`${other}:1`], files: 1 }],
            },
          ],
          asides: [{ path: 'x.md', kind: 'incident', why: 'swept' }],
          kept: [findingOf({ rule: 'incident/unreadable', path: other })],
          signers: [{ person: other, role: glob }],
          zoneless: 1,
        });
        const config = await read(configText(proposal));
        expect(config.documents).toEqual([
          { files: [glob], kind: 'incident', rules: { 'incident/missing-field': { severity: 'warning', until: '2026-12-21' } } },
        ]);
        expect(parseData('x.yaml', `key: ${scalar(other)}`).value).toEqual({ key: other });
      }),
    );
  });
});
