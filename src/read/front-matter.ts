/** Fields of YAML front matter. */
import type { Yaml } from 'mdast';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { rangeOfNode } from '../markdown/nodes.ts';
import type { Section } from '../markdown/outline.ts';
import type { Source } from '../model/source.ts';
import { isBlank } from './blank.ts';
import { type Field, fieldKey } from './field.ts';

/** The keys of a front matter block. What is no map, or cannot be parsed, has none: `problems` says so. */
export const frontMatterFields = (source: Source, section: Section, node: Yaml): Field[] => {
  const base = rangeOfNode(node).start + (/^---[ \t]*(?:\r\n|\n|\r)/.exec(source.text.slice(rangeOfNode(node).start))?.[0].length ?? 4);
  const parsed = parseDocument(node.value, { lineCounter: new LineCounter(), schema: 'failsafe' });
  if (parsed.errors.length > 0 || !isMap(parsed.contents)) return [];
  return parsed.contents.items.flatMap((pair) => {
    if (!isScalar(pair.key)) return [];
    const label = String(pair.key.value);
    const [start = 0, end = start] = pair.key.range ?? [];
    const value = pair.value;
    const [from = end, to = from] = (isScalar(value) || isMap(value) || isSeq(value) ? value.range : undefined) ?? [];
    const text = isScalar(value) ? String(value.value ?? '') : node.value.slice(from, to);
    return [
      {
        key: fieldKey(label.replaceAll('_', ' ')),
        label,
        text,
        raw: text,
        empty: isScalar(value) ? isBlank(text) : text.trim() === '',
        form: 'front-matter' as const,
        range: { start: base + start, end: base + Math.max(end, to) },
        valueRange: { start: base + from, end: base + to },
        block: base,
        introduces: false,
        section,
      },
    ];
  });
};
