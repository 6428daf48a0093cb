/** Refusals: why a changelog is left as it is, and where. */
import { pointAt, type Source } from '../../../model/source.ts';
import { UsageError } from '../../../model/usage-error.ts';

/** Throws a UsageError that names the place. */
export const refuse = (source: Source, offset: number, reason: string): never => {
  const { line, column } = pointAt(source, offset);
  throw new UsageError(`${source.path}:${line}:${column}: ${reason}`);
};
