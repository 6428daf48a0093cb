/** Templates of a tree: the user's own before the shipped ones, with the partials and the context that each is for. */
import type { Template, TemplateText } from '../generate/render.ts';
import type { Schema } from '../generate/schema-scope.ts';
import {
  type ContextName,
  contextNames,
  contextSchema,
  headerOf,
  isShippedTemplate,
  isTemplatePath,
  shippedPartials,
  shippedTemplateNames,
  shippedTemplates,
  templateName,
} from '../generate/templates.ts';
import { didYouMean, UsageError } from '../model/usage-error.ts';
import type { Tree } from '../tree/tree.ts';

export { contextNames } from '../generate/templates.ts';

/** Where templates come from. */
export interface Shelf {
  readonly tree: Tree;
  /** A shipped file by its path from the package. */
  readonly shipped: (path: string) => string | undefined;
}

/** A template as it is listed. */
export interface Listed extends TemplateText {
  readonly name: string;
  readonly source: 'shipped' | 'own';
  readonly purpose: string;
  readonly context: ContextName;
}

/** A template ready to be linted and rendered. */
export type Found = Listed & Template;

// What cannot be read must not be written into documents as something else.
const textOf = (path: string, bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${path}:1:1: The template is not UTF-8. Save it as UTF-8.`);
  }
};

const textIn = async (tree: Tree, path: string): Promise<string | undefined> => {
  const bytes = await tree.read(path);
  return bytes === undefined ? undefined : textOf(path, bytes);
};

const shippedText = ({ shipped }: Shelf, path: string): string => {
  const text = shipped(path);
  if (text === undefined) throw new Error(`docgate lacks its own file ${path}.`);
  return text;
};

const shippedFile = (name: keyof typeof shippedTemplates): string => `templates/${shippedTemplates[name]}`;

// A user's template of a shipped name is for the same context, if it does not say.
const contextFor = (shelf: Shelf, name: string, { path, text }: TemplateText): Pick<Listed, 'purpose' | 'context'> => {
  const own = headerOf(path, text);
  const base = isShippedTemplate(name) ? headerOf(shippedFile(name), shippedText(shelf, shippedFile(name))) : undefined;
  const context = own.context ?? base?.context;
  if (context === undefined)
    throw new UsageError(
      `${path}:1:1: The first line has to say which context the template is for, as in {{!-- What it is for. Context: release-notes --}}. There are: ${contextNames.join(', ')}.`,
    );
  return { purpose: own.purpose || (base?.purpose ?? ''), context };
};

/** Paths of the user's templates, without partials. */
export const ownTemplates = async ({ tree }: Shelf): Promise<readonly string[]> => tree.list(['templates/*.{md,yaml}.hbs']);

/** A user's template by its path. Throws a UsageError where there is none. */
export const ownTemplate = async (shelf: Shelf, path: string): Promise<Listed> => {
  const text = await textIn(shelf.tree, path);
  if (text === undefined) throw new UsageError(`${path}: There is no such template in the ${shelf.tree.name}.`);
  const name = templateName(path);
  return { name, path, text, source: 'own', ...contextFor(shelf, name, { path, text }) };
};

const shippedTemplate = (shelf: Shelf, name: keyof typeof shippedTemplates): Listed => {
  const path = shippedFile(name);
  const text = shippedText(shelf, path);
  return { name, path: `docgate/${path}`, text, source: 'shipped', ...contextFor(shelf, name, { path, text }) };
};

/** All templates by name: shipped ones in their order, each replaced by the user's of the same name, then the user's others. */
export const listTemplates = async (shelf: Shelf): Promise<readonly Listed[]> => {
  const own = await Promise.all((await ownTemplates(shelf)).map((path) => ownTemplate(shelf, path)));
  const byName = new Map(own.map((template) => [template.name, template]));
  const others = own.filter(({ name }) => !isShippedTemplate(name));
  return [...shippedTemplateNames.map((name) => byName.get(name) ?? shippedTemplate(shelf, name)), ...others];
};

/** What templates may include, by name; what comes later wins: shipped templates and partials, then the user's. */
export const partialsOf = async (shelf: Shelf): Promise<Readonly<Record<string, TemplateText>>> => {
  const shipped = [
    ...shippedTemplateNames.map((name) => [name, shippedFile(name)] as const),
    ...shippedPartials.map((name) => [name, `templates/partials/${name}.md.hbs`] as const),
  ].map(([name, path]) => [name, { path: `docgate/${path}`, text: shippedText(shelf, path) }] as const);
  const paths = [...(await ownTemplates(shelf)), ...(await shelf.tree.list(['templates/partials/*.{md,yaml}.hbs']))];
  const own = await Promise.all(
    paths.map(async (path) => [templateName(path), { path, text: (await textIn(shelf.tree, path)) ?? '' }] as const),
  );
  return Object.fromEntries([...shipped, ...own]);
};

/** The schema of a context. */
export const schemaOf = (shelf: Shelf, context: ContextName): Schema => JSON.parse(shippedText(shelf, contextSchema(context))) as Schema;

/** A listed template with its partials and the schema of its context. */
export const readied = async (shelf: Shelf, listed: Listed): Promise<Found> => ({
  ...listed,
  schema: schemaOf(shelf, listed.context),
  partials: await partialsOf(shelf),
});

/** The template of a name: the user's before the shipped one. Throws a UsageError where there is none. */
export const findTemplate = async (shelf: Shelf, name: string): Promise<Found> => {
  const paths = (await ownTemplates(shelf)).filter((path) => templateName(path) === name);
  const [path] = paths;
  if (path !== undefined) return readied(shelf, await ownTemplate(shelf, path));
  if (isShippedTemplate(name)) return readied(shelf, shippedTemplate(shelf, name));
  const names = [...shippedTemplateNames, ...(await ownTemplates(shelf)).map(templateName)];
  throw new UsageError(`There is no template "${name}"; expected one of: ${names.join(', ')}.${didYouMean(name, names)}`);
};

/** The text of a shipped template, or of a shipped partial (`partials/change`), and its path in a repository. */
export const shippedCopy = (shelf: Shelf, name: string): TemplateText => {
  const partials = shippedPartials.map((partial) => `partials/${partial}`);
  if (isShippedTemplate(name)) return { path: shippedFile(name), text: shippedText(shelf, shippedFile(name)) };
  const path = `templates/${name}.md.hbs`;
  if (partials.includes(name as (typeof partials)[number])) return { path, text: shippedText(shelf, path) };
  const names = [...shippedTemplateNames, ...partials];
  throw new UsageError(`There is no shipped template "${name}"; expected one of: ${names.join(', ')}.${didYouMean(name, names)}`);
};

/** Everything that is wrong with the user's templates at these paths, partials by themselves included; one line each. */
export const lintPaths = async (shelf: Shelf, paths: readonly string[]): Promise<readonly string[]> => {
  const { lint, readFaults } = await import('../generate/render.ts');
  const faults = await Promise.all(
    paths.map(async (path) => {
      try {
        if (!isTemplatePath(path) || /(?:^|\/)partials\//.test(path))
          return readFaults({ path, text: (await textIn(shelf.tree, path)) ?? '' });
        return lint(await readied(shelf, await ownTemplate(shelf, path)));
      } catch (error) {
        if (error instanceof UsageError) return [{ message: error.message }];
        throw error;
      }
    }),
  );
  return [...new Set(faults.flat().map(({ message }) => message))];
};
