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

const checking = ({ schema, context: name }: Found): ((context: unknown) => void) => {
  const locate = (pointer: string): string => `context ${name}${pointer}`;
  const validate = schemaValidator(schema);
  return (context) => checkData({ path: 'context', value: context, locate, locateKey: locate }, validate);
};

const made = async (template: Found): Promise<(context: unknown) => string> => {
  const { rendering } = await import('../generate/render.ts');
  const check = checking(template);
  let render: ((context: unknown) => string) | undefined;
  return (context) => {
    const plain = withDefaults(template.schema, context);
    check(plain);
    render ??= rendering(template);
    return render(plain);
  };
};

/** A template that makes the texts of many contexts; throws as `generate` does. */
export const generator = async ({ template: name, ...shelf }: Omit<GenerateRequest, 'context'>): Promise<(context: unknown) => string> =>
  made(await findTemplate(shelf, name));

/**
 * Renders a template, the user's before the shipped one of the same name. Throws a UsageError, before anything is rendered, for a template
 * that does not exist, for a context that its schema refuses, and for the faults of the template.
 */
export const generate = async ({ template: name, context, ...shelf }: GenerateRequest): Promise<Generated> => {
  const template = await findTemplate(shelf, name);
  return { text: (await made(template))(context), template };
};
