/** What the disk refuses, as one line that names the path and the remedy. */
import { UsageError } from '../model/usage-error.ts';

export type Deed = 'read' | 'written' | 'removed' | 'renamed';

const permission = 'permission is missing for it or for its folder. Give yourself the right, or work in another place.';
const fileInTheWay = 'a file stands where a folder is needed on the way. Move that file away, or name another place.';
const full = 'there is no space left. Free some, and try again.';

const remedies: Readonly<Record<string, string>> = {
  EACCES: permission,
  EPERM: permission,
  EROFS: 'the disk is read-only. Work in a place that can be written to.',
  ENOSPC: full,
  EDQUOT: full,
  EISDIR: 'a folder stands here, and a file is expected. Move the folder away, or name another file.',
  ENOTDIR: fileInTheWay,
  EEXIST: fileInTheWay,
  ENAMETOOLONG: 'the name is too long for this disk. Choose a shorter one.',
  ELOOP: 'its links lead in a circle. Remove one of them.',
};

const isOfSystem = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';

/** A UsageError for what the system refused; anything else is given back as it is. */
export const refusalOf = (error: unknown, path: string, deed: Deed): unknown => {
  if (!isOfSystem(error)) return error;
  const { code = '' } = error;
  const why = remedies[code] ?? 'the system refuses it. Check the disk and the path.';
  return new UsageError(`${path}: This cannot be ${deed} (${code}): ${why}`, { cause: error });
};

type Act<Rest extends readonly unknown[], Answer> = (path: string, ...rest: Rest) => Promise<Answer>;

/** The same act, whose refusals by the system are UsageErrors. */
export const refusing =
  <Rest extends readonly unknown[], Answer>(deed: Deed, act: Act<Rest, Answer>): Act<Rest, Answer> =>
  async (path, ...rest) => {
    try {
      return await act(path, ...rest);
    } catch (error) {
      throw refusalOf(error, path, deed);
    }
  };
