/** The versions that a changelog names as released. */
import { readDocument } from '../kinds/index.ts';
import { sourceOfBytes } from '../model/source.ts';

interface Named {
  readonly version?: string;
  readonly unreleased?: boolean;
}

/** In the order of the file. */
export const releasedVersions = (path: string, bytes: Uint8Array): string[] => {
  const releases = readDocument(sourceOfBytes(path, bytes), 'changelog').data.releases as readonly Named[];
  return releases.flatMap(({ version, unreleased }) => (version === undefined || unreleased === true ? [] : [version]));
};
