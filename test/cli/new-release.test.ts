/** `docgate new release`, `checklist`, `hotfix`, `approvals`, `policy`. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasShared, seedPaths, sharedBytes } from '../shared.ts';
import { folder, isolated, write } from '../tree/sandbox.ts';
import { docgate, repositoryFolder } from './run.ts';

const shop = (): string => {
  const root = folder();
  cpSync(join(repositoryFolder, 'docs/examples/webshop'), root, { recursive: true });
  return root;
};

const text = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

const replaceIn = (root: string, path: string, changes: readonly (readonly [string | RegExp, string])[]): void =>
  writeFileSync(
    join(root, path),
    changes.reduce((all, [from, to]) => all.replaceAll(from, to), text(root, path)),
  );

const rules = (root: string, ...paths: string[]): string[] => {
  const { stdout } = docgate(['check', ...paths, '--format', 'json', '--no-git', '--as-of', '2026-03-01T12:00:00Z'], { cwd: root });
  return (JSON.parse(stdout) as { findings: { rule: string; severity: string; start: { line: number } }[] }).findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, start }) => `${start.line} ${rule}`);
};

const approvers = { Engineering: '@eng-lead', QA: '@qa-lead', Operations: '@ops-lead' } as const;

const signed = (root: string, path: string): void =>
  replaceIn(
    root,
    path,
    Object.entries(approvers).map(
      ([role, person]) => [`| ${role} | ____ | pending | ____ |`, `| ${role} | ${person} | approved | 2026-02-28 |`] as const,
    ),
  );

const draftLine = '  Status: Draft. What is open is pending until the status says Complete; deadlines count at once.\n';

// A draft's open items are only pending.
const completed = (root: string, ...paths: string[]): void => {
  for (const path of paths) replaceIn(root, path, [[/^(\*\*Status:\*\*|status:) draft/gim, '$1 complete']]);
};

describe('docgate new release', () => {
  it("makes a record of the project's checklist and asks the roles of its rules", () => {
    const root = shop();
    const { code, stdout, stderr } = docgate(['new', 'release', 'v1.5.0'], { cwd: root });
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: `docs/releases/1.5.0/checklist.md: created\ndocs/releases/1.5.0/approvals.md: created\n${draftLine}`,
      stderr: '',
    });
    const template = text(root, 'docs/templates/release-checklist.md');
    const record = text(root, 'docs/releases/1.5.0/checklist.md');
    expect(record).toMatch(
      /^---\ntemplate: docs\/templates\/release-checklist\.md\ntemplate-digest: sha256:[0-9a-f]{64}\nstatus: draft\n---\n\n/,
    );
    expect(record.replace(/^---\n[\s\S]*?\n---\n\n/, '')).toBe(template.replaceAll('{VERSION}', '1.5.0'));
    expect(text(root, 'docs/releases/1.5.0/approvals.md').match(/^\| (?!Role)(\w+)/gm)).toEqual(['| Engineering', '| QA', '| Operations']);
  });

  it('fails the check line by line until the release is done', () => {
    const root = shop();
    docgate(['new', 'release', '1.5.0'], { cwd: root });
    const [checklist, approvals] = ['docs/releases/1.5.0/checklist.md', 'docs/releases/1.5.0/approvals.md'];
    completed(root, checklist, approvals);
    const open = text(root, checklist)
      .split('\n')
      .flatMap((line, index) => (/- \[ \] (?!\(Optional\))|____/.test(line) ? [index + 1] : []));
    const found = new Set(rules(root, checklist).map((line) => Number(line.split(' ')[0])));
    expect([...found].sort((a, b) => a - b)).toEqual(open);
    replaceIn(root, checklist, [
      ['- [ ]', '- [x]'],
      ['**Release manager:** ____', '**Release manager:** @release-lead'],
      ['**Date:** ____', '**Date:** 2026-02-28'],
    ]);
    expect(rules(root, checklist)).toEqual([]);
    expect(rules(root, approvals).filter((rule) => rule.endsWith('undecided'))).toHaveLength(3);
    signed(root, approvals);
    expect(rules(root, checklist, approvals)).toEqual([]);
    replaceIn(root, checklist, [[/^- \[x\] All planned.*\n/gm, '']]);
    expect(rules(root, checklist)).toEqual([expect.stringContaining('checklist/missing-item')]);
  });

  it("starts a project without a checklist with one of docgate's own", () => {
    const root = folder();
    write(root, { 'README.md': '# App\n' });
    const first = docgate(['new', 'release', '1.0.0', '--set', 'commands.test=npm test', '--set', 'release manager=@release-lead'], {
      cwd: root,
    });
    expect(first.code, first.stderr).toBe(0);
    expect(first.stdout.split('\n').slice(0, 3)).toEqual([
      'docs/templates/release-checklist.md: created',
      'docs/releases/1.0.0/checklist.md: created',
      'docs/releases/1.0.0/approvals.md: created',
    ]);
    expect(first.stderr).toContain('docs/templates/release-checklist.md is yours from now on');
    expect(text(root, 'docs/templates/release-checklist.md')).toContain('# Release {VERSION} checklist');
    const record = text(root, 'docs/releases/1.0.0/checklist.md');
    expect(record).toContain('All tests pass: `npm test`');
    expect(record).toContain('**Release manager:** @release-lead');
    expect(record).not.toContain('{VERSION}');
    expect(rules(root).filter((rule) => /missing-item|renamed|template/.test(rule))).toEqual([]);
    replaceIn(root, 'docs/releases/1.0.0/checklist.md', [[/^.*id: backup.*\n/gm, '']]);
    expect(rules(root)).toContainEqual(expect.stringContaining('checklist/missing-item'));
    expect(docgate(['new', 'release', '1.1.0'], { cwd: root }).stdout).not.toContain('templates');
  });

  it('makes one checklist per stage of the promotion document', () => {
    const root = shop();
    const { stdout, stderr } = docgate(['new', 'release', '1.5.0', '--stages'], { cwd: root });
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'docs/releases/1.5.0/checklist-staging.md: created',
      'docs/releases/1.5.0/checklist-canary.md: created',
      'docs/releases/1.5.0/checklist-production.md: created',
    ]);
    expect(stderr).toContain('checklist-staging.md is not among the documents of the configuration');
    expect(text(root, 'docs/releases/1.5.0/checklist-canary.md').replace(/sha256:\w+/, 'sha256:…')).toBe(
      [
        '---',
        'source: docs/release-promotion.md',
        'source-digest: sha256:…',
        'status: draft',
        '---',
        '',
        '# Release 1.5.0: Staging → Canary',
        '',
        '**Version:** 1.5.0  ',
        '**From:** Staging  ',
        '**To:** Canary  ',
        '**Trigger:** approval of the release manager',
        '',
        '## Requirements',
        '',
        '- [ ] End-to-end tests pass',
        '- [ ] Staging stable for at least 2 hours',
        '',
      ].join('\n'),
    );
    expect(rules(root, 'docs/releases/1.5.0/checklist-canary.md')).toEqual(['16 checklist/open-items', '17 checklist/open-items']);
  });

  it('takes links and code of the stages over, led to where they led', () => {
    const root = folder();
    const stages = [
      '# Promotion',
      '',
      '## Staging → Canary',
      '',
      'Requirements:',
      '',
      '- [The runbook](runbook.md#start "t") is read, and [what is above](#promotion)',
      '- `npm test <suite>` passes\n  on [all branches][b] and ![i](img/x.png)',
      '- [ ] **Boxed**, see [none](none.md)',
      '- \\[literal](runbook.md) stays <!-- id: lit -->',
      '',
      '[b]: ../branches.md',
      '[unused]: runbook.md',
      '',
    ].join('\n');
    write(root, {
      'docs/release-promotion.md': stages,
      'docs/runbook.md': '# Start\n',
      'docs/img/x.png': '',
      'branches.md': '',
    });
    const made = docgate(['new', 'release', '1.5.0', '--stages'], { cwd: root });
    expect(made.code, made.stderr).toBe(0);
    expect(text(root, 'docs/releases/1.5.0/checklist-canary.md').split('\n').slice(12)).toEqual([
      '## Requirements',
      '',
      '- [ ] [The runbook](../../runbook.md#start "t") is read, and [what is above](../../release-promotion.md#promotion)',
      '- [ ] `npm test <suite>` passes on [all branches][b] and ![i](../../img/x.png)',
      '- [ ] **Boxed**, see [none](none.md)',
      '- [ ] \\[literal](runbook.md) stays <!-- id: lit -->',
      '',
      '[b]: ../../../branches.md',
      '',
    ]);
    const links = docgate(['check', 'docs/releases/1.5.0/checklist-canary.md', '--format', 'json'], { cwd: root });
    expect(JSON.parse(links.stdout).findings.filter(({ rule }: { rule: string }) => /link|unreadable/.test(rule))).toMatchObject([
      { message: expect.stringContaining('none.md') },
    ]);
  });

  it('does so by itself where there is a promotion document and no checklist', () => {
    const root = folder();
    write(root, { 'docs/release-promotion.md': text(shop(), 'docs/release-promotion.md').replace(/^See .*$/m, '') });
    expect(docgate(['new', 'release', '1.5.0'], { cwd: root }).stdout).toContain('docs/releases/1.5.0/checklist-production.md: created');
  });

  it('writes everything or nothing, and never over a file', () => {
    const root = shop();
    write(root, { 'docs/releases/1.5.0/approvals.md': 'mine' });
    const { code, stderr } = docgate(['new', 'release', '1.5.0'], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toBe(
      'docgate: docs/releases/1.5.0/approvals.md: There is such a file already, and it is not overwritten. Nothing was written.\n',
    );
    expect(readdirSync(join(root, 'docs/releases/1.5.0'))).toEqual(['approvals.md']);
  });

  it('prints a change that git applies to the same result, or the context', () => {
    const [root, other] = [shop(), shop()];
    const { stdout } = docgate(['new', 'release', '1.5.0', '--dry-run'], { cwd: root });
    expect(existsSync(join(root, 'docs/releases/1.5.0'))).toBe(false);
    execFileSync('git', ['apply', '-'], { cwd: root, input: stdout, env: { ...isolated } });
    docgate(['new', 'release', '1.5.0'], { cwd: other });
    for (const name of ['checklist.md', 'approvals.md'])
      expect(text(root, `docs/releases/1.5.0/${name}`)).toBe(text(other, `docs/releases/1.5.0/${name}`));
    expect(JSON.parse(docgate(['new', 'release', '1.6.0', '--json'], { cwd: root }).stdout)).toMatchObject({
      version: '1.6.0',
      folder: 'docs/releases/1.6.0',
      checklist: { template: 'docs/templates/release-checklist.md' },
      approvals: { roles: [{ role: 'Engineering' }, { role: 'QA' }, { role: 'Operations' }] },
    });
  });

  it.each([
    [['release'], 'A new release needs a version'],
    [['release', 'next'], '"next" is not a version'],
    [['release', '1.0.0/../../x'], 'is not a version'],
    [['release', '1.0.0+../../x'], 'is not a version'],
    [['release', '1.5.0', '--version', '1.6.0'], 'are two versions'],
    [['checklist', '--version', '1.5.0', '--from', 'docs/none.md'], 'docs/none.md: There is no such file'],
    [['checklist', '--version', '1.5.0', '--from', '../x.md'], 'outside of what docgate reads'],
    [['checklist', '--version', '1.5.0', '--set', 'relase manager=x'], 'Nothing in the template asks for "relase manager". Did you mean'],
    [['release', '1.5.0', '--kind', 'checklist'], '--kind says nothing about a new release; it belongs to: policy.'],
    [['relase', '1.5.0'], 'There is no template "relase". Did you mean "release"?'],
    [['policy', 'House Rules', '--kind', 'checklist'], 'is not a name for a policy'],
    [['policy', 'house', '--kind', 'checklst'], 'There is no kind "checklst". Did you mean "checklist"?'],
    [['policy', 'checklist', '--kind', 'checklist'], 'is the name of a shipped policy'],
  ])('refuses %j', (args, message) => {
    const { code, stdout, stderr } = docgate(['new', ...args], { cwd: shop() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it.each(['1.5.0-rc.1', '2026.1', 'v2.0.0'])('takes %s', (version) =>
    expect(docgate(['new', 'checklist', '--version', version], { cwd: shop() }).stdout).toContain(
      `docs/releases/${version.replace(/^v/, '')}/checklist.md: created`,
    ),
  );
});

describe('docgate new checklist', () => {
  it('makes a record of any file, anywhere', () => {
    const root = folder();
    write(root, { 'docs/RELEASE-CHECKLIST.md': '\uFEFF# vX.Y.Z\r\n\r\n- [x] Tag `v1.x.x`\r\n' });
    const { stdout, stderr } = docgate(['new', 'checklist', '--from', 'RELEASE-CHECKLIST.md', '--version', '1.4.0', '--to', 'x/r.md'], {
      cwd: join(root, 'docs'),
    });
    expect(stdout).toBe(`x/r.md: created\n${draftLine}`);
    expect(stderr).toContain('The template has 1 ticked box, as a record has; they were opened.');
    expect(text(root, 'docs/x/r.md')).toMatch(
      /^\uFEFF---\r\ntemplate: RELEASE-CHECKLIST\.md\r\n.*\r\nstatus: draft\r\n---\r\n\r\n# v1\.4\.0\r\n\r\n- \[ \] Tag `v1\.4\.0`\r\n$/,
    );
  });

  it('leads the links of the template to where they led', () => {
    const root = folder();
    write(root, {
      'docs/ROLLBACK.md': '# Rollback\n',
      'docs/RELEASE-CHECKLIST.md':
        '# {VERSION}\n\n- [ ] Read [rollback](ROLLBACK.md#rollback)\n- [ ] See [`{VERSION}`](x/{VERSION}.md), [no](none.md)\n',
      'docs/x/1.4.0.md': '# Notes\n',
    });
    docgate(['new', 'checklist', '--from', 'docs/RELEASE-CHECKLIST.md', '--version', '1.4.0'], { cwd: root });
    const record = 'docs/releases/1.4.0/checklist.md';
    expect(text(root, record)).toContain('[rollback](../../ROLLBACK.md#rollback)');
    expect(text(root, record)).toContain('[`1.4.0`](../../x/1.4.0.md), [no](none.md)');
    const { findings } = JSON.parse(docgate(['check', record, '--format', 'json', '--no-git'], { cwd: root }).stdout) as {
      findings: { rule: string; message: string }[];
    };
    const told = findings.filter(({ rule, message }) => /link|missing-item|renamed-item/.test(rule) || message.includes('nowhere'));
    expect(told.map(({ message }) => /"([^"]+\.md)"/.exec(message)?.[1])).toEqual(['none.md']);
  });

  it('tells which template the configuration holds the record to', () => {
    const root = shop();
    write(root, { 'docs/other.md': '# {VERSION}\n\n- [ ] x\n' });
    expect(docgate(['new', 'checklist', '--from', 'docs/other.md', '--version', '1.5.0'], { cwd: root }).stderr).toContain(
      'The configuration holds this record to docs/templates/release-checklist.md, not to docs/other.md.',
    );
  });

  it.skipIf(!hasShared).each(seedPaths())('takes %s (needs the seeds)', (path) => {
    const root = folder();
    write(root, { 'docs/RELEASE-CHECKLIST.md': sharedBytes(path) });
    const statesStatus = /^\*\*Status:\*\*/m.test(Buffer.from(sharedBytes(path)).toString('utf8').split('\n## ')[0] ?? '');
    const { code, stdout } = docgate(['new', 'checklist', '--from', 'docs/RELEASE-CHECKLIST.md', '--version', '1.4.0'], { cwd: root });
    expect({ code, stdout }).toEqual({ code: 0, stdout: `docs/releases/1.4.0/checklist.md: created\n${statesStatus ? '' : draftLine}` });
    const record = text(root, 'docs/releases/1.4.0/checklist.md');
    const lines = record.replace(/^---\n[\s\S]*?\n---\n\n/, '').split('\n');
    const before = Buffer.from(sharedBytes(path)).toString('utf8').split('\n');
    expect(lines).toHaveLength(before.length);
    for (const [index, line] of lines.entries()) if (line !== before[index]) expect(line).toContain('1.4.0');
  });
});

describe('docgate new hotfix', () => {
  it('asks for two approvers and leaves the checklist of the release alone', () => {
    const root = folder();
    const { stdout } = docgate(['new', 'hotfix', '1.4.1', '--set', 'previous=1.4.0'], { cwd: root });
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'docs/templates/hotfix-checklist.md: created',
      'docs/releases/1.4.1/hotfix-checklist.md: created',
      'docs/releases/1.4.1/approvals.md: created',
    ]);
    expect(text(root, 'docs/releases/1.4.1/hotfix-checklist.md')).toContain('git switch -c hotfix/v1.4.1 v1.4.0');
    expect(text(root, 'docs/releases/1.4.1/approvals.md')).toMatch(/\| First approver \|[\s\S]*\| Second approver \|/);
    expect(rules(root).filter((rule) => /missing-|renamed|template/.test(rule))).toEqual([]);
  });
});

describe('docgate new approvals and policy', () => {
  it('make what the check reads', () => {
    const root = shop();
    expect(docgate(['new', 'approvals', '1.5.0'], { cwd: root }).stdout).toBe(`docs/releases/1.5.0/approvals.md: created\n${draftLine}`);
    signed(root, 'docs/releases/1.5.0/approvals.md');
    expect(rules(root, 'docs/releases/1.5.0/approvals.md')).toEqual([]);
    const made = docgate(['new', 'policy', 'house-rules', '--kind', 'checklist'], { cwd: root });
    expect(made.stderr).toContain('List policies/house-rules.policy.yaml under "policies" in the configuration');
    const text = readFileSync(join(root, 'policies/house-rules.policy.yaml'), 'utf8');
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=https://unpkg.com/docgate/schemas/policy.schema.json');
    const checked = docgate(['check', 'docs/releases/1.4.0/checklist.md', '--policy', 'policies/house-rules.policy.yaml'], { cwd: root });
    expect(checked.stdout).toContain('house-rules/missing-owner');
  });

  it('name the schema as init does, from where the policy stands', () => {
    const root = shop();
    writeFileSync(join(root, 'package.json'), '{}');
    const first = (to: string): string | undefined => {
      docgate(['new', 'policy', 'house-rules', '--kind', 'checklist', '--to', to], { cwd: root });
      return readFileSync(join(root, to), 'utf8').split('\n')[0];
    };
    expect(first('rules.yaml')).toBe('# yaml-language-server: $schema=node_modules/docgate/schemas/policy.schema.json');
    expect(first('a/b/rules.yaml')).toBe('# yaml-language-server: $schema=../../node_modules/docgate/schemas/policy.schema.json');
  });
});
