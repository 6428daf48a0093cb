/** The versions that a changelog names as released. */
import { outlineOf } from '../markdown/outline.ts';
import { unzip } from '../model/located.ts';
import { sourceOfBytes } from '../model/source.ts';
import { type Release, readReleases } from '../read/releases.ts';

/** In the order of the file. */
export const releasedVersions = (path: string, bytes: Uint8Array): string[] => {
  const releases = unzip(readReleases(outlineOf(sourceOfBytes(path, bytes)))).data as readonly Release[];
  return releases.flatMap(({ version, unreleased }) => (version === undefined || unreleased === true ? [] : [version]));
};
