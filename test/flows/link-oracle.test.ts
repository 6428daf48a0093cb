/** Links are asked about once per file, however many there are. */
import { describe, expect, it } from 'vitest';
import { withLinkFacts } from '../../src/facts/links.ts';
import { linkOracle } from '../../src/flows/link-oracle.ts';
import { readDocument } from '../../src/kinds/index.ts';
import { outlineOf } from '../../src/markdown/outline.ts';
import { type Source, sourceOfText } from '../../src/model/source.ts';
import { memoryTree } from '../../src/tree/memory.ts';

const links = (count: number, target: string): string => Array.from({ length: count }, (_, index) => `- [${index}](${target})\n`).join('');

describe('linkOracle', () => {
  it('reads the anchors of each file once', async () => {
    const parsed: string[] = [];
    const anchorsOf = (source: Source): readonly string[] => {
      parsed.push(source.path);
      return outlineOf(source).anchors;
    };
    const ask = linkOracle(memoryTree({ 'docs/b.md': '# There\n' }), anchorsOf);
    const text = `# Here\n\n${links(40, '#here')}${links(40, 'b.md#there')}${links(2, '#nowhere')}`;
    for (const path of ['docs/a.md', 'docs/c.md']) {
      const { data } = await withLinkFacts(readDocument(sourceOfText(path, text), 'document'), ask);
      const exists = (data['links'] as readonly { exists?: boolean }[]).map((link) => link.exists);
      expect(exists.filter((answer) => answer === true)).toHaveLength(80);
      expect(exists.slice(-2)).toEqual([false, false]);
    }
    expect(parsed).toEqual(['docs/a.md', 'docs/b.md', 'docs/c.md']);
  });
});
