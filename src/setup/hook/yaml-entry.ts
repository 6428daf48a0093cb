/** An entry added to a YAML file by one splice: comments, quotes, indentation, line endings and everything else stay. */
import { isDeepStrictEqual } from 'node:util';
import { type Document, isCollection, isMap, isScalar, isSeq, type Pair, parseDocument, stringify, type YAMLMap, type YAMLSeq } from 'yaml';
import { parseData } from '../../data/data-file.ts';
import { applySplices, lineEndAt, lineEndingAt, type Splice } from '../../generate/edit/splice.ts';
import { pointAt, type Source, sourceOfText } from '../../model/source.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type BlockStyle, blockLines } from './block.ts';
import { insertedLines } from './block-file.ts';

/** What is added: the value of a key in a map, or without a key the first item of a sequence. */
export interface YamlEntry {
  /** The keys that lead to the collection; those that are missing are added. */
  readonly below: readonly string[];
  readonly key?: string;
  readonly value: unknown;
}

type Data = Readonly<Record<string, unknown>>;

const dataOf = (value: unknown): Data => (typeof value === 'object' && value !== null ? (value as Data) : {});

const isEmpty = (value: unknown): value is null | undefined => value === null || value === undefined;

/** The data with the entry in it. */
const withEntry = (data: unknown, { below: [step, ...below], key, value }: YamlEntry): unknown => {
  if (step !== undefined)
    return { ...dataOf(data), [step]: withEntry(dataOf(data)[step], { below, value, ...(key !== undefined && { key }) }) };
  return key === undefined ? [value, ...(Array.isArray(data) ? data : [])] : { [key]: value, ...dataOf(data) };
};

const onlyEntry = (entry: YamlEntry): Pick<YamlEntry, 'key' | 'value'> => {
  const [key, ...below] = entry.below;
  return key === undefined ? entry : { key, value: withEntry(undefined, { ...entry, below }) };
};

const printBlock = ({ key, value }: Pick<YamlEntry, 'key' | 'value'>): string[] =>
  stringify(key === undefined ? [value] : { [key]: value }, { lineWidth: 0 })
    .replace(/\n$/, '')
    .split('\n');

const printInline = ({ key, value }: Pick<YamlEntry, 'key' | 'value'>): string[] =>
  `${key === undefined ? '' : `${JSON.stringify(key)}: `}${JSON.stringify(value, null, 2)},`.split('\n');

const indented = (lines: readonly string[], width: number): string[] =>
  lines.map((line) => (line === '' ? line : ' '.repeat(width) + line));

interface Spot {
  /** Where the lines go. */
  readonly at: number;
  readonly indent: number;
  readonly entry: YamlEntry;
  readonly style: BlockStyle;
}

const columnOf = (source: Source, offset: number): number => pointAt(source, offset).column - 1;

// Behind the line of the key that the collection belongs to: comments above its first entry stay with that entry.
const behindLine = (source: Source, offset: number): number => {
  const end = lineEndAt(source, offset);
  return end + (/^\r?\n/.exec(source.text.slice(end))?.[0].length ?? 0);
};

const startOf = (node: { readonly range?: readonly number[] | null }): number => node.range?.[0] ?? 0;

interface Reached {
  readonly node: YAMLMap | YAMLSeq | undefined;
  /** Offset of the key whose value it is; undefined: the whole document. */
  readonly key?: number;
  readonly entry: YamlEntry;
}

const pairOf = (map: YAMLMap, step: string): Pair | undefined => map.items.find(({ key }) => isScalar(key) && key.value === step);

// `~` and `null` are written out: nothing can be put below them.
const isUnset = (node: unknown): boolean => isEmpty(node) || (isScalar(node) && isEmpty(node.value) && !node.source);

/** Follows the keys as far as they lead; undefined where something else than a collection stands. */
const reach = (reached: Reached): Reached | undefined => {
  const { node, entry } = reached;
  const [step, ...below] = entry.below;
  if (step === undefined) return node === undefined || (entry.key === undefined ? isSeq(node) : isMap(node)) ? reached : undefined;
  if (node === undefined) return reached;
  if (!isMap(node)) return undefined;
  const pair = pairOf(node, step);
  if (pair === undefined) return reached;
  const { key, value } = pair;
  if (!isScalar(key)) return undefined;
  const rest = { ...entry, below };
  if (isCollection(value)) return reach({ node: value as YAMLMap | YAMLSeq, key: startOf(key), entry: rest });
  return isUnset(value) ? { node: undefined, key: startOf(key), entry: rest } : undefined;
};

const spotOf = (source: Source, { node, key, entry }: Reached): Spot => {
  const own = key === undefined ? 0 : columnOf(source, key);
  if (node?.flow === true) return { at: startOf(node) + 1, indent: own + 2, entry, style: { inline: true } };
  const indent = node === undefined ? (key === undefined ? 0 : own + 2) : columnOf(source, startOf(node));
  return { at: key === undefined ? source.text.length : behindLine(source, key), indent, entry, style: {} };
};

const spotIn = (source: Source, parsed: Document, entry: YamlEntry): Spot | undefined => {
  const { contents } = parsed;
  const root = isCollection(contents) ? (contents as YAMLMap | YAMLSeq) : undefined;
  if (root === undefined && !isUnset(contents)) return undefined;
  const reached = reach({ node: root, entry });
  return reached === undefined ? undefined : spotOf(source, reached);
};

const spliceAt = (source: Source, { at, indent, entry, style }: Spot): Splice => {
  const added = onlyEntry(entry);
  const lines = blockLines(style.inline ? printInline(added) : printBlock(added), style);
  if (!style.inline) return insertedLines(source, at, indented(lines, indent));
  const eol = lineEndingAt(source, at);
  return { start: at, end: at, text: [eol, indented(lines, indent).join(eol), eol, ' '.repeat(indent)].join('') };
};

/** Throws a UsageError where the file is not YAML, or is written in a way in which an entry cannot be added safely. */
export const addYamlEntry = (path: string, text: string, entry: YamlEntry): string => {
  const before = parseData(path, text).value;
  const source = sourceOfText(path, text);
  const spot = spotIn(source, parseDocument(source.text), entry);
  const edited = spot === undefined ? text : applySplices(source, [spliceAt(source, spot)]);
  // Proof: read again, the file says what it said, and the entry.
  const after = parseDocument(edited);
  if (after.errors.length === 0 && isDeepStrictEqual(after.toJS(), withEntry(before, entry))) return edited;
  const name = [...entry.below, ...(entry.key === undefined ? [] : [entry.key])].join('.');
  throw new UsageError(
    `${path}: It is written in a way in which "${name}" cannot be added safely. Add by hand an entry that runs: docgate hook run`,
  );
};

/** A file that holds nothing but the entry. */
export const newYamlFile = (entry: YamlEntry): readonly string[] => printBlock(onlyEntry(entry));
