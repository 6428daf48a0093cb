/** The stages of a promotion document, with what they require as it is written there. */
import type { Definition, ListItem } from 'mdast';
import { descend, labelOf, plain, rangeOfNode, rawOf } from '../markdown/nodes.ts';
import { type Outline, outlineOf } from '../markdown/outline.ts';
import { type Document, placeAt } from '../model/document.ts';
import { sourceOfText } from '../model/source.ts';
import { escapeText, oneLine } from './edit/plain-text.ts';
import type { Stage } from './stage-checklist.ts';

const itemAt = ({ root }: Outline, start: number, end: number): ListItem | undefined =>
  [...descend(root)]
    .map(({ node }) => node)
    .find((node): node is ListItem => node.type === 'listItem' && rangeOfNode(node).start === start && rangeOfNode(node).end === end);

const parsed = (text: string): Outline['root'] => outlineOf(sourceOfText('', text)).root;

/** A definition on one line, by the identifier that links name it with. */
type Definitions = ReadonlyMap<string, string>;

const readsAs = (line: string, { url }: Definition): boolean => {
  const [node] = parsed(line).children;
  return node?.type === 'definition' && node.url === url;
};

// Of several with one identifier the first counts (CommonMark 4.7).
const definitionsIn = ({ root, source }: Outline): Definitions => {
  const found = new Map<string, string>();
  for (const { node } of descend(root)) {
    if (node.type !== 'definition' || found.has(node.identifier)) continue;
    const line = oneLine(rawOf(source, node));
    if (readsAs(line, node)) found.set(node.identifier, line);
  }
  return found;
};

const namedIn = (item: ListItem): string[] =>
  [...descend(item)].flatMap(({ node }) => (node.type === 'linkReference' || node.type === 'imageReference' ? [node.identifier] : []));

const definitionsFor = (items: readonly (ListItem | undefined)[], definitions: Definitions): string[] => {
  const named = new Set(items.flatMap((item) => (item === undefined ? [] : namedIn(item))));
  return [...definitions].flatMap(([identifier, line]) => (named.has(identifier) ? [line] : []));
};

const rendered = (markdown: string, definitions: readonly string[]): string => {
  const [list] = parsed(`- [ ] ${markdown}\n\n${definitions.join('\n')}\n`).children;
  const item = list?.type === 'list' ? list.children[0] : undefined;
  return item === undefined ? '' : labelOf(item);
};

// As it is written where one line can say the same, else as the plain text that it renders as.
const markdownOf = (
  { source }: Outline,
  item: ListItem | undefined,
  { text, definitions }: { text: string; definitions: readonly string[] },
) => {
  const first = item?.children[0];
  if (first?.type !== 'paragraph' || (typeof item?.checked !== 'boolean' && plain(first) !== text)) return escapeText(text);
  const raw = oneLine(rawOf(source, first).replace(/^\[[ xX]\](?=\s)/, ''));
  return rendered(raw, definitions) === plain(first) ? raw : escapeText(text);
};

/** The stages that require something. */
export const stagesIn = (document: Document, outline: Outline): Stage[] => {
  const { stages = [] } = document.data;
  const known = definitionsIn(outline);
  return stages.flatMap(({ requirements, ...stage }, index) => {
    if (requirements.length === 0) return [];
    const items = requirements.map((_, at) => {
      const { start, end } = placeAt(document, `/stages/${index}/requirements/${at}`);
      return itemAt(outline, start.offset, end.offset);
    });
    const definitions = definitionsFor(items, known);
    return [
      { ...stage, requirements: requirements.map(({ text }, at) => markdownOf(outline, items[at], { text, definitions })), definitions },
    ];
  });
};
