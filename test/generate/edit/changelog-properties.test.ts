/** The promises of changelog edits over generated files. */
import { describe, expect, it } from 'vitest';
import { composed } from '../../../src/generate/edit/changelog/compose.ts';
import type { NewSection } from '../../../src/generate/edit/changelog-section.ts';
import { applySplices, type Splice } from '../../../src/generate/edit/splice.ts';
import { sourceOfText } from '../../../src/model/source.ts';
import { fc } from '../../tooling/fast-check.ts';
import { entry, isSubsequence, merge, merged, plainLines, release, releasesOf, unlinked, upcoming } from './changelog-editing.ts';

interface Style {
  readonly bullet: string;
  readonly below: number;
  readonly between: readonly string[];
  readonly heading: (version: string, day: number) => readonly string[];
  readonly unreleased: readonly string[];
  readonly isFlat: boolean;
  readonly isLinked: boolean;
}

const styles = fc.record({
  bullet: fc.constantFrom('- ', '* ', '+ ', '-   ', '1. ', ' - ', '-\t'),
  below: fc.integer({ min: 0, max: 2 }),
  between: fc.constantFrom([''], [''], ['', ''], ['', '---', ''], ['', '- - -']),
  isFlat: fc.boolean(),
  form: fc.constantFrom('brackets', 'plain', 'inline', 'setext', 'prefix'),
});

const pad = (day: number): string => String(day).padStart(2, '0');

const forms: Record<string, Pick<Style, 'heading' | 'unreleased' | 'isLinked'>> = {
  brackets: { heading: (version, day) => [`## [${version}] - 2025-11-${pad(day)}`], unreleased: ['## [Unreleased]'], isLinked: true },
  plain: { heading: (version, day) => [`## ${version} (2025/11/${pad(day)})`], unreleased: ['## Unreleased  '], isLinked: false },
  inline: {
    heading: (version, day) => [`### [v${version}](https://example.com/${version}) (${day} November 2025) ###`],
    unreleased: ['### [Unreleased](https://example.com/HEAD)'],
    isLinked: false,
  },
  setext: {
    heading: (version, day) => [`${version} - November ${day}, 2025`, '-----------'],
    unreleased: ['Upcoming', '--------'],
    isLinked: false,
  },
  prefix: { heading: (version) => [`# Release ${version}`], unreleased: ['# Unreleased'], isLinked: false },
};

const styleOf = ({ form, ...rest }: { form: string } & Omit<Style, 'heading' | 'unreleased' | 'isLinked'>): Style => ({
  ...rest,
  ...(forms[form] as Pick<Style, 'heading' | 'unreleased' | 'isLinked'>),
});

const change = fc.constantFrom(
  'Orders can be exported (#11)',
  '`npm test` is **green** ([#12](https://example.com/shop/pull/12))',
  'A list  \n  with a hard break',
  'Code\n\n  ```sh\n  ## [9.9.9]\n  ```',
  'naïve — 日本語 \\# x',
  '[ref][1.0.0] and <b>html</b>',
);

const extra = fc.constantFrom(
  ['```', '## [9.9.9] - 2026-01-01', '- #9001', '```'],
  ['<!-- ## [8.8.8]', '- #9001 -->'],
  ['<details><summary>Older</summary>', '', '- hidden', '', '</details>'],
  ['| a | b |', '|---|---|', '| 1 | 2 |'],
  ['Prose with two spaces  ', 'and\ta tab.'],
  ['> quoted #9001 is not', '> an entry'],
);

const group = fc.record({
  title: fc.constantFrom('Added', 'Fixed', 'Changed', 'Security', 'Known issues', 'Bug fixes'),
  changes: fc.array(change, { minLength: 1, maxLength: 3 }),
  extra: fc.option(extra, { nil: undefined, freq: 3 }),
});

const releaseOf = fc.record({
  groups: fc.uniqueArray(group, { maxLength: 3, selector: ({ title }) => title }),
  extra: fc.option(extra, { nil: undefined, freq: 3 }),
});

type Group = typeof group extends fc.Arbitrary<infer G> ? G : never;
type Rel = typeof releaseOf extends fc.Arbitrary<infer R> ? R : never;

const blank = (count: number): string[] => Array<string>(count).fill('');

const itemLines = (style: Style, changes: readonly string[]): string[] => {
  const indent = ' '.repeat(style.bullet === '-\t' ? 4 : style.bullet.length);
  return changes.flatMap((text) =>
    (style.bullet + text).split('\n').map((line, index) => (index === 0 || line === '' ? line : indent + line.trimStart())),
  );
};

const rankLines = (style: Style, title: string): string => {
  const depth = /^#+/.exec(style.heading('1', 1)[0] ?? '')?.[0].length ?? 2;
  return `${'#'.repeat(depth + 1)} ${title}`;
};

const groupLines = (style: Style, { title, changes, extra: more }: Group): string[] => [
  ...(style.isFlat ? [] : [rankLines(style, title), ...blank(style.below)]),
  ...itemLines(style, changes),
  ...(more === undefined ? [] : ['', ...more]),
];

const bodyLines = (style: Style, { groups, extra: more }: Rel): string[] => {
  const shown = style.isFlat ? groups.slice(0, 1) : groups;
  const parts = [...(more === undefined ? [] : [more]), ...shown.map((each) => groupLines(style, each))];
  return parts.flatMap((part) => [...blank(Math.max(1, style.below)), ...part]);
};

const log = fc.record({
  style: styles.map(styleOf),
  title: fc.constantFrom(['# Changelog', ''], ['Changelog', '=========', ''], ['# Changelog', '', 'All of it, with [a link](x).', ''], []),
  unreleased: fc.option(releaseOf, { nil: undefined, freq: 2 }),
  releases: fc.array(releaseOf, { minLength: 1, maxLength: 4 }),
  endings: fc.array(fc.constantFrom('\n', '\r\n'), { minLength: 1, maxLength: 3 }),
  bom: fc.constantFrom('', '\uFEFF'),
  hasFinal: fc.boolean(),
  footer: fc.constantFrom([], ['', '[other]: https://example.com/other']),
});

type Log = typeof log extends fc.Arbitrary<infer L> ? L : never;

const versionAt = (count: number, index: number): string => `1.${count - index - 1}.0`;

const linesOfLog = ({ style, title, unreleased, releases, footer }: Log): string[] => {
  const blocks = releases.map((each, index) => [
    ...style.heading(versionAt(releases.length, index), 20 - index),
    ...bodyLines(style, each),
  ]);
  const all = unreleased === undefined ? blocks : [[...style.unreleased, ...bodyLines(style, unreleased)], ...blocks];
  const links = releases.map((_, index) => `[${versionAt(releases.length, index)}]: https://example.com/${index}`);
  return [
    ...title,
    ...all.flatMap((lines, index) => [...(index === 0 ? [] : style.between), ...lines]),
    ...(style.isLinked ? ['', '[Unreleased]: https://example.com/old...HEAD', ...links] : footer),
  ];
};

const textOf = (each: Log): string => {
  const lines = linesOfLog(each);
  return (
    each.bom +
    lines
      .map((line, index) => line + (index < lines.length - 1 || each.hasFinal ? (each.endings[index % each.endings.length] ?? '\n') : ''))
      .join('')
  );
};

const texts = log.map(textOf);

const additions = {
  Fixed: [entry('Prices are rounded once ([#9001](https://example.com/shop/pull/9001))', 'pr:9001')],
  Added: [entry('Search by colour (#9002)\nand by size', 'pr:9002'), entry('Dark mode', `sha:${'ab12'.repeat(10)}`)],
  'Known bugs': [entry('None (#9003)', 'pr:9003')],
};

const next = release('2.0.0', additions, '1.0.0');
const later = release('2.1.0', { Changed: [entry('Later (#9004)', 'pr:9004')] }, '2.0.0');

const isUnreleasedLink = (line: string): boolean => /^\[Unreleased\]: |\[Unreleased\]\(/.test(line);

const keepsAll = (before: string, after: string): void => {
  expect(
    isSubsequence(
      plainLines(before).filter((line) => !isUnreleasedLink(line)),
      plainLines(after),
    ),
  ).toBe(true);
  expect(after.startsWith('\uFEFF')).toBe(before.startsWith('\uFEFF'));
  expect(/[\r\n]$/.test(after)).toBe(/[\r\n]$/.test(before));
};

const others = (text: string): unknown =>
  unlinked(releasesOf(text).filter(({ version, unreleased }) => !unreleased && !version?.startsWith('2.')));

const counted = (text: string): number => releasesOf(text).reduce((sum, { entries }) => sum + entries, 0);

const run = (check: (text: string) => void): void => fc.assert(fc.property(texts, check), { numRuns: 25 });

describe('merging into any changelog', { timeout: 300_000 }, () => {
  it('only inserts, but for the address of what is not released', () => {
    run((text) => {
      const source = sourceOfText('CHANGELOG.md', text);
      for (const section of [next, upcoming(additions)]) {
        const { splices } = merge(text, [section]);
        for (const { start, end } of splices)
          if (start < end) expect(source.text.slice(start, end)).toMatch(/^https:\/\/example.com\/(?:old\.\.\.)?HEAD$/);
        keepsAll(text, applySplices(source, splices));
      }
    });
  });

  it('changes nothing the second time', () => {
    run((text) => {
      for (const sections of [[next], [upcoming(additions)], [later, next]] as NewSection[][]) {
        const once = merged(text, ...sections);
        expect(merge(once, sections).splices).toEqual([]);
      }
    });
  });

  it('writes a release that the reader finds, newest, with all entries, and leaves the others', () => {
    run((text) => {
      const after = merged(text, next);
      expect(others(after)).toEqual(others(text));
      const released = releasesOf(after).filter(({ unreleased }) => !unreleased);
      expect(released[0]).toMatchObject({ version: '2.0.0' });
      expect(released.filter(({ version }) => version === '2.0.0')).toHaveLength(1);
      expect(counted(after) - counted(text)).toBe(4);
      expect(
        releasesOf(after)
          .filter(({ unreleased }) => unreleased)
          .map(({ entries }) => entries),
      ).toEqual(releasesOf(text).some(({ unreleased }) => unreleased) ? [0] : []);
    });
  });

  it('keeps the order over two releases, and nothing is lost on the way', () => {
    run((text) => {
      const after = merged(merged(text, next), later);
      const versions = releasesOf(after).flatMap(({ version }) => version ?? []);
      expect(versions.slice(0, 2)).toEqual(['2.1.0', '2.0.0']);
      expect(versions.slice(2)).toEqual(releasesOf(text).flatMap(({ version }) => version ?? []));
      keepsAll(text, after);
      expect(others(after)).toEqual(others(text));
    });
  });

  it('never mixes line endings where the file does not', () => {
    run((text) => {
      const after = merged(text, next);
      if (!/(?<!\r)\n/.test(text) && text.includes('\r\n')) expect(after).not.toMatch(/(?<!\r)\n/);
      if (!text.includes('\r')) expect(after).not.toContain('\r');
    });
  });

  it('never adds two blank lines where the file has none', () => {
    run((text) => {
      const double = /\n\r?\n\r?\n/;
      if (!double.test(text)) expect(merged(text, next)).not.toMatch(double);
    });
  });

  it('takes what is not released over into the next release', () => {
    run((text) => {
      const [before] = releasesOf(text).filter(({ unreleased }) => unreleased);
      const after = merged(merged(text, upcoming(additions)), release('2.0.0', {}, '1.0.0'));
      expect(releasesOf(after).find(({ version }) => version === '2.0.0')).toMatchObject({ entries: (before?.entries ?? 0) + 4 });
    });
  });
});

describe('composed', () => {
  const cutsOf = (text: string, raw: readonly (readonly [number, number, string])[]): Splice[] => {
    let from = 0;
    return raw
      .map(([a, b, put]) => ({ start: Math.min(a, b) % (text.length + 1), end: Math.max(a, b) % (text.length + 1), text: put }))
      .map(({ start, end, text: put }) => ({ start: Math.min(start, end), end: Math.max(start, end), text: put }))
      .sort((a, b) => a.start - b.start)
      .filter(({ start, end }) => {
        const isFree = start >= from;
        if (isFree) from = end + 1;
        return isFree;
      });
  };

  it('is the one edit after the other', () => {
    const raw = fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.string()), { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.startsWith('\uFEFF')),
        raw,
        raw,
        (text, one, two) => {
          const source = sourceOfText('a.md', text);
          const first = cutsOf(text, one);
          const between = applySplices(source, first);
          const second = cutsOf(between, two);
          expect(applySplices(source, composed(source, first, second))).toBe(applySplices({ ...source, text: between }, second));
        },
      ),
    );
  });
});
