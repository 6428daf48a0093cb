/** Data files: YAML or JSON with the place of every value, so that a wrong set-up is named to the column. */
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { parentPointer, pointerSteps } from '../model/located.ts';
import { UsageError } from '../model/usage-error.ts';

export interface DataFile {
  readonly path: string;
  readonly value: unknown;
  /** `path:line:column` of a pointer's value, or of its nearest ancestor. */
  readonly locate: (pointer: string) => string;
  /** `path:line:column` of the key that a pointer ends in. */
  readonly locateKey: (pointer: string) => string;
}

/** A UsageError about a place in a data file. */
export const dataError = (file: Pick<DataFile, 'locate'>, pointer: string, message: string): UsageError =>
  new UsageError(`${file.locate(pointer)}: ${message}`);

/** Parses YAML 1.2 or JSON. Times and versions stay strings only when quoted; errors name line and column. */
export const parseData = (path: string, text: string): DataFile => {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${path}:${line}:${col}`;
  };
  const error = parsed.errors[0];
  if (error !== undefined) throw new UsageError(`${at(error.pos[0])}: ${error.message}`);
  const locate = (pointer: string): string => {
    for (let current = pointer; current !== ''; current = parentPointer(current)) {
      const node = nodeAt(parsed.contents, pointerSteps(current));
      if (isNode(node) && node.range) return at(node.range[0]);
    }
    return `${path}:1:1`;
  };
  const locateKey = (pointer: string): string => {
    const steps = pointerSteps(pointer);
    const holder = nodeAt(parsed.contents, steps.slice(0, -1));
    const key = isMap(holder)
      ? holder.items.map((pair) => pair.key).find((node) => isScalar(node) && String(node.value) === steps.at(-1))
      : undefined;
    return isNode(key) && key.range ? at(key.range[0]) : locate(pointer);
  };
  return { path, value: toValue(parsed, path), locate, locateKey };
};

// A step is an index below a sequence and a key below a map, whatever it looks like.
const nodeAt = (node: unknown, [step, ...rest]: readonly string[]): unknown => {
  if (step === undefined) return node;
  if (isSeq(node)) return nodeAt(node.items[Number(step)], rest);
  return isMap(node) ? nodeAt(node.items.find(({ key }) => isScalar(key) && String(key.value) === step)?.value, rest) : undefined;
};

// An alias that leads nowhere, or to too much, is found only now.
const toValue = (parsed: Document, path: string): unknown => {
  try {
    return parsed.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    throw new UsageError(`${path}:1:1: ${error instanceof Error ? error.message : String(error)}`);
  }
};
