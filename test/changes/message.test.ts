/** Commit messages, by the clauses of Conventional Commits 1.0.0 and by what other parsers get wrong. */
import { describe, expect, it } from 'vitest';
import { readMessage, seemsBreaking } from '../../src/changes/message.ts';
import { fc } from '../tooling/fast-check.ts';

describe('the header', () => {
  it.each([
    ['feat: add x', 'feat', undefined, 'add x', false],
    ['feat(api): add x', 'feat', 'api', 'add x', false],
    ['feat(a,b): add x', 'feat', 'a,b', 'add x', false],
    ['feat(api)!: add x', 'feat', 'api', 'add x', true],
    ['feat!: add x', 'feat', undefined, 'add x', true],
    ['FEAT: add x', 'feat', undefined, 'add x', false],
    ['feat(): add x', 'feat', undefined, 'add x', false],
    ['fix: a: b: c', 'fix', undefined, 'a: b: c', false],
    ['fix(@scope/pkg): a', 'fix', '@scope/pkg', 'a', false],
  ])('%s', (header, type, scope, text, breaking) => {
    expect(readMessage(header)).toMatchObject({ type, scope, text, breaking });
  });

  it.each(['feat:no space', 'feat : x', 'add x', 'feat(a: x', '__proto__: x', ': x', 'feat:', '', '\n\n'])('is not one: %j', (header) => {
    expect(readMessage(header)).toMatchObject({ type: undefined, text: header.trim(), breaking: false });
  });

  it('is none when its description is not to be seen', () => {
    expect(readMessage('feat: \u202E')).toMatchObject({ type: undefined, text: 'feat: \u202E' });
  });
});

describe('footers', () => {
  it('keeps every paragraph of a note and the trailers apart', () => {
    const message = readMessage(
      'feat!: x\n\nbody\n\nBREAKING CHANGE: one\ntwo #4 stays\n\nthree, in a paragraph\n\nReviewed-by: A <a@example.org>\nRefs: #12\n',
    );
    expect(message.notes).toEqual(['one\ntwo #4 stays\n\nthree, in a paragraph']);
    expect(message.trailers).toEqual([
      { token: 'Reviewed-by', value: 'A <a@example.org>' },
      { token: 'Refs', value: '#12' },
    ]);
    expect(message.body).toBe('body');
  });

  it('ends a note at a trailer of the same paragraph', () => {
    const message = readMessage('feat: x\n\nBREAKING CHANGE: one;\ntwo.\nCloses #3\nCo-authored-by: A <a@example.org>');
    expect(message.notes).toEqual(['one;\ntwo.']);
    expect(message.trailers.map(({ token }) => token)).toEqual(['Closes', 'Co-authored-by']);
  });

  it('keeps words before a colon inside a note', () => {
    expect(readMessage('feat: x\n\nBREAKING CHANGE: the default changed\ndefault: false').notes).toEqual([
      'the default changed\ndefault: false',
    ]);
  });

  it.each(['BREAKING CHANGE: x', 'BREAKING-CHANGE: x', 'BREAKING CHANGE #x'])('is breaking: %s', (footer) => {
    expect(readMessage(`fix: y\n\n${footer}`)).toMatchObject({ breaking: true, notes: ['x'] });
  });

  it.each(['breaking change: x', 'Breaking Change: x', 'breaking-change: x'])('is not breaking, and said aloud: %s', (footer) => {
    const message = readMessage(`fix: y\n\n${footer}`);
    expect(message).toMatchObject({ breaking: false, notes: [] });
    expect(seemsBreaking(message)).toBe(true);
  });

  it('takes no wrapped line of a paragraph for a footer', () => {
    expect(readMessage('fix: y\n\nThis is not a\nBREAKING CHANGE: it only says so').breaking).toBe(false);
  });

  it('ends a note at the ruler of a squash, and reads the trailers behind it', () => {
    const message = readMessage('feat: x\n\nBREAKING CHANGE: one\n\n---------\n\nCo-authored-by: A <a@example.org>');
    expect(message.notes).toEqual(['one']);
    expect(message.trailers).toEqual([{ token: 'Co-authored-by', value: 'A <a@example.org>' }]);
  });

  it('joins a trailer that goes on in the next line', () => {
    expect(readMessage('fix: x\n\nbody\n\nRefs: #1,\n  #2').trailers).toEqual([{ token: 'Refs', value: '#1,\n#2' }]);
  });

  it('reads CRLF as it reads LF', () => {
    const text = 'feat!: x\n\nbody\n\nBREAKING CHANGE: one\ntwo\n\nRefs: #1\n';
    expect(readMessage(text.replaceAll('\n', '\r\n'))).toEqual(readMessage(text));
  });

  it('finds nothing in the texts that other tools take for delimiters', () => {
    const message = readMessage('fix: x\n\n-hash-\n0123456\n-gitTags-\na|b|c \u001f %x00 \\0\n');
    expect(message).toMatchObject({ type: 'fix', text: 'x', body: '-hash-\n0123456\n-gitTags-\na|b|c \u001f %x00 \\0', trailers: [] });
  });
});

describe('any text', () => {
  const words = fc.constantFrom('BREAKING CHANGE: a', 'Refs: #1', 'Co-authored-by: A <a@b>', 'text', '', '  - x', '---', 'token: b', '\r');
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(words).map((parts) => parts.join('\n')),
  );

  it('is a message, and nothing of it is lost', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { header, body, notes, trailers } = readMessage(text);
        const kept = [header, body, ...notes, ...trailers.flatMap(({ token, value }) => [token, value])].join('\n');
        const wordsOf = (whole: string): string[] => whole.match(/[\p{L}\p{N}]+/gu) ?? [];
        const left = wordsOf(kept);
        for (const word of wordsOf(text.replace(/^BREAKING[ -]CHANGE/gm, ''))) expect(left).toContain(word);
      }),
    );
  });
});
