/** The check: targets → documents → findings → report. */
import { posix } from 'node:path';
import type { Config } from '../config/types.ts';
import type { KindName } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { Source } from '../model/source.ts';
import { UsageError } from '../model/usage-error.ts';
import type { CompiledRule } from '../policy/compile.ts';
import { judgeDocument, judgeFolder } from '../policy/judge.ts';
import type { Policy } from '../policy/policy.ts';
import { applyWaivers, type Judged } from '../policy/waivers.ts';
import type { Tree } from '../tree/tree.ts';
import { withApprovalFacts } from './approval-facts.ts';
import { judgedConfig, settingRules } from './configured.ts';
import { asksForEvents, type GitSources, type GitSpot, gitSources, withGitEvents } from './git-facts.ts';
import { notesOnSilence } from './git-silence.ts';
import { type ReadTarget, readTargets } from './read.ts';
import { reportOf } from './report.ts';
import { allPolicies, ruleCompiler } from './rules.ts';
import { findTargets, governedTargets, type Target } from './targets.ts';

export interface CheckRequest {
  readonly tree: Tree;
  readonly config: Config;
  readonly paths: readonly string[];
  readonly kind?: KindName;
  readonly policies: readonly string[];
  readonly now: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly progress?: (done: number, total: number) => void;
  /** Ask git who committed each sign-off. */
  readonly provenance?: boolean;
  /** Where git is asked for facts; without it none are. */
  readonly git?: GitSpot;
  /** Judge only what these changed paths concern. */
  readonly changed?: readonly string[];
}

export interface Checked {
  readonly report: Report;
  readonly sources: ReadonlyMap<string, Source>;
  /** What the report cannot know, for people: facts that git was asked for and does not hold. */
  readonly notes: readonly string[];
}

type RulesOf = (read: ReadTarget) => readonly CompiledRule[];

// Rules over a folder see all its governed documents, also those that were not asked for.
const siblings = async (request: CheckRequest, read: readonly ReadTarget[], rulesOf: RulesOf): Promise<ReadTarget[]> => {
  const folders = new Set(
    read.filter((one) => rulesOf(one).some(({ rule }) => rule.scope === 'folder')).map(({ target }) => posix.dirname(target.path)),
  );
  const known = new Set(read.map(({ target }) => target.path));
  const others: Target[] =
    folders.size === 0 || (request.paths.length === 0 && request.changed === undefined)
      ? []
      : await governedTargets({ tree: request.tree, config: request.config, paths: [] });
  return readTargets(
    request.tree,
    others.filter(({ path }) => folders.has(posix.dirname(path)) && !known.has(path)),
  );
};

const groupBy = <T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

// Each document answers to its own settings, whatever those of the others in its folder are.
const folderFindings = (read: readonly ReadTarget[], others: readonly ReadTarget[], rulesOf: RulesOf): Finding[] => {
  const asked = new Set(read);
  const all = [...read, ...others].sort((a, b) => (a.target.path < b.target.path ? -1 : 1));
  const groups = groupBy(all, ({ target, document }) => `${document.kind} ${posix.dirname(target.path)}`);
  return [...groups.values()].flatMap((group) => {
    const documents = group.map(({ document }) => document);
    const held = groupBy(
      group.filter((one) => asked.has(one)),
      rulesOf,
    );
    return [...held].flatMap(([rules, own]) => {
      const paths = new Set(own.map(({ target }) => target.path));
      return judgeFolder(rules, documents).filter(({ place }) => paths.has(place.path));
    });
  });
};

const refuseContrary = ({ provenance, git }: CheckRequest): void => {
  if (provenance === true && git === undefined)
    throw new UsageError('--provenance and --no-git: Who committed a sign-off only git can say. Leave one of them out.');
};

// A policy of the user's that meets no document gates nothing; that must not look like a pass.
const refuseIdle = ({ paths, changed, policies: only }: CheckRequest, policies: readonly Policy[], read: readonly ReadTarget[]): void => {
  if (paths.length > 0 || only.length > 0 || changed !== undefined) return;
  const kinds = new Set<string>(read.map(({ document }) => document.kind));
  const idle = policies.find(({ origin, kind }) => origin !== 'shipped' && !kinds.has(kind));
  if (idle !== undefined)
    throw new UsageError(
      `${idle.origin}: No governed document is read as ${idle.kind}, so no rule of this policy applies. Correct "appliesTo", or list such documents under "documents".`,
    );
};

const kindOf = ({ kind }: CheckRequest, policies: readonly Policy[], only: readonly string[]): KindName | undefined =>
  kind ?? (only.length === 1 ? policies[0]?.kind : undefined);

interface Asking {
  readonly rulesOf: RulesOf;
  readonly sources: GitSources | undefined;
}

const withFacts = async (request: CheckRequest, plain: readonly ReadTarget[], { rulesOf, sources }: Asking): Promise<ReadTarget[]> => {
  const { tree, config, provenance = false } = request;
  const timed = sources === undefined ? plain : await withGitEvents(plain, (one) => asksForEvents(rulesOf(one)), sources);
  return withApprovalFacts(timed, { tree, config, provenance, ...(sources && { git: sources }) });
};

// A commit that touches nothing governed passes, whatever day it is.
const configFindings = (configured: Judged | undefined, read: readonly ReadTarget[]): Finding[] =>
  configured === undefined || read.length === 0 ? [] : judgeDocument(settingRules(configured), configured.document);

/** Judges documents and reports what was found. Same tree, configuration and instant: same report. */
export const check = async (request: CheckRequest): Promise<Checked> => {
  refuseContrary(request);
  const { tree, config, now } = request;
  const rules = { tree, config, only: request.policies, now };
  const policies = await allPolicies(rules);
  const compile = ruleCompiler(policies, rules);
  const kind = kindOf(request, policies, request.policies);
  const { paths, changed } = request;
  const targets = await findTargets({ tree, config, paths, ...(kind && { kind }), ...(changed && { changed }) });
  const plain = await readTargets(tree, targets, request.progress);
  refuseIdle(request, policies, plain);
  const rulesOf: RulesOf = ({ document, target }) => compile(document.kind, target.rules);
  const sources = request.git === undefined ? undefined : gitSources(request.git);
  const read = await withFacts(request, plain, { rulesOf, sources });
  const others = await siblings(request, read, rulesOf);
  const configured = await judgedConfig(request, (settings) => compile('document', settings));
  const found = [
    ...read.flatMap((one) => judgeDocument(rulesOf(one), one.document)),
    ...folderFindings(read, others, rulesOf),
    ...configFindings(configured, read),
  ];
  const judged = read.map((one) => ({ document: one.document, rules: rulesOf(one) }));
  const whole = paths.length === 0 && changed === undefined;
  const findings = applyWaivers(found, judged, {
    now,
    known: policies.flatMap((policy) => policy.rules),
    only: request.policies.length > 0,
    whole,
    ...(configured && { configured }),
  });
  const all = [...judged, ...(configured === undefined ? [] : [configured])];
  const report = reportOf({ tool: request.tool, now, read, judged: all, findings });
  return {
    report,
    sources: new Map(all.map(({ document }) => [document.source.path, document.source])),
    notes: notesOnSilence(await sources?.silence(), read),
  };
};
