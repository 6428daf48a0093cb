/** Headings that are none: `##[1.1.0]` without a space is text in CommonMark, so what follows it belongs to the release before. */
import { rawOf } from '../markdown/nodes.ts';
import { bodyNodes, type Outline } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { list, object, type Static, string } from '../model/shape.ts';
import type { Source } from '../model/source.ts';
import { type Line, linesOf } from './lines.ts';
import { reader } from './reading.ts';

const lostHeadingShape = object(
  'A line that looks like the heading of a release or a group and is text.',
  { raw: string('The line as written.'), expected: string('The line as a heading.') },
  {},
);

type LostHeading = Static<typeof lostHeadingShape>;

// A version and perhaps a date, or a name that changelogs use; `#1234`, `#channel` and `#1.2 is fixed` are something else.
const version = String.raw`\[?v?\d+\.\d+(?:\.\d+)*(?:[-+][\w.+-]+)?\]?(?:\([^()\s]*\)|\[[^[\]]*\])?`;
const tail = String.raw`\s*(?:$|[-–—(:]\s*\(?\s*(?:\d{4}|\d{1,2}[./-]|[A-Z][a-z]{2,8}\.? \d|unreleased|tbd|yanked).*|\[?yanked\]?.*|\d{4}-\d{2}-\d{2}.*)$`;
const release = new RegExp(`^(#{1,6})(${version}${tail})`, 'i');
const unreleased = /^(#{1,6})(\[unreleased\](?:\([^()\s]*\))?\s*)$/i;
const name = /^(#{2,6})((?:unreleased|added|changed|deprecated|removed|fixed|security)\s*:?\s*)$/i;

// A paragraph in a list takes in the line below it; what counts is where the line starts in the file.
const indentOf = ({ text }: Source, start: number): string =>
  text.slice(Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1, start);

const lostHeading = (source: Source, { raw, range }: Line): Tree<LostHeading>[] => {
  const found = release.exec(raw) ?? unreleased.exec(raw) ?? name.exec(raw);
  if (found === null || !/^ {0,3}$/.test(indentOf(source, range.start))) return [];
  return [at(range, { raw, expected: `${found[1]} ${(found[2] ?? '').trim()}` })];
};

/** The headings that a changelog loses; fences, comments and quotations hold none. */
export const lostHeadings = reader(
  list(lostHeadingShape, 'Lines that look like headings of releases or groups and are text.'),
  ({ source, sections }: Outline) =>
    sections.flatMap((section) =>
      [...bodyNodes(section)].flatMap(({ node }) =>
        node.type === 'paragraph' && rawOf(source, node).includes('#')
          ? linesOf(source, node).flatMap((line) => lostHeading(source, line))
          : [],
      ),
    ),
);
