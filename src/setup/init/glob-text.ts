/** Globs that stand for a name as it is. */

/** A glob that matches this path and no other, in every tree; a name may hold what globs and brace expansion read as signs. */
export const globOf = (path: string): string => path.replace(/[\\*?[\]{}()]|^[!#]/g, '\\$&');
