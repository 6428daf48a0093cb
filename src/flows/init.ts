/** The proposal of a configuration: what a repository holds → groups → a first check in memory → severities that pass today. */
import { configOf } from '../config/config.ts';
import { defaultIgnore } from '../config/defaults.ts';
import type { Config } from '../config/types.ts';
import { parseData } from '../data/data-file.ts';
import { peoplePath } from '../facts/people.ts';
import type { Finding } from '../model/finding.ts';
import { type Candidate, type Role, roleOf } from '../setup/init/candidate.ts';
import { type Aside, configText, type Proposal } from '../setup/init/config-text.ts';
import { type Group, groupPaths } from '../setup/init/groups.ts';
import { relax } from '../setup/init/relax.ts';
import { type Place, usualPlaces } from '../setup/init/usual-places.ts';
import { overlayTree } from '../tree/overlay.ts';
import type { Tree } from '../tree/tree.ts';
import { check } from './check.ts';
import type { GitSpot } from './git-facts.ts';
import type { Survey } from './survey.ts';

/** What `init` writes its configuration to. */
export const configPath = 'docgate.config.yaml';

/** The groups that a survey suggests, and the files that are set aside. */
export interface Draft {
  readonly groups: readonly Group[];
  readonly asides: readonly Aside[];
  /** Those that the groups hold. */
  readonly records: readonly Candidate[];
}

export interface ProposeRequest {
  readonly tree: Tree;
  /** RFC 3339. */
  readonly now: string;
  /** `YYYY-MM-DD`. */
  readonly until: string;
  readonly schema: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly timezone?: string;
  readonly git?: GitSpot;
}

export interface Proposed {
  readonly proposal: Proposal;
  /** The whole file. */
  readonly text: string;
}

const asideOf =
  (why: Aside['why']) =>
  (candidate: Candidate): Aside => ({ path: candidate.path, kind: candidate.kind, why });

/** Drafts the groups; paths that `wanted` refuses are governed by none. */
export const draftGroups = ({ candidates, others }: Survey, wanted: (path: string) => boolean = () => true): Draft => {
  const inRole = (role: Role): Candidate[] => candidates.filter((candidate) => wanted(candidate.path) && roleOf(candidate) === role);
  const records = inRole('record');
  const judged = [...inRole('prose').map(asideOf('prose')), ...inRole('form').map(asideOf('form'))];
  const meant = new Set(records.map(({ path }) => path));
  const every = [...candidates.map(({ path }) => path), ...others];
  const { groups, swept } = groupPaths(
    records,
    every.filter((path) => !meant.has(path)),
  );
  const set = new Set(judged.map(({ path }) => path));
  return {
    groups,
    records,
    asides: [...judged, ...swept.filter((path) => !set.has(path)).map((path): Aside => ({ path, kind: 'document', why: 'swept' }))],
  };
};

const emptyPlaces = async (tree: Tree): Promise<Place[]> => {
  const found = await Promise.all(usualPlaces.map(({ files }) => tree.list([files], defaultIgnore)));
  return usualPlaces.filter((_, index) => found[index]?.length === 0);
};

const strictProposal = async ({ groups, asides, records }: Draft, request: ProposeRequest): Promise<Proposal> => ({
  empty: await emptyPlaces(request.tree),
  groups: groups.map((group) => ({ ...group, relaxed: [] })),
  asides,
  kept: [],
  today: request.now.slice(0, 10),
  until: request.until,
  schema: request.schema,
  ...(request.timezone !== undefined && { timezone: request.timezone }),
  zoneless: records.reduce((sum, { zoneless }) => sum + zoneless, 0),
  signers: records.flatMap(({ signers }) => signers),
  people: (await request.tree.has(peoplePath)) === true,
});

const findingsUnder = async (config: Config, text: string, { tree, now, tool, git }: ProposeRequest): Promise<readonly Finding[]> => {
  const overlaid = overlayTree(tree, configPath, new TextEncoder().encode(text));
  return (await check({ tree: overlaid, config, now, tool, paths: [], policies: [], ...(git && { git }) })).report.findings;
};

/** Proposes the configuration: strict first, checked in memory, then relaxed where it would fail. */
export const proposeConfig = async (draft: Draft, request: ProposeRequest): Promise<Proposed> => {
  const strict = await strictProposal(draft, request);
  const text = configText(strict);
  const config = await configOf(parseData(configPath, text));
  const findings = await findingsUnder(config, text, request);
  const ticked = new Set(draft.records.filter(({ settled }) => settled > 0).map(({ path }) => path));
  const proposal = { ...strict, ...relax(strict.groups, findings, ticked) };
  return { proposal, text: configText(proposal) };
};
