/** Where new documents belong: the folders and names that the configuration governs, else the usual ones. */
import { posix } from 'node:path';
import { braceExpand, minimatch } from 'minimatch';
import { isIgnored, matchPath } from '../config/match.ts';
import type { Config } from '../config/types.ts';
import type { KindName } from '../model/document.ts';
import type { Tree } from '../tree/tree.ts';

const globsOf = ({ documents }: Config, kind: KindName): string[] =>
  documents.filter((entry) => entry.kind === kind).flatMap(({ files }) => files.flatMap((glob) => braceExpand(glob.replace(/^\.\//, ''))));

const isMagic = (segment: string): boolean => /[*?[\]!+@()]/.test(segment);

// `docs/incidents/**/*.md` → `docs/incidents`.
const baseOf = (glob: string): string => {
  const segments = glob.split('/');
  const first = segments.findIndex(isMagic);
  return segments.slice(0, first < 0 ? -1 : first).join('/');
};

/** The folder of incident reports: the first governed one that holds any, else the first governed one of all. */
export const incidentFolder = async (tree: Tree, config: Config): Promise<string> => {
  const bases = [
    ...new Set(
      globsOf(config, 'incident')
        .filter((glob) => isMagic(glob))
        .map(baseOf),
    ),
  ];
  for (const base of bases) if ((await tree.list([posix.join(base, '**/*.md')])).some((path) => !isIgnored(config, path))) return base;
  return bases.includes('docs/incidents') ? 'docs/incidents' : (bases[0] ?? 'docs/incidents');
};

/** Whether a check of the repository would judge a file as that kind. */
export const isGoverned = (config: Config, path: string, kind: KindName): boolean =>
  !isIgnored(config, path) && (matchPath(config, path)?.kind ?? kind) === kind && matchPath(config, path) !== undefined;

/** Where the documents of a release stand. */
export interface ReleasePaths {
  /** `docs/releases/1.4.0`. */
  readonly folder: string;
  readonly checklist: string;
  readonly approvals: string;
}

// `docs/releases/*/checklist.md`, `TEST/release/v*/checklist.md`: one segment is the version's, the name is fixed.
const releaseGlob = (glob: string): boolean => {
  const segments = glob.split('/');
  const wild = segments.filter(isMagic);
  return wild.length === 1 && !isMagic(segments.at(-1) ?? '*') && /^v?\*$/.test(wild[0] ?? '');
};

const releaseFile = (config: Config, kind: KindName, version: string): string | undefined =>
  globsOf(config, kind)
    .filter(releaseGlob)
    .map((glob) => glob.replace('*', version))[0];

/** The documents of a release, as the configuration names them, else below `docs/releases/`. */
export const releasePaths = (config: Config, version: string): ReleasePaths => {
  const [checklist, approvals] = [releaseFile(config, 'checklist', version), releaseFile(config, 'approvals', version)];
  const named = checklist ?? approvals;
  const folder = named === undefined ? `docs/releases/${version}` : posix.dirname(named);
  return {
    folder,
    checklist: checklist ?? posix.join(folder, 'checklist.md'),
    approvals: approvals ?? posix.join(folder, 'approvals.md'),
  };
};

const usualNames = (what: string): string[] =>
  braceExpand(
    `{docs/templates/,templates/,docs/,doc/,.github/,}{${what},${what.toUpperCase()}}{-,_}{checklist,CHECKLIST}{-template,_template,-TEMPLATE,_TEMPLATE,}.md`,
  );

const firstOf = async (tree: Tree, names: readonly string[]): Promise<string | undefined> => {
  const found = new Set(await tree.list(names));
  return names.find((path) => found.has(path));
};

/** The user's own checklist for releases: the template of the configuration, else a file of a usual name. */
export const checklistTemplate = async (tree: Tree, config: Config, record: string): Promise<string | undefined> =>
  matchPath(config, record)?.template?.replace(/^\.\//, '') ?? firstOf(tree, usualNames('release'));

/** The user's own checklist for hotfixes. */
export const hotfixTemplate = (tree: Tree): Promise<string | undefined> => firstOf(tree, usualNames('hotfix'));

/** Documents of a kind that the configuration governs. */
export const documentsOfKind = async (tree: Tree, config: Config, kind: KindName): Promise<string[]> => {
  const globs = globsOf(config, kind);
  if (globs.length === 0) return [];
  const found = await tree.list(globs);
  return found.filter((path) => !isIgnored(config, path) && globs.some((glob) => minimatch(path, glob, { dot: true })));
};
