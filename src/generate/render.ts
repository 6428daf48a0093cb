/** Rendering: a template and a context become a document. The only file that knows Handlebars. */
import Handlebars from 'handlebars';
import { UsageError } from '../model/usage-error.ts';
import { fill, markOf, type Put } from './fill.ts';
import { blockHelpers, helpers, indented } from './helpers.ts';
import type { Fault } from './lint-expression.ts';
import { lintTemplate } from './lint-template.ts';
import { Pieces } from './piece.ts';
import { type Schema, withDefaults } from './schema-scope.ts';
import { renderError, syntaxError } from './template-error.ts';
import { tidy } from './tidy.ts';

/** A template or partial as text. */
export interface TemplateText {
  /** Where it comes from, for errors: `templates/incident.md.hbs`. */
  readonly path: string;
  readonly text: string;
}

export interface Template extends TemplateText {
  /** JSON Schema 2020-12 of the context; `$ref` within the schema only. */
  readonly schema: Schema;
  /** What `{{> name}}` may include, by name. */
  readonly partials: Readonly<Record<string, TemplateText>>;
}

export type Program = hbs.AST.Program;

const parsed = ({ path, text }: TemplateText): Program => {
  const body = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  try {
    return Handlebars.parse(body);
  } catch (error) {
    throw syntaxError(path, body, error);
  }
};

// A document of nothing is no report: an editor that failed, or a file that was only begun.
const emptyFaults = (path: string, { body }: Program): readonly Fault[] =>
  body.some(({ type, ...rest }) => type !== 'CommentStatement' && !('value' in rest && String(rest.value).trim() === ''))
    ? []
    : [{ message: `${path}:1:1: The template is empty. Write what it makes, or remove it.` }];

/** Everything that is wrong with a template, in order of place; an unreadable one yields that one fault. Nothing is rendered. */
export const lint = (template: Template): readonly Fault[] => {
  try {
    const partials = new Map(
      Object.entries(template.partials).map(([name, partial]) => [name, { path: partial.path, read: () => parsed(partial) }]),
    );
    const program = parsed(template);
    return [...emptyFaults(template.path, program), ...lintTemplate({ path: template.path, program, schema: template.schema, partials })];
  } catch (error) {
    if (error instanceof UsageError) return [{ message: error.message }];
    throw error;
  }
};

/** What keeps a text from being a template or partial at all: its grammar. */
export const readFaults = (source: TemplateText): readonly Fault[] => {
  try {
    parsed(source);
    return [];
  } catch (error) {
    if (error instanceof UsageError) return [{ message: error.message }];
    throw error;
  }
};

// Every fault of the template at once, one per line.
const refuseFaults = (template: Template): void => {
  const faults = lint(template);
  if (faults.length > 0) throw new UsageError(faults.map(({ message }) => message).join('\n'));
};

const options = {
  strict: true,
  noEscape: true,
  preventIndent: false,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries([...Object.keys(helpers), ...blockHelpers, '$put'].map((name) => [name, true])) as KnownHelpers,
};

const literal = (value: string, loc: hbs.AST.SourceLocation): hbs.AST.StringLiteral => ({
  type: 'StringLiteral',
  value,
  original: value,
  loc,
});

const noHash = (loc: hbs.AST.SourceLocation): hbs.AST.Hash => ({ type: 'Hash', pairs: [], loc });

const helperPath = (name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression => ({
  type: 'PathExpression',
  data: false,
  depth: 0,
  parts: [name],
  original: name,
  loc,
});

/** `line:column`, both from 1. */
const placeIn = (path: string, { start }: hbs.AST.SourceLocation): string => `${path}:${start.line}:${start.column + 1}`;

// `{{x}}` → `{{$put x "place x" "text"}}`: the value is kept aside until it is known where it stands. Without arguments it is always a variable.
const keptAside = (statement: hbs.AST.MustacheStatement, path: string): void => {
  const { path: called, params, hash, loc } = statement;
  const isCall = params.length > 0 || (hash as hbs.AST.Hash | undefined)?.pairs.length;
  const value = isCall
    ? ({ type: 'SubExpression', path: called as hbs.AST.PathExpression, params, hash, loc } satisfies hbs.AST.SubExpression)
    : called;
  const name = 'original' in called ? String(called.original) : 'value';
  Object.assign(statement, {
    path: helperPath('$put', loc),
    params: [value, literal(`${placeIn(path, loc)} ${name}`, loc), literal(statement.escaped ? 'text' : 'raw', loc)],
    hash: noHash(loc),
  });
};

class KeepAside extends Handlebars.Visitor {
  readonly path: string;
  constructor(path: string) {
    super();
    this.path = path;
  }
  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    keptAside(statement, this.path);
  }
}

const compiled = (engine: typeof Handlebars, source: TemplateText): Handlebars.TemplateDelegate => {
  const program = parsed(source);
  new KeepAside(source.path).accept(program);
  return engine.compile(program, options);
};

// A partial that nothing includes may be faulty.
const whenIncluded = (engine: typeof Handlebars, source: TemplateText): Handlebars.TemplateDelegate => {
  let delegate: Handlebars.TemplateDelegate | undefined;
  return (context: unknown, given) => {
    delegate ??= compiled(engine, source);
    return delegate(context, given);
  };
};

const piecesOf = (value: unknown, form: 'text' | 'raw'): Pieces =>
  value instanceof Pieces ? value : new Pieces([{ form, text: String(value) }]);

// Values that templates print, in the order of printing.
const putHelper =
  (puts: Put[]) =>
  (value: unknown, placed: string, form: 'text' | 'raw'): string => {
    const [place = '', name = ''] = placed.split(/ (?=[^ ]*$)/);
    if (value === undefined || value === null)
      throw new UsageError(`${place}: "${name}" is missing in the context. Guard it with {{#if ${name}}}.`);
    return piecesOf(value, form)
      .parts.map((part) => {
        if (typeof part === 'string') return part;
        puts.push({ piece: part, place });
        return markOf(puts.length - 1);
      })
      .join('');
  };

const withHelpers = (engine: typeof Handlebars, puts: Put[]): void => {
  engine.unregisterHelper('log');
  engine.unregisterHelper('lookup');
  engine.registerHelper('$put', putHelper(puts));
  for (const [name, { call }] of Object.entries(helpers))
    engine.registerHelper(name, (...given: unknown[]) => call(given.slice(0, -1), (given.at(-1) as Handlebars.HelperOptions).hash));
  engine.registerHelper('indent', function (this: unknown, spaces: number, { fn }: Handlebars.HelperOptions) {
    return indented(fn(this), spaces);
  });
};

/** Makes documents of contexts. */
export type Render = (context: unknown) => string;

/**
 * A template ready to make documents: LF, one final newline. Throws a UsageError with every fault of the template, one per line, before
 * anything is rendered; a context must satisfy the schema.
 */
export const rendering = (template: Template): Render => {
  refuseFaults(template);
  const engine = Handlebars.create();
  const puts: Put[] = [];
  withHelpers(engine, puts);
  for (const [name, partial] of Object.entries(template.partials)) engine.registerPartial(name, whenIncluded(engine, partial));
  const delegate = compiled(engine, template);
  return (context) => {
    puts.length = 0;
    try {
      return fill(template.path, tidy(delegate(withDefaults(template.schema, context))), puts);
    } catch (error) {
      throw renderError(template.path, error);
    }
  };
};

/** One document of a template; throws as `rendering` does. */
export const renderTemplate = (template: Template, context: unknown): string => rendering(template)(context);
