/** Real documents: nothing throws, no task is lost or invented, every model satisfies its schema. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { kinds, readDocument } from '../../src/kinds/index.ts';
import { kindNames, placesOf } from '../../src/model/document.ts';
import { sourceOfBytes } from '../../src/model/source.ts';
import { countBoxes } from '../independent-count.ts';
import { corpusPaths, hasShared, seedPaths, sharedBytes } from '../shared.ts';

const paths = [...corpusPaths(), ...seedPaths()];
const ajv = new Ajv2020({ strict: false, allErrors: true });
const validators = Object.fromEntries(kindNames.map((name) => [name, ajv.compile(kinds[name].schema)]));

const gfm = (tasks: readonly { readonly box: string }[]): number => tasks.filter(({ box }) => /^\[[ \txX\r\n]\]$/.test(box)).length;

/** Counts that INDEX.tsv states in its descriptions. */
const stated: readonly (readonly [string, number])[] = [
  ['checklists/ipfs__kubo__docs-RELEASE_CHECKLIST.md', 73],
  ['checklists/ipfs__kubo__docs-release-checklist.md', 9],
  ['checklists/kubernetes__sig-release__.github-ISSUE_TEMPLATE-release-comms-subteam-progress.md', 94],
  ['checklists/kubernetes__sig-release__.github-ISSUE_TEMPLATE-release-team-lead-progress.md', 112],
  ['approvals/advancia-platform__modular-saas-platform__QA_SIGNOFF_v1.2.0.md', 19],
  ['checklists/advancia-platform__modular-saas-platform__STAGING_DEPLOYMENT_CHECKLIST.md', 0],
];

describe.skipIf(!hasShared)('the corpus (shared/corpus)', () => {
  it.each(paths)('%s', (path) => {
    const source = sourceOfBytes(path, sharedBytes(path));
    const document = readDocument(source);
    const tasks = document.data['tasks'] as readonly { readonly box: string; readonly state: string }[];
    expect(gfm(tasks)).toBe(countBoxes(source.text).length);
    const validate = validators[document.kind];
    expect(validate?.(document.data), JSON.stringify(validate?.errors?.slice(0, 3))).toBe(true);
    for (const place of Object.values(placesOf(document))) {
      expect(place.start.offset).toBeLessThanOrEqual(place.end.offset);
      expect(place.end.offset).toBeLessThanOrEqual(source.text.length);
    }
  });

  it.each(stated)('%s holds the number of boxes that its description states', (path, count) => {
    const { data } = readDocument(sourceOfBytes(path, sharedBytes(`corpus/${path}`)));
    expect(data['tasks']).toHaveLength(count);
  });

  it('every kind can read every document', () => {
    for (const path of paths) {
      const source = sourceOfBytes(path, sharedBytes(path));
      for (const kind of kindNames) expect(readDocument(source, kind).kind).toBe(kind);
    }
  }, 300_000);
});
