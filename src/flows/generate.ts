/** Generation: a template and a context become a text; nothing is written here. */
import { checkData } from '../data/check-data.ts';
import { schemaValidator } from '../data/validator.ts';
import { withDefaults } from '../generate/schema-scope.ts';
import { type Found, findTemplate, type Shelf } from './templates.ts';

export interface GenerateRequest extends Shelf {
  /** The name of the template. */
  readonly template: string;
  /** Plain values; `schemas/context.<name>.schema.json` of the template says which. */
  readonly context: unknown;
}

export interface Generated {
  /** LF, one final newline. */
  readonly text: string;
  readonly template: Found;
}

const checkContext = ({ schema, context: name }: Found, context: unknown): void => {
  const locate = (pointer: string): string => `context ${name}${pointer}`;
  checkData({ path: 'context', value: context, locate, locateKey: locate }, schemaValidator(schema));
};

/**
 * Renders a template, the user's before the shipped one of the same name. Throws a UsageError, before anything is rendered, for a template
 * that does not exist, for a context that its schema refuses, and for the faults of the template.
 */
export const generate = async ({ template: name, context, ...shelf }: GenerateRequest): Promise<Generated> => {
  const template = await findTemplate(shelf, name);
  const { renderTemplate } = await import('../generate/render.ts');
  const plain = withDefaults(template.schema, context);
  checkContext(template, plain);
  return { text: renderTemplate(template, plain), template };
};
