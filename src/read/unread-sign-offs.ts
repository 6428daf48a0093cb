/** Tables that are meant as sign-offs and cannot be read as such: in raw HTML, or with columns of unknown names. */
import type { Outline, Section } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { type UnreadSignOff, unreadSignOffShape } from '../model/parts/sign-off.ts';
import { list } from '../model/shape.ts';
import type { Range, Source } from '../model/source.ts';
import { isStop, readDecision } from './decision.ts';
import { htmlTables } from './html-tables.ts';
import { checkColumns } from './marked-columns.ts';
import { reader } from './reading.ts';
import { roleOf } from './role.ts';
import { bareTitle, sectionNames } from './section-names.ts';
import { signOffColumns, strongHeader } from './sign-off-columns.ts';
import { signOffRanges } from './sign-offs.ts';
import { isInstructions } from './silent-titles.ts';
import { headerName, tablesOf } from './tables.ts';

const inHtml = 'Write it as a Markdown table: tables in HTML are not read.';
const unnamed = 'Name its columns Role, Name, Decision and Date: it is not clear which one decides.';

const parts = ['role', 'person', 'decision', 'date', 'signature'] as const;

const isNear = ({ path, depth }: Section): boolean =>
  path.slice(depth === path.length ? 1 : 0).some((title) => sectionNames.signOff.test(bareTitle(title))) ||
  sectionNames.signOff.test(bareTitle(path.at(-1) ?? ''));

const saysDecision = (text: string): boolean => isStop(text) || readDecision(text) === 'approved';

// Its cells name who decides and what; below a heading of sign-offs one of them is enough.
const isMeant = (cells: readonly string[], near: boolean): boolean => {
  const names = cells.map(headerName);
  const named = parts.filter((part) => names.some((name) => signOffColumns[part].test(name)));
  if (near) return named.length > 0 || cells.some(saysDecision);
  const who = named.includes('role') || named.includes('person') || cells.some((cell) => roleOf(cell) !== undefined);
  return who && (names.some((name) => strongHeader.test(name)) || cells.some((cell) => isStop(cell)));
};

const unread = (source: Source, range: Range, detail: string): Tree<UnreadSignOff> =>
  at(range, {
    text:
      source.text
        .slice(range.start, range.end)
        .split(/[\r\n]/)[0]
        ?.trim() ?? '',
    detail,
  });

const unreadTables = (source: Source, section: Section, taken: readonly Range[]): Tree<UnreadSignOff>[] =>
  isNear(section)
    ? tablesOf(source, section)
        .filter((table) => checkColumns(table) === undefined && table.header.length > 1)
        .filter(({ range }) => !taken.some(({ start }) => range.start <= start && start < range.end))
        .filter(({ rows }) => rows.some(({ cells }) => cells.slice(1).some(({ raw, text }) => isStop(raw, text))))
        .map(({ header, range }) => unread(source, { start: range.start, end: header.at(-1)?.range.end ?? range.end }, unnamed))
    : [];

const readAll = (outline: Outline): Tree<UnreadSignOff>[] => {
  const { source, sections } = outline;
  const taken = signOffRanges(outline);
  return sections
    .filter((section) => !isInstructions(section))
    .flatMap((section) => [
      ...htmlTables(source, section)
        .filter(({ cells }) => isMeant(cells, isNear(section)))
        .map(({ range }) => unread(source, range, inHtml)),
      ...unreadTables(source, section, taken),
    ]);
};

export const unreadSignOffs = reader(list(unreadSignOffShape, 'Tables that are meant as sign-offs and are not read.'), readAll);
