/** What a chat shows of a Markdown text. */
import { describe, expect, it } from 'vitest';
import { chatText } from '../../../src/generate/publish/chat-text.ts';
import { fc } from '../../tooling/fast-check.ts';

describe('chatText', () => {
  it.each([
    ['# Release 1.4.0\n\nAll **good**, see `docgate`.', 'Release 1.4.0\n\nAll good, see docgate.\n'],
    ['- a\n- [x] b\n  - c\n\n1. one\n2. two', '- a\n- [x] b\n  - c\n\n1. one\n2. two\n'],
    ['[notes](https://example.com/n) and <https://example.com>', 'notes (https://example.com/n) and https://example.com\n'],
    ['see [1.4.0]\n\n[1.4.0]: https://example.com/1', 'see 1.4.0 (https://example.com/1)\n'],
    ['| role | person |\n|---|---|\n| QA | @qa-lead |', '- role: QA, person: @qa-lead\n'],
    ['a  \nb<br>c', 'a\nb\nc\n'],
    ['<!-- hidden -->\n\n> quoted\n\n---\n\n![logo](l.png)', 'quoted\n\nlogo\n'],
    ['```sh\nnpm test\n\nmake\n```', 'npm test\n\nmake\n'],
    ['\\*not bold\\* &amp; \\<b>', '*not bold* & <b>\n'],
  ])('%j', (markdown, text) => {
    expect(chatText(markdown)).toBe(text);
  });

  it('keeps every word of a paragraph', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 20 }), (words) => {
        expect(chatText(`- **${words.replaceAll('.', '')}**\n`)).toBe(`- ${words.replaceAll('.', '')}\n`);
      }),
    );
  });
});
