/** Targets: the files that a run judges, and how each is governed. */
import { posix } from 'node:path';
import { defaultDocuments } from '../config/defaults.ts';
import { governedGlobs, isIgnored, matchPath } from '../config/match.ts';
import type { Config, RuleSettings } from '../config/types.ts';
import type { KindName } from '../model/document.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Tree } from '../tree/tree.ts';

export interface Target {
  readonly path: string;
  /** Undefined: the kind that the content shows. */
  readonly kind?: KindName;
  /** The document whose items this one has to cover. */
  readonly template?: string;
  readonly rules: RuleSettings;
}

export interface TargetRequest {
  readonly tree: Tree;
  readonly config: Config;
  /** Files, folders or globs, relative to the tree's root; none means everything that is governed. */
  readonly paths: readonly string[];
  readonly kind?: KindName;
  /** Judge only governed files among these, and those whose policy, template or configuration is among them. */
  readonly changed?: readonly string[];
}

const targetOf = ({ config, kind }: TargetRequest, path: string): Target => {
  const match = matchPath(config, path);
  const chosen = kind ?? match?.kind;
  return {
    path,
    rules: match?.rules ?? config.rules,
    ...(chosen && { kind: chosen }),
    ...(match?.template && { template: match.template }),
  };
};

/** All governed files of a tree. */
export const governedTargets = async (request: TargetRequest): Promise<Target[]> => {
  const { tree, config } = request;
  const found = await tree.list(governedGlobs(config));
  return found.filter((path) => !isIgnored(config, path)).map((path) => targetOf(request, path));
};

const isGlob = (path: string): boolean => /[*?{[]/.test(path);

// A name is a name first: `docs/[draft]/c.md` may be a file.
const expand = async ({ tree, config }: TargetRequest, path: string): Promise<readonly string[]> => {
  if ((await tree.read(path)) !== undefined) return [path];
  if (isGlob(path)) {
    const found = await tree.list([path]);
    if (found.length === 0) throw new UsageError(`No file matched: ${path}. Name a file, a folder or a quoted glob.`);
    return found.filter((one) => !isIgnored(config, one));
  }
  const below = path === '.' || path === '' ? '**/*.md' : `${posix.normalize(path).replace(/\/$/, '')}/**/*.md`;
  const files = await tree.list([below]);
  if (files.length > 0) return files.filter((found) => !isIgnored(config, found));
  if ((await tree.has(path)) === true) return [];
  throw new UsageError(`${path}: There is no such file in the ${tree.name}. Name a file, a folder or a quoted glob.`);
};

const mostNamed = 3;

const some = (names: readonly string[]): string =>
  `${names.slice(0, mostNamed).join(', ')}${names.length > mostNamed ? `, and ${names.length - mostNamed} more` : ''}`;

const usualPlaces = 'docs/release-checklist.md, docs/incidents/*.md or CHANGELOG.md';

const nothingFound = async ({ tree, config, paths }: TargetRequest): Promise<UsageError> => {
  if (paths.length > 0) return new UsageError(`No file matched: ${paths.join(', ')}. Name a file, a folder or a quoted glob.`);
  const globs = governedGlobs(config);
  const dropped = (await tree.list(globs)).filter((path) => isIgnored(config, path));
  const why = dropped.length === 0 ? '' : ` "ignore" left out: ${some(dropped)}.`;
  if (config.file !== undefined && config.documents !== defaultDocuments)
    return new UsageError(
      `No file matched "documents" of ${config.file?.path ?? 'the configuration'}: ${some(globs)}.${why} Correct them, or name files: docgate check FILE.`,
    );
  return new UsageError(
    `No file here has one of the usual names, such as ${usualPlaces}.${why} Name files (docgate check FILE), or list them under "documents" in docgate.config.yaml; "docgate init" proposes one.`,
  );
};

// A path without a wildcard promises a file; a glob promises none.
const refuseMissing = async ({ tree, config, changed }: TargetRequest): Promise<void> => {
  if (config.file === undefined || config.documents === defaultDocuments) return;
  const concerned = changed === undefined || changed.includes(config.file.path);
  for (const [index, { files, optional = false }] of config.documents.entries()) {
    if (optional) continue;
    for (const [at, path] of files.entries()) {
      const asked = !isGlob(path) && !isIgnored(config, path) && (concerned || changed?.includes(path) === true);
      if (!asked || (await tree.has(path)) !== false) continue;
      const pointer = files.length === 1 ? `/documents/${index}/files` : `/documents/${index}/files/${at}`;
      throw new UsageError(
        `${config.file.locate(pointer)}: There is no ${path} in the ${tree.name}, and nothing that is missing may pass. Restore it, take it out of "documents", or say "optional: true" there.`,
      );
    }
  }
};

// What a link shows is judged where it stands; a link to something that is not governed would pass unread.
const refuseLinks = async ({ tree, config }: TargetRequest, governed: readonly Target[]): Promise<void> => {
  const known = new Set(governed.map(({ path }) => path));
  const links = (await tree.links?.(governedGlobs(config))) ?? [];
  const blind = links.find(({ path, target }) => !isIgnored(config, path) && (target === undefined || !known.has(target)));
  if (blind === undefined) return;
  const { path, target } = blind;
  const why =
    target === undefined
      ? `leads to no file of the ${tree.name}`
      : `leads to ${target}, which is not governed: list that under "documents"`;
  throw new UsageError(
    `${path}: This symbolic link ${why}. Links are not judged themselves; put a file in its place, or list it under "ignore".`,
  );
};

// A changed configuration or policy may change any verdict; a changed template those of its records.
const concerns = ({ config }: TargetRequest, changed: ReadonlySet<string>): ((target: Target) => boolean) => {
  const setup = [...(config.file === undefined ? [] : [config.file.path]), ...config.policies];
  if (setup.some((path) => changed.has(path))) return () => true;
  return ({ path, template }) => changed.has(path) || (template !== undefined && changed.has(template));
};

// A generated record names its template in its own front matter.
const namesTemplate = async ({ tree }: TargetRequest, { path }: Target, changed: ReadonlySet<string>): Promise<boolean> => {
  const head = new TextDecoder().decode((await tree.read(path))?.subarray(0, 2048));
  const template = /^---\r?\n[\s\S]*?^template:\s*["']?([^"'\r\n]+)/m.exec(head)?.[1]?.trim();
  return template !== undefined && changed.has(template);
};

const changedTargets = async (request: TargetRequest, changed: ReadonlySet<string>): Promise<Target[]> => {
  const targets = await governedTargets(request);
  await refuseLinks(request, targets);
  const concerned = concerns(request, changed);
  const kept = await Promise.all(targets.map(async (target) => concerned(target) || (await namesTemplate(request, target, changed))));
  return targets.filter((_, index) => kept[index]);
};

/** The targets of a request, sorted by path. Nothing found is a UsageError: a run that judges nothing must not pass; only a commit that changes nothing governed does. */
export const findTargets = async (request: TargetRequest): Promise<Target[]> => {
  if (request.paths.length === 0) await refuseMissing(request);
  if (request.changed !== undefined) return changedTargets(request, new Set(request.changed));
  const explicit = await Promise.all(request.paths.map((path) => expand(request, path)));
  const targets =
    request.paths.length === 0 ? await governedTargets(request) : [...new Set(explicit.flat())].map((path) => targetOf(request, path));
  if (targets.length === 0) throw await nothingFound(request);
  if (request.paths.length === 0) await refuseLinks(request, targets);
  return targets.sort((a, b) => (a.path < b.path ? -1 : 1));
};
