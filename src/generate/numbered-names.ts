/** How a folder names its numbered files: `INCIDENT-0007-title.md`, `INC-2026-001.md`, `007-title.md`, `2026-01-05-title.md`. */

/** A file name taken apart. */
export interface NumberedName {
  readonly form: 'number' | 'year' | 'date';
  /** Before the number: `INCIDENT-`; empty for `007-title.md`. */
  readonly prefix: string;
  /** `2026` of `INC-2026-001`. */
  readonly year?: string;
  /** Absent for names by date. */
  readonly number?: number;
  /** How many digits it is written with. */
  readonly width: number;
  /** Between number and title. */
  readonly separator: string;
}

const tail = '(?<separator>[-_. ]+)?(?<title>.*)$';
const byDate = new RegExp(`^(?<prefix>)(?<date>\\d{4}-\\d{2}-\\d{2})(?!\\d)${tail}`);
const byYear = new RegExp(`^(?<prefix>[A-Za-z]+[-_ ]?)(?<year>(?:19|20)\\d{2})-(?<number>\\d{1,6})(?!\\d)${tail}`);
const byBareYear = new RegExp(`^(?<prefix>)(?<year>(?:19|20)\\d{2})-(?<number>\\d{3,6})(?!\\d)${tail}`);
const byNumber = new RegExp(`^(?<prefix>(?:[A-Za-z]+[-_ ]?)?)(?<number>\\d{1,7})(?!\\d)${tail}`);

const forms = [
  ['date', byDate],
  ['year', byYear],
  ['year', byBareYear],
  ['number', byNumber],
] as const;

/** Takes the name of a Markdown file apart; undefined where it holds no number. */
export const numberedName = (name: string): NumberedName | undefined => {
  const stem = name.replace(/(?:\.html)?\.(?:md|mdx|markdown)(?:\.erb)?$/i, '');
  if (stem === name) return undefined;
  for (const [form, pattern] of forms) {
    const groups = pattern.exec(stem)?.groups;
    if (groups === undefined) continue;
    const { prefix = '', year, number, separator, title } = groups;
    const known = title === '' || title === undefined ? undefined : separator;
    return {
      form,
      prefix,
      ...(year !== undefined && { year }),
      ...(number !== undefined && { number: Number(number) }),
      width: number?.length ?? 0,
      separator: known ?? '',
    };
  }
  return undefined;
};
