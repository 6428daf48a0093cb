/** A context becomes a text for those who read it: a file, a release page, a chat. */
import { assign } from '../generate/assign.ts';
import { githubBodyLimit, limitBody } from '../generate/publish/body-limit.ts';
import { chatText } from '../generate/publish/chat-text.ts';
import type { ContextName } from '../generate/templates.ts';
import { UsageError } from '../model/usage-error.ts';
import { generate } from './generate.ts';
import { findTemplate, type Shelf } from './templates.ts';

export const audiences = ['markdown', 'github', 'chat'] as const;

/** Who reads it: Markdown as it is, the body of a GitHub release, or plain text for a chat or a mail. */
export type Audience = (typeof audiences)[number];

export interface PublishRequest extends Shelf {
  readonly template: string;
  /** The context that the command makes. */
  readonly makes: ContextName;
  readonly context: Readonly<Record<string, unknown>>;
  /** `key=value` of the command line; they win. */
  readonly assignments: readonly string[];
  readonly audience: Audience;
  /** Where the whole text is, for a body that is cut. */
  readonly pointer: string;
}

export interface Published {
  /** LF, one final newline. */
  readonly text: string;
  readonly context: Readonly<Record<string, unknown>>;
  /** UTF-16 units that did not fit. */
  readonly cut: number;
}

/** Renders a template for an audience. Throws a UsageError for faults of template, context and assignments. */
export const publish = async ({ assignments, audience, pointer, makes, ...request }: PublishRequest): Promise<Published> => {
  const { template, tree, shipped } = request;
  const { schema, context: wants } = await findTemplate({ tree, shipped }, template);
  if (wants !== makes) throw new UsageError(`"${template}" is a template for the context ${wants}; expected one for ${makes}.`);
  const context = assign(request.context, assignments, schema);
  const { text } = await generate({ ...request, context });
  if (audience === 'chat') return { text: chatText(text), context, cut: 0 };
  if (audience === 'markdown') return { text, context, cut: 0 };
  const body = limitBody(text, { limit: githubBodyLimit, pointer });
  return { text: body, context, cut: Math.max(0, text.length - body.length) };
};
