/** What the releases of a whole changelog tell of each other: 3.0.5 may come out after 4.0.0, for it continues 3.0. */

type Core = readonly number[];

// Calendar versions go on; they have no lines that are kept up.
const isCalendar = ([major = 0]: Core): boolean => major >= 1900;

const isHigher = ([major = 0, minor = 0]: Core, [otherMajor = 0, otherMinor = 0]: Core): boolean =>
  major > otherMajor || (major === otherMajor && minor > otherMinor);

const lineBelow = (core: Core, newest: Core): string | undefined => {
  const [major = 0, minor = 0, patch = 0] = core;
  if (isCalendar(core) || !isHigher(newest, core)) return undefined;
  if (patch > 0) return `${major}.${minor}`;
  return (newest[0] ?? 0) > major && minor > 0 ? String(major) : undefined;
};

/** For each release, newest first: the older line that it continues while a newer one stands above; the first of a line continues none. */
export const continuedLines = (cores: readonly (Core | undefined)[]): (string | undefined)[] => {
  let newest: Core = [];
  return cores.map((core) => {
    if (core === undefined) return undefined;
    const line = lineBelow(core, newest);
    if (isHigher(core, newest)) newest = core;
    return line;
  });
};
