/** A new release: its checklists and its approvals, planned from the project's own documents where there are any. */
import { posix } from 'node:path';
import { matchPath } from '../config/match.ts';
import type { Instance } from '../generate/instantiate/instantiate.ts';
import type { Artifact } from '../model/artifact.ts';
import { UsageError } from '../model/usage-error.ts';
import { checkVersion } from './release-version.ts';
import { planApprovals } from './scaffold-approvals.ts';
import type { ScaffoldPlace } from './scaffold-incident.ts';
import type { Part } from './scaffold-part.ts';
import { checklistTemplate, hotfixTemplate, isGoverned, type ReleasePaths, releasePaths } from './scaffold-paths.ts';
import { planRecord, recordOf } from './scaffold-record.ts';
import { type RenderPlace, renderScaffold } from './scaffold-render.ts';
import { type Pipeline, pipelineOf, stageChecklists } from './scaffold-stages.ts';

export interface ReleaseOrder {
  readonly version: string;
  /** The checklist to instantiate, from the root; without it the project's own, its promotion document, or the shipped one. */
  readonly from?: string;
  /** One checklist per stage, whatever else there is. */
  readonly stages?: boolean;
  readonly hotfix?: boolean;
  readonly instance: Omit<Instance, 'version' | 'origin'>;
}

// The configuration's template comes before the one that the record names.
const otherTemplate = ({ config }: ScaffoldPlace, from: string, record: string): string[] => {
  const configured = matchPath(config, record)?.template?.replace(/^\.\//, '');
  return configured === undefined || configured === from
    ? []
    : [`${record}: The configuration holds this record to ${configured}, not to ${from}.`];
};

const recordPart = async (
  place: ScaffoldPlace,
  { from, version, instance }: ReleaseOrder & { readonly from: string },
  { checklist }: ReleasePaths,
): Promise<Part> => {
  const { artifact, notes } = await planRecord(place.tree, { ...instance, version, from, to: checklist });
  return {
    artifacts: [artifact],
    notes: [...notes, ...otherTemplate(place, from, checklist)],
    context: { template: from, version, ...instance },
  };
};

// What the project's template is made with; everything else is of the one release.
const isTemplates = (name: string): boolean => name.includes('.') || name === 'environment' || name === 'roles';

const split = (values: Readonly<Record<string, string>>, wanted: boolean): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => isTemplates(name) === wanted));

/**
 * A project without a checklist gets docgate's own as its template, to be changed, and the record of it: from then on deleting an item
 * is noticed.
 */
const shippedPart = async (place: RenderPlace, { hotfix, instance, version }: ReleaseOrder, { checklist }: ReleasePaths): Promise<Part> => {
  const name = hotfix === true ? 'hotfix-checklist' : 'release-checklist';
  const { values = {} } = instance;
  const marks = { version: '{VERSION}', ...(hotfix === true && { previousVersion: '{PREVIOUS_VERSION}' }) };
  const { text, context } = await renderScaffold(place, { template: name, context: marks, values: split(values, true) });
  const path = `docs/templates/${name}.md`;
  const bytes = new TextEncoder().encode(text);
  const { artifact, notes } = await recordOf(
    place.tree,
    { path, bytes },
    { ...instance, values: split(values, false), version, to: checklist },
  );
  return {
    artifacts: [{ path, text, before: undefined }, artifact],
    notes: [...notes, `${path} is yours from now on: change it, and the next ${hotfix === true ? 'hotfix' : 'release'} is made of it.`],
    context: { template: path, ...context },
  };
};

const ownChecklist = (
  { tree, config }: ScaffoldPlace,
  { from, hotfix }: ReleaseOrder,
  { checklist }: ReleasePaths,
): Promise<string | undefined> =>
  from !== undefined ? Promise.resolve(from) : hotfix === true ? hotfixTemplate(tree) : checklistTemplate(tree, config, checklist);

const stagesAsked = async (place: ScaffoldPlace): Promise<Pipeline> => {
  const pipeline = await pipelineOf(place);
  if (pipeline === undefined) throw new UsageError('--stages: No promotion document states stages with requirements.');
  return pipeline;
};

// A hotfix goes its own way: neither the stages nor the checklist of a full release are its own.
const checklistPart = async (place: RenderPlace & ScaffoldPlace, order: ReleaseOrder, paths: ReleasePaths): Promise<Part> => {
  if (order.stages === true) return stageChecklists(place.tree, await stagesAsked(place), { version: order.version, folder: paths.folder });
  const own = await ownChecklist(place, order, paths);
  if (own !== undefined) return recordPart(place, { ...order, from: own }, paths);
  const pipeline = order.hotfix === true ? undefined : await pipelineOf(place);
  return pipeline === undefined
    ? shippedPart(place, order, paths)
    : stageChecklists(place.tree, pipeline, { version: order.version, folder: paths.folder });
};

const ungoverned = ({ config }: ScaffoldPlace, artifacts: readonly Artifact[]): string[] =>
  artifacts
    .filter(({ path }) => !path.startsWith('docs/templates/') && !isGoverned(config, path, matchPath(config, path)?.kind ?? 'checklist'))
    .map(
      ({ path }) => `${path} is not among the documents of the configuration, so that docgate check does not judge it unless it is named.`,
    );

/** Plans all documents of a release or a hotfix; nothing is written. */
export const planRelease = async (place: RenderPlace & ScaffoldPlace, order: ReleaseOrder): Promise<Part> => {
  const version = checkVersion(order.version);
  const paths = releasePaths(place.config, version);
  // Beside the checklist of a release, whose template would not fit.
  const own = order.hotfix === true ? { ...paths, checklist: posix.join(paths.folder, 'hotfix-checklist.md') } : paths;
  const checklists = await checklistPart(place, { ...order, version }, own);
  const approvals = await planApprovals(place, { version, hotfix: order.hotfix });
  const artifacts = [...checklists.artifacts, ...approvals.artifacts];
  return {
    artifacts,
    context: { version, folder: paths.folder, checklist: checklists.context, approvals: approvals.context },
    notes: [...checklists.notes, ...approvals.notes, ...ungoverned(place, artifacts)],
  };
};

/** Plans the checklist of a release alone. */
export const planChecklist = async (place: RenderPlace & ScaffoldPlace, order: ReleaseOrder, to?: string): Promise<Part> => {
  const paths = releasePaths(place.config, checkVersion(order.version));
  const { artifacts, notes, context } = await checklistPart(place, order, { ...paths, ...(to !== undefined && { checklist: to }) });
  return { artifacts, context: { version: order.version, checklist: context }, notes: [...notes, ...ungoverned(place, artifacts)] };
};
