/** The CI job: which forge runs it, and what it takes to add it. */
import type { Part } from './part.ts';

export type Forge = 'github' | 'gitlab';

export interface ForgeSigns {
  /** Paths of the repository that tell of CI. */
  readonly paths: readonly string[];
  /** Addresses of its remotes. */
  readonly remotes: readonly string[];
}

/** The globs whose files tell of CI. */
export const forgeGlobs: readonly string[] = ['.github/workflows/*.{yml,yaml}', '.gitlab-ci.yml'];

/** The forge that a repository shows, by its files before its remotes. */
export const forgeOf = ({ paths, remotes }: ForgeSigns): Forge | undefined => {
  if (paths.some((path) => path.startsWith('.github/'))) return 'github';
  if (paths.some((path) => path.startsWith('.gitlab'))) return 'gitlab';
  if (remotes.some((url) => /\bgithub\b/i.test(url))) return 'github';
  return remotes.some((url) => /\bgitlab\b/i.test(url)) ? 'gitlab' : undefined;
};

interface Job {
  readonly title: string;
  readonly path: string;
  /** The shipped file that it is a copy of. */
  readonly template: string;
}

const jobs: Readonly<Record<Forge, Job>> = {
  github: { title: 'a job for GitHub Actions', path: '.github/workflows/docgate.yml', template: 'templates/ci/github-check.yml' },
  gitlab: { title: 'a job for GitLab CI', path: '.gitlab-ci.yml', template: 'templates/ci/gitlab.yml' },
};

const included = '.gitlab/ci/docgate.yml';

export const jobTemplate = (forge: Forge): string => jobs[forge].template;

/** The files that tell what is to be added. */
export const jobFiles = (forge: Forge): readonly string[] => (forge === 'gitlab' ? [jobs.gitlab.path, included] : [jobs.github.path]);

const added = (path: string, text: string, title: string): Part => ({
  changes: [{ path, text, before: undefined }],
  notes: [],
  summary: `${path}: ${title}`,
});

const left = (path: string): Part => ({ changes: [], notes: [], summary: `${path} is there already and is left as it is.` });

// A pipeline is somebody's own file: it is told what to include, and not edited.
const beside = (text: string, present: ReadonlyMap<string, string>): Part => ({
  ...(present.has(included) ? left(included) : added(included, text, jobs.gitlab.title)),
  notes: [`${jobs.gitlab.path} is not edited. Add to it: include: [{ local: ${included} }]`],
});

/** Plans the job from its template and the texts of `jobFiles` that are there. */
export const planCi = (forge: Forge, template: string, present: ReadonlyMap<string, string>): Part => {
  const { path, title } = jobs[forge];
  const now = present.get(path);
  if (now === undefined) return added(path, template, title);
  return forge === 'gitlab' && !/\bdocgate\b/.test(now) ? beside(template, present) : left(path);
};
