/** What a history tells is what the contexts of its templates take, so that neither drifts from the other. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';
import { checkData } from '../../src/data/check-data.ts';
import { schemaValidator } from '../../src/data/validator.ts';
import type { ReleaseHistory } from '../../src/flows/changelog.ts';
import { collectNotes, type Notes, pullRequestContext } from '../../src/flows/notes.ts';
import type { ContextName } from '../../src/generate/templates.ts';
import type { Change } from '../../src/model/changes.ts';
import { memoryTree } from '../../src/tree/memory.ts';
import { newest, newStory, type Story, told } from '../changes/story.ts';
import { generated, schemaNamed } from '../generate/contexts.ts';
import { isolated } from '../tree/sandbox.ts';

const files = {
  'changelog.d/12.added.md': 'Orders can be **exported**\n\nas CSV.\n',
  'changelog.d/prices.removed!.md': 'Prices in two currencies',
};

/** Everything that a change can have. */
const full = (): Story => {
  const story = newStory();
  story.commit('feat: begin');
  story.tag('v1.0.0', undefined, Date.UTC(2024, 0, 2) / 1000);
  story.commit('feat(cart)!: keep the order (#3)\n\nBREAKING CHANGE: one\n\ntwo\n\nCloses #30, other/repo#31');
  story.commit('fix: round once\n\nRefs: https://github.com/example/widgets/issues/8', { author: 'Dev Two <two@example.org>' });
  story.commit('Just text');
  return story;
};

const valid = (name: ContextName, context: unknown): void => {
  const value: unknown = JSON.parse(JSON.stringify(context));
  checkData({ path: name, value, locate: (at) => `${name}${at}`, locateKey: (at) => `${name}${at}` }, schemaValidator(schemaNamed(name)));
};

describe('a history told', () => {
  let [story, history, notes] = [undefined, undefined, undefined] as [Story?, ReleaseHistory?, Notes?];
  beforeAll(async () => {
    story = full();
    history = await told(story, { files, contributors: true });
    notes = await collectNotes({
      root: story.root,
      env: isolated,
      tree: memoryTree(files),
      config: await loadConfig(memoryTree(files)),
      now: '2026-01-10T12:00:00.000Z',
      version: '2.0.0',
      told: { highlights: [] },
    });
  });
  afterAll(() => rmSync(story?.root ?? '', { recursive: true, force: true }));

  it('holds every property that a change can have', () => {
    const { groups, unclassified = [] } = newest(history as ReleaseHistory);
    const properties = [...groups.flatMap(({ changes }) => changes), ...unclassified].flatMap((change: Change) => Object.keys(change));
    // What an entry names is for the configuration to say.
    expect(new Set([...properties, 'namesCommit'])).toEqual(
      new Set(Object.keys((schemaNamed('changelog')['$defs'] as { change: { properties: object } }).change.properties)),
    );
  });

  it('is a context of changelog-section, release by release', () => {
    for (const release of history?.releases ?? []) valid('changelog', { ...release, links: [] });
    expect(history?.releases).toHaveLength(2);
  });

  it('is a context of release-notes and pull-request', async () => {
    const { context } = notes as Notes;
    valid('release-notes', context);
    valid('pull-request', pullRequestContext(notes as Notes));
    expect((await generated('release-notes', context)).text).toContain('round once');
    expect((await generated('pull-request', pullRequestContext(notes as Notes))).text).toContain('round once');
  });

  it('has one form of a change in all of them', () => {
    const [changelog, ...others] = (['changelog', 'release-notes', 'pull-request'] as const).map(
      (name) => schemaNamed(name)['$defs'] as { change: object },
    );
    for (const { change } of others) expect(change).toEqual(changelog?.change);
  });
});
