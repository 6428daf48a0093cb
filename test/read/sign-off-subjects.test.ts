import { describe, expect, test } from 'vitest';
import { readSubjects, subjectsIn } from '../../src/read/sign-off-subjects.ts';

const digest = 'a'.repeat(64);
const commit = 'b'.repeat(40);

describe('what a text names, bound to its content', () => {
  test.each([
    ['a path', 'docs/a.md', [{ path: 'docs/a.md' }]],
    ['a path in code', '`docs/a.md`.', [{ path: 'docs/a.md' }]],
    ['a path and its digest', `docs/a.md sha256:${digest}`, [{ path: 'docs/a.md', digest: `sha256:${digest}` }]],
    ['a digest before its path', `SHA-256: ABCDEF012345 docs/a.md`, [{ digest: 'sha256:abcdef012345', path: 'docs/a.md' }]],
    ['a bare digest', digest, [{ digest: `sha256:${digest}` }]],
    ['a path at a commit', 'a.json @ commit abc1234', [{ path: 'a.json', commit: 'abc1234' }]],
    ['a bare commit', commit, [{ commit }]],
    ['two of them', `a.md sha256:${digest}<br>b.md`, [{ path: 'a.md', digest: `sha256:${digest}` }, { path: 'b.md' }]],
    ['a local link', '[the notes](notes/a.md#x)', [{ path: './notes/a.md' }]],
    ['a link from the root', '[a](/docs/a.md)', [{ path: '/docs/a.md' }]],
    ['two digests', `sha256:${digest} sha256:${'c'.repeat(64)}`, [{ digest: `sha256:${digest}` }, { digest: `sha256:${'c'.repeat(64)}` }]],
    ['an escaped path', 'docs/a\\_b.md', [{ path: 'docs/a_b.md' }]],
    ['addresses, comments and words', '[x](https://x/a.md) https://y/b.md <!-- c.md --> UI/UX Node.js', []],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => expect(subjectsIn(text)).toEqual(expected));
});

describe('the cells of a sign-off', () => {
  test.each([
    ['a digest column binds the subject', { subject: 'a.md', digest: `sha256:${digest}` }, [{ path: 'a.md', digest: `sha256:${digest}` }]],
    [
      'a commit column binds every subject',
      { subject: 'a.md b.md', commit: 'abc1234' },
      [
        { commit: 'abc1234', path: 'a.md' },
        { commit: 'abc1234', path: 'b.md' },
      ],
    ],
    ['a commit column alone', { commit: 'abc1234' }, [{ commit: 'abc1234' }]],
    [
      'two commits bind in order',
      { subject: 'a.md b.md', commit: 'abc1234 def5678' },
      [
        { path: 'a.md', commit: 'abc1234' },
        { path: 'b.md', commit: 'def5678' },
      ],
    ],
    [
      'a note names a subject where it binds it',
      { note: `see b.md; a.md sha256:${digest}` },
      [{ path: 'a.md', digest: `sha256:${digest}` }],
    ],
    ['a note that binds nothing', { note: 'see b.md' }, []],
    [
      'a digest with a path of its own',
      { subject: 'a.md', digest: `b.md sha256:${digest}` },
      [{ path: 'a.md' }, { path: 'b.md', digest: `sha256:${digest}` }],
    ],
    ['nothing', {}, []],
  ])('%s', (_, texts, expected) => expect(readSubjects(texts)).toEqual(expected));
});
