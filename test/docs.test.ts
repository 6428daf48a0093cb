/** Generated documents are fresh; the project's own documents pass their own policies. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { docgate, repositoryFolder } from './cli/run.ts';

describe('the documents', () => {
  it('that code can know are fresh', () => {
    const { status, stderr } = spawnSync(process.execPath, ['test/tooling/docs.mjs', '--check'], {
      cwd: repositoryFolder,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('have no broken links and can be read', () => {
    const report = JSON.parse(docgate(['check', 'README.md', 'docs/*.md', 'docs/kinds', '--policy', 'document', '-f', 'json']).stdout);
    expect(
      report.findings.map(
        ({ path, start, message }: { path: string; start: { line: number }; message: string }) => `${path}:${start.line} ${message}`,
      ),
    ).toEqual([]);
  });
});
