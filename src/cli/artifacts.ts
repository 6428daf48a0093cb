/** Artifacts on the disk: shown as a diff, or written together, all of them or none. */
import { resolve } from 'node:path';
import type { Artifact } from '../model/artifact.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Io } from './io.ts';
import { makeSteps } from './steps.ts';

/** One unified diff of all artifacts, three lines of context. */
export const diffOfArtifacts = async (artifacts: readonly Artifact[]): Promise<string> => {
  const { createTwoFilesPatch } = await import('diff');
  const nameOf = (side: string, path: string, text: string | undefined): string => (text === undefined ? '/dev/null' : `${side}/${path}`);
  return artifacts
    .filter(({ before, text }) => before !== text)
    .map(({ path, before, text }) => {
      const patch = createTwoFilesPatch(nameOf('a', path, before), nameOf('b', path, text), before ?? '', text ?? '');
      return patch.replace(/^=+\n/, '').replace(/^((?:---|\+\+\+) .*?)\t$/gm, '$1');
    })
    .join('');
};

const changedMeanwhile = (path: string): UsageError =>
  new UsageError(`${path}: The file changed while its edit was prepared. Nothing was written; try again.`);

const present = (path: string): UsageError =>
  new UsageError(`${path}: There is such a file already, and it is not overwritten. Nothing was written.`);

const refuseStale = async (root: string, artifacts: readonly Artifact[], io: Io): Promise<void> => {
  for (const { path, before } of artifacts) {
    const now = await io.readFile(resolve(root, path));
    if (now === before) continue;
    throw before === undefined ? present(path) : changedMeanwhile(path);
  }
};

const apply = async (root: string, { path, before, text, mode }: Artifact, io: Io): Promise<void> => {
  const file = resolve(root, path);
  if (text === undefined) await io.removeFile(file);
  else if (before !== undefined) await io.writeFile(file, text, mode);
  else if (!(await io.createFile(file, text, mode))) throw present(path);
};

/** The artifact that takes another one back. */
export const reversed = ({ text, before, ...same }: Artifact): Artifact => ({ ...same, text: before, before: text });

/**
 * Writes all artifacts or none. Throws a UsageError, with nothing changed, when a new file stands there already or an edited one is not
 * what its plan was made from; when a write fails midway, what was written before it is taken back.
 */
export const writeArtifacts = async (root: string, artifacts: readonly Artifact[], io: Io): Promise<void> => {
  const changing = artifacts.filter(({ before, text }) => before !== text);
  await refuseStale(root, changing, io);
  await makeSteps(
    changing.map((artifact) => ({
      path: artifact.path,
      make: () => apply(root, artifact, io),
      undo: () => apply(root, reversed(artifact), io),
    })),
  );
};
