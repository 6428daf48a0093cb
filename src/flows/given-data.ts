/** Data that people hand over in a file: read with places, refused when it is no object. */
import { dataError, parseData } from '../data/data-file.ts';

/** The object in a JSON or YAML text. Throws a UsageError that names the place. */
export const givenObject = (path: string, text: string): Readonly<Record<string, unknown>> => {
  const file = parseData(path, text);
  const { value } = file;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  throw dataError(file, '', 'Expected an object of names and values.');
};
