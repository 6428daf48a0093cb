/** Tidiness: what conditions and loops of a template leave between its lines, before values take their places. */

const isFence = (line: string, open: string | undefined): boolean =>
  open === undefined ? /^[ \t>]*(?:`{3,}|~{3,})/.test(line) : new RegExp(`^[ \\t>]*${open}+[ \\t]*$`).test(line);

// Two spaces at the end break a line; others do nothing.
const trimmed = (line: string): string => line.replace(/(?<![ \t])[ \t]+$/, (run) => (run === '  ' && line.trim() !== '' ? run : ''));

/** One empty line at most, no white space at the ends of lines, one final newline; what stands in a fence stays as it is. */
export const tidy = (text: string): string => {
  let open: string | undefined;
  const lines: string[] = [];
  for (const raw of text.split('\n')) {
    const line = open === undefined ? trimmed(raw) : raw;
    if (isFence(line, open)) open = open === undefined ? /`{3,}|~{3,}/.exec(line)?.[0] : undefined;
    if (open !== undefined || line !== '' || lines.at(-1) !== '') lines.push(line);
  }
  return `${lines.join('\n').replace(/^\n+/, '').trimEnd()}\n`;
};
