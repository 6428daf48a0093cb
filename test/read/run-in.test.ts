/** Parts that bold words head. */
import { describe, expect, test } from 'vitest';
import { outlineOf } from '../../src/markdown/outline.ts';
import { unzip } from '../../src/model/located.ts';
import { sourceOfText } from '../../src/model/source.ts';
import { readActions } from '../../src/read/actions.ts';
import { findPart } from '../../src/read/parts.ts';
import { sectionNames } from '../../src/read/section-names.ts';
import { lines } from './reading.ts';

const outline = (...all: string[]) => outlineOf(sourceOfText('a.md', lines('# Outage', '', ...all)));
const cause = (...all: string[]) => findPart(outline(...all), sectionNames.rootCause);

describe('bold words that head a part', () => {
  test.each([
    ['alone in a paragraph', ['**Root cause**', '', 'A full disk.'], false],
    ['with nothing below', ['**Root cause**', '', '**Resolution**', '', 'Grown.'], true],
    ['with a promise below', ['**Root cause**', '', 'TBD'], true],
    ['closed by a full stop', ['**Root cause.** A full disk.'], false],
    ['closed by a question mark', ['**Why did it happen?** A full disk.'], false],
    ['before a dash', ['**Root cause** — a full disk'], false],
    ['with a promise behind', ['**Root cause.** Under investigation.'], true],
  ])('%s', (_, all, empty) => expect(cause(...all)?.empty).toBe(empty));

  test.each([
    ['a sentence that opens in bold', ['**Root cause** analysis is a craft.']],
    ['an item', ['- **Root cause** — read the logs']],
    ['other words', ['**Do not merge.** The root cause is open.']],
  ])('%s heads none', (_, all) => expect(cause(...all)).toBeUndefined());

  test('a heading and a label go first', () => {
    expect(cause('**Root cause.** TBD', '', '## Root cause', '', 'A disk.')?.empty).toBe(false);
    expect(cause('**Root cause.** TBD', '', '**Root cause:** A disk.')?.empty).toBe(false);
  });

  test('actions below them', () =>
    expect(
      unzip(readActions(outline('**How will we prevent this?**', '', '- Add alert (@ops)', '', '**Thanks**', '', '- all'))).data,
    ).toMatchObject([{ text: 'Add alert (@ops)', owners: ['@ops'] }]));
});
