/** The stages of the project's promotion document, as checklists of a release. */
import { posix } from 'node:path';
import { contentDigest } from '../facts/digest.ts';
import { slugOf } from '../generate/slug.ts';
import { type Stage, stageChecklist, stageName } from '../generate/stage-checklist.ts';
import { readDocument } from '../kinds/index.ts';
import { sourceOfBytes } from '../model/source.ts';
import type { ScaffoldPlace } from './scaffold-incident.ts';
import type { Part } from './scaffold-part.ts';
import { documentsOfKind } from './scaffold-paths.ts';

export interface Pipeline {
  readonly path: string;
  readonly digest: string;
  readonly stages: readonly Stage[];
}

interface StageModel {
  readonly title: string;
  readonly from?: string;
  readonly to?: string;
  readonly trigger?: string;
  readonly requirements: readonly { readonly text: string }[];
}

/** The stages of the first promotion document that has any with requirements. */
export const pipelineOf = async ({ tree, config }: ScaffoldPlace): Promise<Pipeline | undefined> => {
  for (const path of await documentsOfKind(tree, config, 'promotion')) {
    const bytes = await tree.read(path);
    if (bytes === undefined) continue;
    const { stages = [] } = readDocument(sourceOfBytes(path, bytes), 'promotion').data as { readonly stages?: readonly StageModel[] };
    const asking = stages
      .filter(({ requirements }) => requirements.length > 0)
      .map(({ requirements, ...stage }): Stage => ({ ...stage, requirements: requirements.map(({ text }) => text) }));
    if (asking.length > 0) return { path, digest: contentDigest(bytes), stages: asking };
  }
  return undefined;
};

/** One checklist per stage. */
export const stageChecklists = (pipeline: Pipeline, version: string, folder: string): Part => ({
  artifacts: pipeline.stages.map((stage) => ({
    path: posix.join(folder, `checklist-${slugOf(stageName(stage)) || 'stage'}.md`),
    text: stageChecklist({ version, stage, source: pipeline }),
    before: undefined,
  })),
  notes: [],
  context: { stages: pipeline.stages, source: pipeline.path },
});
