/** Checks documents in memory, as the command line would. */
import { configOf, loadConfig } from '../src/config/config.ts';
import { parseData } from '../src/data/data-file.ts';
import { type Checked, check } from '../src/flows/check.ts';
import type { KindName } from '../src/model/document.ts';
import type { Finding } from '../src/model/finding.ts';
import { memoryTree } from '../src/tree/memory.ts';

export const now = '2026-01-10T12:00:00.000Z';

export interface Setup {
  readonly paths?: readonly string[];
  readonly kind?: KindName;
  readonly config?: string;
  readonly policies?: readonly string[];
  readonly asOf?: string;
}

export const checkFiles = async (files: Readonly<Record<string, string | Uint8Array>>, setup: Setup = {}): Promise<Checked> => {
  const tree = memoryTree(files);
  const config = setup.config === undefined ? await loadConfig(tree) : await configOf(parseData('docgate.config.yaml', setup.config));
  return check({
    tree,
    config,
    paths: setup.paths ?? [],
    policies: setup.policies ?? [],
    now: setup.asOf ?? now,
    tool: { name: 'docgate', version: '0' },
    ...(setup.kind && { kind: setup.kind }),
  });
};

/** The findings of one document. */
export const findingsOf = async (text: string | Uint8Array, kind: KindName, path = 'docs/document.md'): Promise<readonly Finding[]> =>
  (await checkFiles({ [path]: text }, { paths: [path], kind })).report.findings;

export const rulesOf = (findings: readonly Finding[]): string[] => findings.map(({ rule }) => rule);
