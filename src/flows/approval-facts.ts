/** What approvals documents cannot know themselves: who people are, what they approved, and who wrote what. */
import { posix } from 'node:path';
import type { Config } from '../config/types.ts';
import { changesFact } from '../facts/change-facts.ts';
import { contentDigest } from '../facts/digest.ts';
import { type Blame, gitBlame } from '../facts/git-blame.ts';
import { gitChanges, namesOf } from '../facts/git-changed-since.ts';
import type { Identity } from '../facts/git-commit.ts';
import { provenanceOf } from '../facts/git-committers.ts';
import { gitContents } from '../facts/git-content.ts';
import { gitSignatures } from '../facts/git-signature.ts';
import { gitState } from '../facts/git-state.ts';
import { fileHistory, firstCommitted, isKnown } from '../facts/git-versions.ts';
import { type Provenance, withSignOffFacts } from '../facts/sign-offs.ts';
import type { ContentQuestions } from '../facts/subjects.ts';
import { readDocument } from '../kinds/index.ts';
import type { Document } from '../model/document.ts';
import { lineRange } from '../model/source.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Tree } from '../tree/tree.ts';
import type { GitSources, GitSpot } from './git-facts.ts';
import { loadPeople } from './people.ts';
import type { ReadTarget } from './read.ts';
import { readSource } from './source.ts';

export interface ApprovalSources {
  readonly tree: Tree;
  readonly config: Config;
  readonly git?: GitSources;
  /** Ask who committed each sign-off. */
  readonly provenance: boolean;
}

const version = /^v?\d+(?:\.\d+)+(?:[-.\w]*)$/;

/** The same file of the release before: `docs/releases/1.3.0/approvals.md` for that of 1.4.0. */
const previousPath = async (tree: Tree, path: string): Promise<string | undefined> => {
  const steps = path.split('/');
  const at = steps.findIndex((step) => version.test(step));
  if (at < 0) return undefined;
  const siblings = await tree.list([[...steps.slice(0, at), '*', ...steps.slice(at + 1)].join('/')]);
  const older = siblings.filter((other) => (other.split('/')[at] ?? '').localeCompare(steps[at] ?? '', 'en', { numeric: true }) < 0);
  return older.sort((a, b) => (a.split('/')[at] ?? '').localeCompare(b.split('/')[at] ?? '', 'en', { numeric: true })).at(-1);
};

const previousOf = async (tree: Tree, path: string): Promise<Document | undefined> => {
  const previous = await previousPath(tree, path);
  return previous === undefined ? undefined : readDocument(await readSource(tree, previous), 'approvals');
};

const nameOf = ({ name, email }: Identity): string => `${name} <${email}>`;

const subjectsOf = ({ data }: Document): string[] =>
  data.signOffs.flatMap(({ subjects = [] }) => subjects.flatMap(({ path }) => path ?? []));

// The commits behind the sign-offs, and which of them carry a good signature.
const signedCommits = async (document: Document, blame: Blame, git: GitSpot): Promise<ReadonlySet<string>> => {
  const verify = gitSignatures(git);
  const ranges = [...document.ranges].flatMap(([pointer, range]) => (/^\/signOffs\/\d+$/.test(pointer) ? [range] : []));
  const commits = [...new Set(ranges.flatMap((range) => provenanceOf(blame, document.source, range).commits))];
  const good = await Promise.all(commits.map(verify));
  return new Set(commits.filter((_, index) => good[index] === true));
};

const provenanceFacts = async (document: Document, git: GitSources): Promise<Provenance | undefined> => {
  const blame = await gitBlame(git.spot)(document.source);
  // What is not committed yet has no committer.
  if (!isKnown(blame)) return undefined;
  const history = await git.history();
  const authors = isKnown(history) ? subjectsOf(document).flatMap((path) => fileHistory(history, path)?.authors ?? []) : [];
  const signed = await signedCommits(document, blame, git.spot);
  const behind = (line: number): ReturnType<typeof provenanceOf> => provenanceOf(blame, document.source, lineRange(document.source, line));
  return {
    documentAuthors: authors.map(nameOf),
    rowCommitters: (line) => (behind(line).uncommitted ? [] : behind(line).committers.map(nameOf)),
    rowSigned: (line) => !behind(line).uncommitted && behind(line).commits.every((commit) => signed.has(commit)),
  };
};

// Asked by name: an answer that nobody can give must not look like a good one.
const refuseUnanswered = async ({ target }: ReadTarget, { spot }: GitSources): Promise<void> => {
  const state = await gitState(spot);
  if (!isKnown(state))
    throw new UsageError(`${target.path}: git cannot say who committed its sign-offs, as --provenance asks (${state.reason}).`);
};

const isApprovals = ({ document }: ReadTarget): boolean => document.kind === 'approvals';

const bytesOf = async (tree: Tree, path: string): Promise<Uint8Array | undefined> => tree.read(posix.normalize(path));

// What only git knows of the content that was approved.
const contentQuestions = (tree: Tree, { spot, history, read }: GitSources): Omit<ContentQuestions, 'digestOf'> => {
  const contents = gitContents(spot, read);
  const changes = gitChanges({ history, read });
  return {
    contentAt: async (path, commit) => contents(namesOf(await history(), path), commit),
    changesSince: async (path, approved) =>
      changesFact(path, await changes(path, (await bytesOf(tree, path)) ?? new Uint8Array(), approved)),
    existsAt: async (path) => {
      const known = await history();
      return isKnown(known) ? firstCommitted(known, path) : undefined;
    },
  };
};

/** The documents with facts on their sign-offs. Content is compared in the tree that is judged. */
export const withApprovalFacts = async (read: readonly ReadTarget[], sources: ApprovalSources): Promise<ReadTarget[]> => {
  const first = read.find(isApprovals);
  if (first === undefined) return [...read];
  const { tree, config, git } = sources;
  if (sources.provenance && git !== undefined) await refuseUnanswered(first, git);
  const people = await loadPeople(tree, config);
  const digestOf = async (path: string): Promise<string | undefined> => {
    const bytes = await bytesOf(tree, path);
    return bytes === undefined ? undefined : contentDigest(bytes);
  };
  const questions = { people, digestOf, ...(git && contentQuestions(tree, git)) };
  const addFacts = async ({ document, target }: ReadTarget): Promise<ReadTarget> => {
    const previous = await previousOf(tree, target.path);
    const provenance = sources.provenance && git !== undefined ? await provenanceFacts(document, git) : undefined;
    const asked = { ...questions, ...(previous && { previous }), ...(provenance && { provenance }) };
    return { target, document: await withSignOffFacts(document, asked) };
  };
  return Promise.all(read.map(async (one) => (isApprovals(one) ? addFacts(one) : one)));
};
