/** The head of a record: front matter that names its template and the template's digest. */
import type { Yaml } from 'mdast';
import { rangeOfNode } from '../../markdown/nodes.ts';
import type { Outline } from '../../markdown/outline.ts';
import { frontMatterFields } from '../../read/front-matter.ts';
import { lineEndingAt, type Splice } from '../edit/splice.ts';

/** Where a record comes from. */
export interface Origin {
  /** The template's path from the root. */
  readonly path: string;
  /** `sha256:…`, the template's `contentDigest`. */
  readonly digest: string;
  /** What the record says of itself until a person says otherwise. */
  readonly status?: string;
}

/** A value of YAML: plain where that is safe, else quoted. */
export const yamlText = (value: string): string =>
  /^[A-Za-z./][\w./ -]*$/.test(value) && !/\s$/.test(value) ? value : JSON.stringify(value);

const entriesOf = ({ path, digest, status }: Origin): (readonly [string, string])[] => [
  ['template', yamlText(path)],
  ['template-digest', digest],
  ...(status === undefined ? [] : [['status', yamlText(status)] as const]),
];

// The template may be a record itself: then its own template makes way.
const mergeSplices = (outline: Outline, node: Yaml, origin: Origin): Splice[] => {
  const { text } = outline.source;
  const ending = lineEndingAt(outline.source, 0);
  const known = frontMatterFields(outline.source, outline.top, node);
  const changed: Splice[] = [];
  let added = '';
  for (const [name, value] of entriesOf(origin)) {
    const field = known.find(({ label }) => label === name);
    if (field === undefined) added += `${name}: ${value}${ending}`;
    else changed.push({ ...field.valueRange, text: field.valueRange.start === field.valueRange.end ? ` ${value}` : value });
  }
  const start = rangeOfNode(node).start;
  const first = start + (/^---[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(start))?.[0].length ?? 0);
  return added === '' ? changed : [{ start: first, end: first, text: added }, ...changed];
};

/** Writes a record's origin into its front matter, which is added where there is none. TOML front matter stays alone: no origin is read from it. */
export const originSplices = (outline: Outline, origin: Origin): Splice[] => {
  const first = outline.root.children[0];
  if (first?.type === 'yaml') return mergeSplices(outline, first, origin);
  if ((first?.type as string | undefined) === 'toml') return [];
  const ending = lineEndingAt(outline.source, 0);
  const lines = ['---', ...entriesOf(origin).map(([name, value]) => `${name}: ${value}`), '---', '', ''];
  return [{ start: 0, end: 0, text: lines.join(ending) }];
};
