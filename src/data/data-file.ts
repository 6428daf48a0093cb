/** Data files: YAML or JSON with the place of every value, so that a wrong set-up is named to the column. */
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
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
export const dataError = (file: Pick<DataFile, 'locate'>, pointer: string, message: string): UsageError => new UsageError(`${file.locate(pointer)}: ${message}`);

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
      const node = parsed.getIn(pointerSteps(current).map(indexOrKey), true);
      if (isNode(node) && node.range) return at(node.range[0]);
    }
    return `${path}:1:1`;
  };
  const locateKey = (pointer: string): string => {
    const steps = pointerSteps(pointer);
    const holder = steps.length === 1 ? parsed.contents : parsed.getIn(steps.slice(0, -1).map(indexOrKey), true);
    const key = isMap(holder) ? holder.items.map((pair) => pair.key).find((node) => isScalar(node) && String(node.value) === steps.at(-1)) : undefined;
    return isNode(key) && key.range ? at(key.range[0]) : locate(pointer);
  };
  return { path, value: parsed.toJS({ maxAliasCount: 100 }) ?? {}, locate, locateKey };
};

const indexOrKey = (step: string): string | number => (/^\d+$/.test(step) ? Number(step) : step);
