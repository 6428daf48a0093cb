/** The stages of the project's promotion document, as checklists of a release. */
import { posix } from 'node:path';
import { contentDigest } from '../facts/digest.ts';
import { slugOf } from '../generate/slug.ts';
import { type Stage, type StageChecklist, stageChecklist, stageName } from '../generate/stage-checklist.ts';
import { stagesIn } from '../generate/stages.ts';
import { readDocument } from '../kinds/index.ts';
import { outlineOf } from '../markdown/outline.ts';
import type { Artifact } from '../model/artifact.ts';
import { sourceOfBytes } from '../model/source.ts';
import type { Tree } from '../tree/tree.ts';
import { ledOn } from './led-on.ts';
import type { ScaffoldPlace } from './scaffold-incident.ts';
import type { Part } from './scaffold-part.ts';
import { documentsOfKind } from './scaffold-paths.ts';

export interface Pipeline {
  readonly path: string;
  readonly digest: string;
  readonly stages: readonly Stage[];
}

export interface StagesOrder {
  readonly version: string;
  /** Where the checklists go. */
  readonly folder: string;
}

/** The stages of the first promotion document that has any with requirements. */
export const pipelineOf = async ({ tree, config }: ScaffoldPlace): Promise<Pipeline | undefined> => {
  for (const path of await documentsOfKind(tree, config, 'promotion')) {
    const bytes = await tree.read(path);
    if (bytes === undefined) continue;
    const source = sourceOfBytes(path, bytes);
    const stages = stagesIn(readDocument(source, 'promotion'), outlineOf(source));
    if (stages.length > 0) return { path, digest: contentDigest(bytes), stages };
  }
  return undefined;
};

const stageArtifact = async (tree: Tree, one: StageChecklist, folder: string): Promise<Artifact> => {
  const to = posix.join(folder, `checklist-${slugOf(stageName(one.stage)) || 'stage'}.md`);
  return { path: to, text: await ledOn(tree, stageChecklist(one), { from: one.source.path, to, part: true }), before: undefined };
};

/** One checklist per stage; its links lead to where those of the promotion document do. */
export const stageChecklists = async (tree: Tree, pipeline: Pipeline, { version, folder }: StagesOrder): Promise<Part> => ({
  artifacts: await Promise.all(pipeline.stages.map((stage) => stageArtifact(tree, { version, stage, source: pipeline }, folder))),
  notes: [],
  context: { stages: pipeline.stages, source: pipeline.path },
});
