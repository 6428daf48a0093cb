/** Sections brought into a changelog file, and fragments that a release uses up, as artifacts: nothing is written here. */
import { mergeChangelog } from '../generate/edit/changelog-merge.ts';
import type { NewSection } from '../generate/edit/changelog-section.ts';
import { applySplices } from '../generate/edit/splice.ts';
import { sectionsText } from '../generate/views/changelog.ts';
import type { Artifact } from '../model/artifact.ts';
import { type Source, sourceOfBytes } from '../model/source.ts';
import type { Tree } from '../tree/tree.ts';

const preamble = `# Changelog

All notable changes to this project are documented in this file.

The format is based on [Keep a Changelog](https://keepachangelog.com/en/1.1.0/),
and this project adheres to [Semantic Versioning](https://semver.org/spec/v2.0.0.html).
`;

const wholeText = ({ text, bom }: Source): string => (bom ? `\uFEFF${text}` : text);

/** The changelog with the sections merged into it; a new one where there is none. */
export const planChangelog = async (tree: Tree, path: string, sections: readonly NewSection[]): Promise<Artifact> => {
  const bytes = await tree.read(path);
  if (bytes === undefined)
    return { path, text: [preamble, sectionsText(sections)].filter((text) => text !== '').join('\n'), before: undefined };
  const source = sourceOfBytes(path, bytes);
  return { path, text: applySplices(source, mergeChangelog(source, sections).splices), before: wholeText(source) };
};

/** The removal of fragments that stand in a release now. */
export const planRemovals = async (tree: Tree, paths: readonly string[]): Promise<Artifact[]> =>
  Promise.all(
    paths.map(async (path) => ({
      path,
      text: undefined,
      before: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await tree.read(path)),
    })),
  );
