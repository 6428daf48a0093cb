/** Paths kept inside the root of a tree. */
import { posix } from 'node:path';

/** Whether a normalised path leads out of its root. */
export const leadsOut = (normal: string): boolean => posix.isAbsolute(normal) || normal === '..' || normal.startsWith('../');

/** The path relative to the root without detours (`.` for the root itself), or undefined when it leads out of the tree. */
export const confined = (path: string): string | undefined => {
  const normal = posix.normalize(path).replace(/(?<=.)\/+$/, '');
  return leadsOut(normal) ? undefined : normal;
};
