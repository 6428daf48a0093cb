/** The bundle that is checked in: fresh, self-contained, free of traces of the machine that built it. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryFolder } from '../cli/run.ts';
import { folder, write } from '../tree/sandbox.ts';
import { bundle, runStep } from './run.ts';

const checkedIn = join(repositoryFolder, '.github/action');

describe('the bundle of the Action', () => {
  it.each(['index.mjs', 'LICENSES.txt'])('%s is fresh: "npm run build:action" would not change it', (name) => {
    const rebuilt = folder();
    execFileSync(process.execPath, ['test/tooling/build-action.mjs', rebuilt], { cwd: repositoryFolder });
    expect(readFileSync(join(rebuilt, name)).equals(readFileSync(join(checkedIn, name)))).toBe(true);
  });

  it('names no folder of the machine that built it', () => {
    expect(readFileSync(bundle, 'utf8')).not.toContain(repositoryFolder);
    expect(readFileSync(bundle, 'utf8')).not.toMatch(/node_modules\/[\w@]/);
  });

  it('runs alone: no package and no shipped file lies beside it', () => {
    const [lonely, cwd] = [folder(), folder()];
    copyFileSync(bundle, join(lonely, 'index.mjs'));
    write(cwd, {
      'docs/approvals.md':
        '# Approvals\n\n| Role | Name | Decision | Date |\n|---|---|---|---|\n| QA | @qa-lead | approved | 2026-01-05 |\n',
      'docs/incidents/INCIDENT-0001-x.md': '# Incident\n\n## Timeline\n\nNothing.\n',
      'CHANGELOG.md': '# Changelog\n\n## [Unreleased]\n\n### Bugfixes\n\n- One.\n',
    });
    const { code, outputs, log, stderr } = runStep({ cwd, file: join(lonely, 'index.mjs') });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(outputs).toMatchObject({ verdict: 'fail', files: '3' });
    expect(log).toContain('incident/missing-field');
  });

  it('names every package that it holds, with its licence', () => {
    const text = readFileSync(join(checkedIn, 'LICENSES.txt'), 'utf8');
    for (const name of ['ajv', 'remark-parse', 'unified', 'yaml', 'glob', 'minimatch'])
      expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(text).toContain('MIT');
  });
});
