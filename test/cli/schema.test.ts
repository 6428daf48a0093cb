/** `docgate schema` knows every schema that is shipped. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runSchema } from '../../src/cli/schema.ts';
import { desk } from './editing.ts';
import { repositoryFolder } from './run.ts';

const shipped = (path: string): string => readFileSync(`${repositoryFolder}${path}`, 'utf8');
const files = readdirSync(`${repositoryFolder}schemas`);

it.each(files)('prints %s', async (file) => {
  const { io, printed } = desk({}, { shipped });
  expect(await runSchema(file.replace('.schema.json', ''), io)).toBe(0);
  expect(printed()).toBe(shipped(`schemas/${file}`));
});

it('says which there are, and which was meant', async () => {
  const error = await runSchema('changelog-override', desk({}).io).catch((reason: Error) => reason.message);
  expect(error).toMatch(/expected one of: config, .*changelog-overrides.*Did you mean "changelog-overrides"\?/);
});
