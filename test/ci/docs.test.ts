/** The pages about CI show what is so: their files are valid, their tables complete, their job the one that ships. */
import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { outputNames } from '../../src/action/outputs.ts';
import { formatNames } from '../../src/report/index.ts';
import { folder, write } from '../tree/sandbox.ts';
import { runWorkflowStep, stepsOf, textOf, usesDocgate, type Workflow } from './workflows.ts';

const blocksOf = (path: string): string[] => [...textOf(path).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '');

// The first cells of a table whose heading starts with this word.
const firstCells = (path: string, heading: string): string[] =>
  (new RegExp(`^\\| ${heading} .*\\n\\| -.*\\n((?:\\|.*\\n)+)`, 'm').exec(textOf(path))?.[1] ?? '')
    .trimEnd()
    .split('\n')
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));

const schemaFile = new URL('../../../shared/data/github-workflow.json', import.meta.url);

describe('docs/github.md', () => {
  const workflow: Workflow = parse(blocksOf('docs/github.md')[0] ?? '');

  it.skipIf(!existsSync(schemaFile))('shows a valid workflow (needs ../shared/data)', () => {
    const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
    expect(validate(parse(blocksOf('docs/github.md')[0] ?? ''))).toBe(true);
  });

  it('shows a step that runs', () => {
    const cwd = folder();
    const draft = '---\nstatus: draft\n---\n\n# Release checklist\n\n- [ ] Rollback tested\n';
    write(cwd, { 'docs/releases/checklist.md': draft, 'CHANGELOG.md': '# Changelog\n\n## [1.0.0] - 2026-01-05\n\n### Added\n\n- All.\n' });
    const [step] = stepsOf(workflow).filter(usesDocgate);
    expect(runWorkflowStep(step ?? {}, cwd)).toMatchObject({ outputs: { files: '2', verdict: 'pending' } });
  });

  it('lists every input with its default, and every output', () => {
    const { inputs } = parse(textOf('action.yml')) as { inputs: Record<string, { default?: string }> };
    const rows = [...textOf('docs/github.md').matchAll(/^\| `([\w-]+)` +\| +(?:`(\w+)`)? +\|/gm)].map(
      ([, name, value]) => `${name} ${value ?? ''}`,
    );
    expect(rows).toEqual(Object.entries(inputs).map(([name, input]) => `${name} ${input.default ?? ''}`));
    expect(firstCells('docs/github.md', 'output')).toEqual([...outputNames]);
  });
});

describe('docs/gitlab.md', () => {
  it('shows the job that ships', () => {
    expect(parse(blocksOf('docs/gitlab.md')[0] ?? '')).toEqual(parse(textOf('templates/ci/gitlab.yml')));
  });
});

describe('docs/ci.md', () => {
  it('lists every format', () => {
    expect(firstCells('docs/ci.md', 'format')).toEqual([...formatNames]);
  });
});
