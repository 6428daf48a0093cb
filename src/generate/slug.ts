/** File names from titles, as GitHub makes anchors: lower case, letters and digits, hyphens for spaces. */

const longest = 60;

// Cut between words where a word ends in time.
const cut = (slug: string): string => {
  const letters = [...slug];
  if (letters.length <= longest) return slug;
  const head = letters.slice(0, longest + 1).join('');
  const end = head.lastIndexOf('-');
  return end > longest / 3 ? head.slice(0, end) : letters.slice(0, longest).join('');
};

/** A title as part of a file name; empty where nothing of it may stand there. At most 60 characters. */
export const slugOf = (title: string): string =>
  cut(
    title
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
      .replace(/^-+|-+$/g, ''),
  );
