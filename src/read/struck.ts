/** Words that are struck out: they were said once and no longer are. */

const struck = /~~([^~\n]+)~~|<(del|s|strike)>(.*?)<\/\2>/g;

/** A rendered text without what its Markdown strikes out. */
export const withoutStruck = (raw: string, text: string): string =>
  [...raw.matchAll(struck)]
    .reduce((left, [, tildes, , tag]) => left.replace((tildes ?? tag ?? '').replace(/[*_`]/g, ''), ' '), text)
    .trim();
