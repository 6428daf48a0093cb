/** The one error class users see: their set-up is wrong, the run stops with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, left] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, right] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (left === right ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

const leastTyped = 3;

/** The closest of the known names: one that goes on where the name ends, else one close enough to be meant (Levenshtein, a third of its length). */
export const closest = (name: string, known: Iterable<string>): string | undefined => {
  const typed = name.toLowerCase();
  const goesOn = (candidate: string): boolean => [...typed].length >= leastTyped && candidate.toLowerCase().startsWith(typed);
  const ranked = [...known]
    .map((candidate) => ({ candidate, edits: distance(typed, candidate.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1));
  const best = ranked.find(({ candidate }) => goesOn(candidate)) ?? ranked[0];
  if (best !== undefined && goesOn(best.candidate)) return best.candidate;
  return best !== undefined && best.edits <= Math.max(1, Math.ceil(best.candidate.length / 3)) ? best.candidate : undefined;
};

/** ` Did you mean "x"?`, or nothing. */
export const didYouMean = (name: string, known: Iterable<string>): string => {
  const best = closest(name, known);
  return best === undefined ? '' : ` Did you mean "${best}"?`;
};
