/** The versions that a changelog names as released. */
import { readDocument } from '../kinds/index.ts';
import { sourceOfBytes } from '../model/source.ts';

/** In the order of the file. */
export const releasedVersions = (path: string, bytes: Uint8Array): string[] => {
  const { releases = [] } = readDocument(sourceOfBytes(path, bytes), 'changelog').data;
  return releases.flatMap(({ version, unreleased }) => (version === undefined || unreleased === true ? [] : [version]));
};
