/** What an item says beside its label: owners, due date, evidence, commands, conditions. */
import type { ListItem, RootContent } from 'mdast';
import { descend, labelOf, ownBlocks } from '../markdown/nodes.ts';
import type { Time } from '../model/parts/time.ts';
import type { Source } from '../model/source.ts';
import { linesOf } from './lines.ts';
import { findTime } from './time.ts';

interface Details {
  readonly owners?: readonly string[] | undefined;
  readonly due?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly condition?: string | undefined;
  readonly evidence?: readonly string[] | undefined;
  readonly commands?: readonly string[] | undefined;
  readonly links?: readonly string[] | undefined;
}

const handle = /(?:^|[\s([—–:,])@([A-Za-z0-9][A-Za-z0-9_-]*(?:\/[A-Za-z0-9_-]+)?)(?![\w/.])/g;
const ownerWord = /\b(?:owner|assignee|assigned to|responsible|dri)\s*[:：]\s*@?([^,;|()—–@_][^,;|()—–]*?)(?=\s*(?:[,;|()—–]|\bdue\b|$))/i;
const optional = /^\s*(?:\(optional\)|\[optional\]|optional\s*[:–—-])|\(optional\b[^()]*\)|\[optional\]\s*$/i;
const bracketed = /\(((?:if|when|only|for|unless)\b[^()]*|RC\+|[^()]*\bonly)\)/i;
const leading = /^(?:if|when|unless)\b[^,:]*(?=[,:])/i;
const trailing =
  /\b(?:if|when|unless)\s+(?:applicable|needed|required|necessary|breaking changes|schema changes|major changes|[^.,;]{3,40})\s*\.?$/i;
const scoped = /^(?:[A-Z0-9-]+\s+)?(?:(?:[A-Z][A-Za-z0-9-]*\s+)?only|(?:FINAL |RC\d* )?non-PATCH):/;

const inlineCode = (blocks: readonly RootContent[]): string[] =>
  blocks.flatMap((block) => [...descend(block)].flatMap(({ node }) => (node.type === 'inlineCode' ? [node.value] : [])));

const urls = (blocks: readonly RootContent[]): string[] =>
  blocks.flatMap((block) => [...descend(block)].flatMap(({ node }) => (node.type === 'link' ? [node.url] : [])));

const ownersOf = (label: string): string[] => {
  const handles = [...label.matchAll(handle)].map((match) => `@${match[1] ?? ''}`);
  const named = ownerWord
    .exec(label)?.[1]
    ?.trim()
    .replace(/[.;]+$/, '');
  return handles.length > 0 || named === undefined || !/[\p{L}\p{N}]/u.test(named) ? handles : [named];
};

const conditionOf = (label: string): string | undefined =>
  (bracketed.exec(label)?.[1] ?? leading.exec(label)?.[0] ?? scoped.exec(label)?.[0] ?? trailing.exec(label)?.[0])?.trim();

const evidenceOf = (source: Source, blocks: readonly RootContent[]): string[] =>
  blocks
    .filter((block) => block.type === 'paragraph')
    .flatMap((block) => linesOf(source, block))
    .flatMap(({ raw }) => /^\**Evidence\**\s*[:：]\**\s*(.*)$/i.exec(raw)?.[1] ?? [])
    .filter((line) => line !== '');

/** The day that a label is due, or what stands in its place: a day that no calendar has, or that can be two days. */
export const dueIn = (label: string): Time | undefined =>
  [...label.matchAll(/\b(?:due|by|deadline|eta)\b\s*[:：]?\s*/gi)]
    .map((due) => findTime(label.slice(due.index + due[0].length, due.index + due[0].length + 30))?.time)
    .find((time) => time?.date !== undefined || time?.impossible || time?.ambiguous);

const dueOf = (label: string): string | undefined => dueIn(label)?.date;

const wordsOf = (blocks: readonly RootContent[]): string =>
  blocks
    .flatMap((block) =>
      [...descend(block)].flatMap(({ node }) => (node.type === 'text' ? [node.value] : node.type === 'inlineCode' ? ['…'] : [])),
    )
    .join('')
    .replace(/\s+/g, ' ');

const some = <T>(values: readonly T[]): readonly T[] | undefined => (values.length === 0 ? undefined : values);

/** The details of an item; what it does not say is absent. */
export const itemDetails = (source: Source, item: ListItem): Details => {
  const blocks = ownBlocks(item);
  const label = labelOf(item);
  // A handle in code is a package or a path.
  const all = wordsOf(blocks.filter((block) => block.type === 'paragraph'));
  return {
    owners: some(ownersOf(all)),
    due: dueOf(all),
    optional: optional.test(label) || undefined,
    condition: conditionOf(label),
    evidence: some(evidenceOf(source, blocks)),
    commands: some(inlineCode(blocks.slice(0, 1))),
    links: some(urls(blocks)),
  };
};
