/** Records of any Markdown checklist. */
import { describe, expect, it } from 'vitest';
import { contentDigest } from '../../../src/facts/digest.ts';
import { applySplices } from '../../../src/generate/edit/splice.ts';
import { type Instance, instantiate } from '../../../src/generate/instantiate/instantiate.ts';
import { sourceOfBytes, sourceOfText } from '../../../src/model/source.ts';
import { checkFiles } from '../../checking.ts';
import { corpusPaths, hasShared, seedPaths, sharedBytes } from '../../shared.ts';
import { fc } from '../../tooling/fast-check.ts';

const made = (text: string, other: Partial<Instance> = {}) => instantiate(sourceOfText('t.md', text), { version: '1.4.0', ...other });
const filled = (text: string, other: Partial<Instance> = {}): string => made(text, other).text;

describe('marks of a version', () => {
  it.each([
    ['# Release vX.Y.Z', '# Release v1.4.0'],
    ['# Release X.Y.Z checklist', '# Release 1.4.0 checklist'],
    ['Branch release/v1.x.x and tag v1.x.x', 'Branch release/v1.4.0 and tag v1.4.0'],
    ['pg_dump > backup-pre-v1.x.x-YYYYMMDD.sql', 'pg_dump > backup-pre-v1.4.0-YYYYMMDD.sql'],
    ['`release-vX.Y.Z_final`', '`release-v1.4.0_final`'],
    ['{VERSION} and {{version}} and {{ version }} and v{VERSION}', '1.4.0 and 1.4.0 and 1.4.0 and v1.4.0'],
    ['`git tag v<VERSION>` for <version>', '`git tag v1.4.0` for 1.4.0'],
    ['<version-number>, [version], [Release version], {RELEASE_VERSION}', '1.4.0, 1.4.0, 1.4.0, 1.4.0'],
    ['`./release.sh v[X.Y.Z]`', '`./release.sh v1.4.0`'],
    ['## [X.Y.Z] - soon', '## [1.4.0] - soon'],
    ['`git tag $VERSION $\u007BVERSION}`', '`git tag 1.4.0 1.4.0`'],
    ['`tag %VERSION% VERSION_NUMBER`', '`tag 1.4.0 1.4.0`'],
    ['named `xx.yy.zz`', 'named `1.4.0`'],
    ['See release-1.XX and v1.XX', 'See release-1.4 and v1.4'],
    ['vX.Y.Z, docs/vX.Y.md, then vX.Y+1.0-dev', 'v1.4.0, docs/v1.4.md, then v1.5.0-dev'],
    ['Version: vYYYY.MM.##', 'Version: v1.4.0'],
    ['# Checklist (vX.Y.Z[-rcN]), vX.Y.Z(-rcN), vX.Y.Z-rcN', '# Checklist (v1.4.0), v1.4.0, v1.4.0-rcN'],
    ['From vX.Y.Z+1', 'From v1.4.0'],
  ])('%s', (text, expected) => expect(filled(text)).toBe(expected));

  it('are those of a candidate as a whole', () => {
    expect(filled('vX.Y.Z[-rcN] vX.Y.Z-rcN {VERSION}-rcN', { version: 'v2.0.0-rc.1' })).toBe('v2.0.0-rc.1 v2.0.0-rc.1 2.0.0-rc.1');
  });

  it('stay where they stand for something else', () => {
    for (const text of [
      'Rolling back to v1.y.z',
      'Node 18.17.x',
      'Build x86 on main-0.x',
      '`VERSION=3; echo $VERSION`',
      '$\u007B{ version }}',
      'Update the VERSION file',
      '`<version>1.0</version>`',
      '[version](https://example.org) and [version][v]\n\n[v]: https://example.org',
      '{{version+1}}',
      '<!-- {VERSION} -->',
      '# R\n\n## How to use\n\nReplace {VERSION}.',
    ])
      expect(filled(text), text).toBe(text);
  });

  it('of the version before are filled where it is given or can be told', () => {
    expect(filled('v1.y.z and {PREVIOUS_VERSION}', { previous: 'v1.3.9' })).toBe('v1.3.9 and 1.3.9');
    expect(filled('from vX.Y.Z to vX.Y.Z+1', { version: '1.4.2' })).toBe('from v1.4.1 to v1.4.2');
    expect(made('- [ ] back to v1.y.z').notes).toEqual([
      'Some marks ask for the version before this one, and were left: --set previous=… fills them.',
    ]);
  });

  it('do not mistake v1.x.y for the release where v1.x.x is', () => {
    expect(filled('v1.x.x, hotfix v1.x.y')).toBe('v1.4.0, hotfix v1.x.y');
    expect(filled('Cut v1.x.y')).toBe('Cut v1.4.0');
  });
});

describe('fields', () => {
  it.each([
    ['**Version:** ____', '**Version:** 1.4.0'],
    ['**Version**: ____  \n**Owner**: ____', '**Version**: 1.4.0  \n**Owner**: ____'],
    ['| Field | Value |\n|---|---|\n| Version | TBD |', '| Field | Value |\n|---|---|\n| Version | 1.4.0 |'],
    ['---\nversion:\nowner:\n---\n\n- [ ] x', '---\nversion: "1.4.0"\nowner:\n---\n\n- [ ] x'],
    ['**Version:** 1.0.0', '**Version:** 1.0.0'],
  ])('%j', (text, expected) => expect(filled(text)).toBe(expected));

  it('take further values, and the date only where one is given', () => {
    const text = '**Release manager:** ____\n**Date:** ____\n\nAsk {TEAM}.';
    expect(filled(text)).toBe(text);
    expect(filled(text, { values: { 'release manager': '@release-lead', date: '2026-01-05', team: 'a_b' } })).toBe(
      '**Release manager:** @release-lead\n**Date:** 2026-01-05\n\nAsk a_b.',
    );
  });

  it('leave the date of a signature to who signs', () => {
    const text = '# R\n\n## Sign-off\n\n**Approved by:** ____\n**Date:** ____\n';
    expect(() => filled(text, { values: { date: '2026-01-05' } })).toThrow('Nothing in the template asks for "date".');
  });

  it('refuse a value that has no place', () => {
    expect(() => filled('{TEAM}', { values: { taem: 'x' } })).toThrow(
      't.md: Nothing in the template asks for "taem". Did you mean "team"?',
    );
  });
});

describe('a template that was a record', () => {
  const record = [
    '# Release 1.3.0',
    '',
    '- [x] Tests pass',
    '- [X] Notes written',
    '- [~] Load test (a library has no load)',
    '',
    '## Sign-off',
    '',
    '| Role | Name | Decision | Date |',
    '|---|---|---|---|',
    '| QA | @qa-lead | approved | 2026-01-05 |',
    '| Ops | @ops-lead | pending | |',
    '',
    '**Release manager:** @release-lead',
    '**Date:** 2026-01-05',
    '',
  ].join('\n');

  it('is opened, and says so', () => {
    const { text, notes } = made(record, { examples: ['1.3.0'] });
    expect(text.split('\n').slice(0, 5)).toEqual([
      '# Release 1.4.0',
      '',
      '- [ ] Tests pass',
      '- [ ] Notes written',
      '- [~] Load test (a library has no load)',
    ]);
    expect(text).toContain('| QA |          |          |            |\n| Ops | @ops-lead | pending | |');
    expect(text).toContain('**Release manager:** ____\n**Date:** ____\n');
    expect(notes).toEqual([
      'The template has 2 ticked boxes, as a record has; they were opened.',
      'The template holds sign-offs, as a record does; they were taken out.',
    ]);
  });

  it('stays as it is where that is asked for', () => expect(filled(record, { keepsState: true })).toBe(record));
});

describe('the head', () => {
  const origin = { path: 'docs/t.md', digest: 'sha256:0' };

  it('is added, or merged into front matter, with the line endings of the template', () => {
    expect(filled('# R\r\n', { origin })).toBe(
      '---\r\ntemplate: docs/t.md\r\ntemplate-digest: sha256:0\r\nstatus: draft\r\n---\r\n\r\n# R\r\n',
    );
    expect(filled('---\nname: R\n---\n# R', { origin })).toBe(
      '---\ntemplate: docs/t.md\ntemplate-digest: sha256:0\nstatus: draft\nname: R\n---\n# R',
    );
    expect(filled('---\ntemplate: old.md\nname: R\n---\n# R', { origin })).toBe(
      '---\ntemplate-digest: sha256:0\nstatus: draft\ntemplate: docs/t.md\nname: R\n---\n# R',
    );
  });

  it('keeps a byte order mark in front', () => expect(filled('\uFEFF# R', { origin }).startsWith('\uFEFF---\ntemplate:')).toBe(true));

  it('quotes a path that YAML would misread', () =>
    expect(filled('# R', { origin: { ...origin, path: 'docs/a: b #c.md' } })).toContain('template: "docs/a: b #c.md"\n'));
});

it('refuses what is no version, and bytes that are not UTF-8', () => {
  expect(() => filled('x', { version: 'next' })).toThrow('"next" is not a version');
  expect(() => instantiate(sourceOfBytes('t.md', Uint8Array.of(0xff)), { version: '1.0.0' })).toThrow('not UTF-8');
});

it('tells of commands for another version, and replaces it when told', () => {
  const text = 'x\n`git tag -a v0.5.0`\n`curl v0.5.0.example`\n';
  expect(made(text).notes).toContain('Commands of the template speak of 0.5.0 (line 2), which was left: --replace 0.5.0 puts 1.4.0 there.');
  expect(filled(text, { examples: ['v0.5.0'] })).toBe('x\n`git tag -a v1.4.0`\n`curl v1.4.0.example`\n');
});

const pieces = fc.constantFrom(
  '{VERSION}', 'vX.Y.Z', '<version>', '[version]', '[X.Y.Z]', '- [x] ', '- [ ] ', '* [X] a', '\n', '\r\n', '`', '```', '**Version:** ____', '| Role | Name | Date |',
  '|---|---|---|', '| QA | @a | 2026-01-05 |', '---', '# Sign-off', '# Usage', 'template: x', '<!--', '-->', ' ', 'text', '$VERSION', 'v1.x.x', '+1', 'é', '\u{1F600}', '\\',
); // biome-ignore format: one list

describe('whatever the template', () => {
  it('changes nothing outside its splices, always in the same way', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.boolean(), (parts, bom) => {
        const source = sourceOfText('t.md', `${bom ? '\uFEFF' : ''}${parts.join('')}`);
        const instance = { version: '1.4.0', origin: { path: 't.md', digest: 'sha256:0' } };
        const { splices, text } = instantiate(source, instance);
        expect(applySplices(source, splices)).toBe(text);
        expect(instantiate(source, instance).text).toBe(text);
        const restored = [...splices].sort((a, b) => b.start - a.start || b.end - a.end);
        let shift = splices.reduce((sum, splice) => sum + splice.text.length - (splice.end - splice.start), 0);
        let back = bom ? text.slice(1) : text;
        for (const splice of restored) {
          shift -= splice.text.length - (splice.end - splice.start);
          const at = splice.start + shift;
          expect(back.slice(at, at + splice.text.length)).toBe(splice.text);
          back = back.slice(0, at) + source.text.slice(splice.start, splice.end) + back.slice(at + splice.text.length);
        }
        expect(back).toBe(source.text);
      }),
      { numRuns: 150 },
    );
  });
});

const versionMark = /X\.Y\.Z|\d\.x\.x|\d\.XX|xx\.yy|\{\{?\s*version\s*\}|<version[^>]*>|\[version\]/i;

describe.skipIf(!hasShared)('documents of others (needs the corpus)', () => {
  const paths = [...corpusPaths().filter((path) => path.includes('/checklists/')), ...seedPaths()];

  it.each(['1.4.0', '2.0.0-rc.1', '2026.1'])(
    'become records of %s that cover their templates, with no mark of a version left',
    async (version) => {
      const files = paths.flatMap((from, index) => {
        const [path, bytes] = [`docs/t${index}.md`, sharedBytes(from)];
        const { text } = instantiate(sourceOfBytes(path, bytes), { version, origin: { path, digest: contentDigest(bytes) } });
        return [[path, bytes] as const, [`docs/r${index}.md`, text] as const];
      });
      const { report } = await checkFiles(Object.fromEntries(files), { paths: ['docs/r*.md'], kind: 'checklist' });
      const found = (rules: RegExp): string[] =>
        report.findings.filter(({ rule }) => rules.test(rule)).map(({ rule, message, place }) => `${place.path} ${rule}: ${message}`);
      expect(found(/open-items/).length).toBeGreaterThan(100);
      expect(found(/placeholder-left/).filter((message) => versionMark.test(message))).toEqual([]);
      expect(found(/missing-(?:item|section|answer)|renamed-item|unknown-item|unknown-template|template-changed/)).toEqual([]);
    },
  );
});
