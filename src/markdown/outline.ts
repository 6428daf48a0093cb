/** mdast → outline: nested sections that own their blocks. */
import GithubSlugger from 'github-slugger';
import type { Heading, Nodes, Root, RootContent } from 'mdast';
import type { Range, Source } from '../model/source.ts';
import { descend, plain, rangeOfNode } from './nodes.ts';
import { parse, type Refusal } from './parse.ts';

export interface Section {
  /** Empty for what stands before the first heading. */
  readonly title: string;
  /** 0 before the first heading, else the heading's rank. */
  readonly depth: number;
  readonly slug: string;
  readonly heading?: Heading;
  /** The section's own blocks, up to the next heading of any rank. */
  readonly body: readonly RootContent[];
  readonly sections: readonly Section[];
  /** Titles from the outermost section to this one. */
  readonly path: readonly string[];
  /** From the heading to the end of the last sub-section. */
  readonly range: Range;
  /** Remembers what a reader has read of this section: several parts of a model are read from the same fields. */
  readonly memo: <T>(key: object, compute: () => T) => T;
}

const newMemo = (): Section['memo'] => {
  const known = new Map<object, unknown>();
  return <T>(key: object, compute: () => T): T => {
    if (!known.has(key)) known.set(key, compute());
    return known.get(key) as T;
  };
};

export interface Outline {
  readonly source: Source;
  readonly root: Root;
  /** The whole document: what precedes the first heading, and all sections. */
  readonly top: Section;
  /** All sections in document order, the top one first. */
  readonly sections: readonly Section[];
  /** Anchors that links may name, in document order. */
  readonly anchors: readonly string[];
  readonly refused?: Refusal;
}

interface Draft {
  readonly heading: Heading | undefined;
  readonly body: RootContent[];
}

const drafts = (root: Root): Draft[] => {
  const found: Draft[] = [{ heading: undefined, body: [] }];
  for (const node of root.children) {
    if (node.type === 'heading') found.push({ heading: node, body: [] });
    else found.at(-1)?.body.push(node);
  }
  return found;
};

const htmlAnchors = (value: string): string[] =>
  [...value.matchAll(/\b(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi)].map((match) => match[1] ?? '');

// As GitHub numbers them: every heading counts, wherever it stands.
const anchorsOf = (root: Root): { slugs: Map<Nodes, string>; anchors: string[] } => {
  const slugger = new GithubSlugger();
  const slugs = new Map<Nodes, string>();
  const anchors: string[] = [];
  for (const { node } of descend(root)) {
    if (node.type === 'html') anchors.push(...htmlAnchors(node.value));
    if (node.type !== 'heading') continue;
    const slug = slugger.slug(plain(node));
    slugs.set(node, slug);
    anchors.push(slug);
  }
  return { slugs, anchors };
};

const endOf = (draft: Draft, sections: readonly Section[]): number => {
  const last = draft.body.at(-1) ?? draft.heading;
  return sections.at(-1)?.range.end ?? (last === undefined ? 0 : rangeOfNode(last).end);
};

const nest = (all: readonly Draft[], slugs: ReadonlyMap<Nodes, string>): Section => {
  let next = 0;
  const build = (above: readonly string[]): Section => {
    const draft = all[next++] as Draft;
    const title = draft.heading === undefined ? '' : plain(draft.heading);
    const depth = draft.heading?.depth ?? 0;
    const path = draft.heading === undefined ? [] : [...above, title];
    const sections: Section[] = [];
    for (let child = all[next]; child !== undefined && (child.heading?.depth ?? 0) > depth; child = all[next]) sections.push(build(path));
    const start = draft.heading === undefined ? 0 : rangeOfNode(draft.heading).start;
    const slug = draft.heading === undefined ? '' : (slugs.get(draft.heading) ?? '');
    return {
      title,
      depth,
      slug,
      ...(draft.heading && { heading: draft.heading }),
      body: draft.body,
      sections,
      path,
      range: { start, end: endOf(draft, sections) },
      memo: newMemo(),
    };
  };
  return build([]);
};

/** Where the heading of a section stands; without one, the section. */
export const headingRange = ({ heading, range }: Section): Range => (heading === undefined ? range : rangeOfNode(heading));

/** A section and all below it, in document order. */
export const flatten = (section: Section): Section[] => [section, ...section.sections.flatMap(flatten)];

export const outlineOf = (source: Source): Outline => {
  const { root, refused } = parse(source);
  const { slugs, anchors } = anchorsOf(root);
  const top = nest(drafts(root), slugs);
  return { source, root, top, sections: flatten(top), anchors, ...(refused && { refused }) };
};

/** All blocks and inlines of a section's own body, with their ancestors. */
export function* bodyNodes(section: Section): Generator<{ node: Nodes; ancestors: readonly Nodes[] }> {
  for (const block of section.body) yield* descend(block);
}
