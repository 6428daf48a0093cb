/** Which comments are waivers, what they state and which lines they cover. */
import { describe, expect, it } from 'vitest';
import { waivers } from '../../src/read/waivers.ts';
import { lines, pieceAt, read } from '../read/reading.ts';

const comment = '<!-- docgate-waive checklist/open-items: reason="why" owner=@x expires=2026-02-01 -->';

const first = (text: string): Record<string, unknown> => read(waivers, text)[0] as Record<string, unknown>;

const covers = (...text: readonly string[]): string[] => read(waivers, lines(...text)).map(({ from, to }) => `${from}-${to}`);

describe('what a waiver states', () => {
  it('are rule, reason, owner, expiry and item', () =>
    expect(first('<!-- docgate-waive a/b: reason="not now" owner=@x expires=2026-02-01 item="Load test" -->')).toMatchObject({
      rule: 'a/b',
      reason: 'not now',
      owner: '@x',
      expires: '2026-02-01',
      item: 'Load test',
    }));

  it.each([
    ['escapes', String.raw`<!-- docgate-waive a/b: reason="a \"b\" \\ c" -->`, { reason: String.raw`a "b" \ c` }],
    ['bare words', '<!-- docgate-waive a/b: reason=later owner=mia -->', { reason: 'later', owner: 'mia' }],
    ['several lines', '<!-- docgate-waive a/b:\n  reason="two\n  lines"\n  owner=@x -->', { reason: 'two lines', owner: '@x' }],
    ['space around =', '<!-- docgate-waive a/b : reason = "x" -->', { rule: 'a/b', reason: 'x' }],
    ['a quote', '> <!-- docgate-waive a/b:\n> reason="x"\n> owner=@x -->', { rule: 'a/b', reason: 'x', owner: '@x' }],
    ['what the date is, possible or not', '<!-- docgate-waive a/b: expires=2026-02-30 -->', { expires: '2026-02-30' }],
  ])('with %s', (_, text, expected) => expect(first(text)).toMatchObject(expected));

  it.each([
    ['an unknown key', '<!-- docgate-waive a/b: until=2026-02-01 -->', ['until=2026-02-01']],
    ['a key given twice', '<!-- docgate-waive a/b: owner=@x owner=@y -->', ['owner=@y']],
    ['a loose word', '<!-- docgate-waive a/b: reason=not now -->', ['now']],
    ['an open quote', '<!-- docgate-waive a/b: reason="x -->', ['reason="x']],
    ['another word', '<!-- docgate-waiver a/b: reason=x -->', ['docgate-waiver']],
    ['another case', '<!-- DOCGATE-WAIVE a/b: reason=x -->', ['DOCGATE-WAIVE']],
    ['no rule', '<!-- docgate-waive reason=x -->', undefined],
    ['no colon', '<!-- docgate-waive a/b reason=x -->', ['a/b']],
    ['nothing', '<!-- docgate-waive -->', undefined],
  ])('and, with %s, what is not understood', (_, text, unknown) => expect(first(text)['unknown']).toEqual(unknown));

  it('has the place of the comment', () => expect(pieceAt(waivers, lines('# A', '', `Text ${comment} more.`), '/0')).toBe(comment));
});

describe('no waiver', () => {
  it.each([
    ['in a fence', lines('```', comment, '```')],
    ['in inline code', `\`${comment}\``],
    ['in indented code', `Text\n\n    ${comment}`],
    ['in a pre element', lines('<pre>', comment, '</pre>')],
    ['in a script', lines('<script>', comment, '</script>')],
    ['within another comment', '<!-- write <!-- docgate-waive a/b: reason=x owner=@x expires=2026-02-01 -->'],
    ['about something else', '<!-- docgate is fine -->'],
    ['escaped', `\\${comment}`],
    ['in front matter', lines('---', `note: "${comment.replaceAll('"', '')}"`, '---')],
  ])('%s', (_, text) => expect(read(waivers, text)).toEqual([]));
});

describe('the lines a waiver covers', () => {
  it('are its own and the next', () => expect(covers('# A', '', comment, '- [ ] B', '- [ ] C')).toEqual(['3-4']));
  it('are those up to the next that says something', () => expect(covers(comment, '', '<!-- id: x -->', '- [ ] B')).toEqual(['1-4']));
  it('are the same for several above one line', () => expect(covers(comment, comment, '- [ ] B')).toEqual(['1-3', '2-3']));
  it('are those of a heading', () => expect(covers(`# A ${comment}`, '', 'Text')).toEqual(['1-1']));
  it('are its own in text', () => expect(covers(`Text ${comment}`, 'more')).toEqual(['1-1']));
  it('are its own in a table', () => expect(covers('| a | b |', '|---|---|', `| 1 | ${comment} |`, '| 2 | |')).toEqual(['3-3']));
  it('are those of its item at the end of a line, not the next item', () =>
    expect(covers(`- [ ] A ${comment}`, '- [ ] B')).toEqual(['1-1']));
  it('are those of its item below the label', () => expect(covers('- [ ] A', `  ${comment}`, '- [ ] B')).toEqual(['1-2']));
  it('are those of the next item, where the comment ends the list', () => expect(covers('- [ ] A', comment, '- [ ] B')).toEqual(['2-3']));
  it('are those of the nested item that follows, not those of the item around it', () =>
    expect(covers('- [ ] A', `  ${comment}`, '  - [ ] A1', '  - [ ] A2')).toEqual(['2-3']));
  it('are those of the item around it behind its nested items', () =>
    expect(covers('- [ ] A', '  - [ ] A1', '', `  ${comment}`)).toEqual(['1-1']));
  it('are those of an item of several lines', () =>
    expect(covers('- [ ] A', '  goes on', `  and on ${comment}`, '  - [ ] A1')).toEqual(['1-3']));
  it('are its own at the end of the document', () => expect(covers('# A', '', comment)).toEqual(['3-3']));
});
