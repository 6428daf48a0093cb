/** `docgate schema`: a JSON Schema by name. */
import { contextNames } from '../flows/templates.ts';
import { kindNames } from '../model/document.ts';
import { didYouMean, UsageError } from '../model/usage-error.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';

const names: readonly string[] = [
  'config',
  'policy',
  'policy-test',
  'people',
  'changelog-overrides',
  'report',
  ...kindNames,
  ...contextNames.map((context) => `context.${context}`),
];

/** Runs the command. */
export const runSchema = async (name: string, io: Io): Promise<number> => {
  const text = names.includes(name) ? io.shipped(`schemas/${name}.schema.json`) : undefined;
  if (text === undefined)
    throw new UsageError(`There is no schema "${name}"; expected one of: ${names.join(', ')}.${didYouMean(name, names)}`);
  io.stdout(text);
  return exit.pass;
};
