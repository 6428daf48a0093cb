/** Linting of expressions: what a path or a call in a template stands for, and what is wrong with it. */
import { didYouMean } from '../model/usage-error.ts';
import type { Helper } from './helper.ts';
import { blockHelpers, helpers } from './helpers.ts';
import { contextOf, isList, isObject, memberOf, namesIn, type Schema, type Value } from './schema-scope.ts';

/** Something wrong with a template: `path:line:column: what is wrong and what to do`. */
export interface Fault {
  readonly message: string;
}

/** A partial, read when it is first included. */
export interface Partial {
  readonly path: string;
  readonly read: () => hbs.AST.Program;
}

export interface Linted {
  readonly path: string;
  readonly program: hbs.AST.Program;
  readonly schema: Schema;
  readonly partials: ReadonlyMap<string, Partial>;
}

/** Names that stand for values: block parameters and arguments of a partial. */
export type Names = ReadonlyMap<string, Value | undefined>;

/** What the names mean at one place of a template. */
export interface Scope {
  readonly walk: Walk;
  /** The values that `this`, `../`, `../../` … stand for, innermost first. */
  readonly levels: readonly Value[];
  readonly names: Names;
  /** Keys of values that are known to be there. */
  readonly present: ReadonlySet<string>;
  /** Loops around, innermost first: whether `@index` and so on exist, and `@key`. */
  readonly loops: readonly ('list' | 'object')[];
  /** The file, and the partials that lead to it. */
  readonly path: string;
  readonly trail: readonly string[];
}

export interface Walk extends Linted {
  readonly faults: Map<string, Fault>;
}

export type Expression = hbs.AST.Expression;
export type Call = {
  readonly path: hbs.AST.PathExpression;
  readonly params: readonly Expression[];
  readonly hash?: hbs.AST.Hash;
  readonly loc: hbs.AST.SourceLocation;
};

export const report = ({ walk, path }: Scope, { loc }: { readonly loc: hbs.AST.SourceLocation }, message: string): undefined => {
  const text = `${path}:${loc.start.line}:${loc.start.column + 1}: ${message}`;
  walk.faults.set(text, { message: text });
};

export const text: Value = { schema: { type: 'string' }, key: '@', optional: false };

const dataValue = (scope: Scope, path: hbs.AST.PathExpression): Value | undefined => {
  const [name = '', ...rest] = path.parts;
  if (name === 'root') return follow(scope, path, [contextOf(scope.walk.schema), rest]);
  const loop = scope.loops[path.depth];
  const known = ['root', ...(loop === undefined ? [] : ['index', 'key', 'first', 'last'])];
  if (loop !== undefined && known.includes(name)) return text;
  const hint =
    loop === undefined && ['index', 'key', 'first', 'last'].includes(name) ? ' It exists inside {{#each}} only.' : didYouMean(name, known);
  return report(scope, path, `There is no "@${name}" here.${hint}`);
};

const suggestion = (scope: Scope, at: Value, name: string): string => {
  const up = scope.levels.findIndex(({ schema }, level) => level > 0 && namesIn(schema).includes(name));
  if (up > 0) return ` It belongs ${up === 1 ? 'one level' : `${up} levels`} up: write "${'../'.repeat(up)}${name}".`;
  const names = namesIn(at.schema);
  return didYouMean(name, names) || (names.length > 0 ? ` There are: ${names.join(', ')}.` : '');
};

// The steps of a path; what may be missing on the way must be guarded, the last step is the caller's affair.
const follow = (scope: Scope, path: hbs.AST.PathExpression, [from, steps]: readonly [Value, readonly string[]]): Value | undefined => {
  let value = from;
  for (const [index, step] of steps.entries()) {
    if (index > 0 && isMissing(scope, value)) return report(scope, path, unguarded(path.original, value));
    const found = memberOf(scope.walk.schema, value, step);
    if (found === undefined)
      return report(
        scope,
        path,
        `There is no "${step}" ${index === 0 && value.key === '' ? 'in the context' : 'here'}.${suggestion(scope, value, step)}`,
      );
    value = found;
  }
  return value;
};

const isMissing = ({ present }: Scope, { key, optional }: Value): boolean => optional && !present.has(key);

const unguarded = (original: string, { key }: Value): string => {
  const name = key.split('/').at(-1) ?? '';
  const guard = original.slice(0, Math.max(0, original.lastIndexOf(name))) + name;
  return `"${guard}" may be missing; guard it with {{#if ${guard}}}…{{/if}}${guard === original ? ', or write {{fill …}} or {{cell …}}' : ''}.`;
};

const valueOfPath = (scope: Scope, path: hbs.AST.PathExpression): Value | undefined => {
  if (path.data) return dataValue(scope, path);
  const [name = '', ...rest] = path.parts;
  if (path.depth === 0 && !/^\.|^this\b/.test(path.original) && scope.names.has(name)) {
    const named = scope.names.get(name);
    return named === undefined ? undefined : follow(scope, path, [named, rest]);
  }
  const level = scope.levels[path.depth];
  if (level === undefined)
    return report(
      scope,
      path,
      `"${path.original}" leads out of ${scope.trail.length > 0 ? 'the partial; hand the value over, as in {{> partial name=value}}' : 'the context'}.`,
    );
  return follow(scope, path, [level, path.parts]);
};

export const isPath = (node: Expression): node is hbs.AST.PathExpression => node.type === 'PathExpression';
const isCall = (node: Expression): node is hbs.AST.SubExpression => node.type === 'SubExpression';

/** The value of an expression, undefined where it is no value of the context or wrong (then it is reported). */
export const meaningOf = (scope: Scope, node: Expression): Value | undefined => {
  if (isPath(node)) return valueOfPath(scope, node);
  if (isCall(node)) checkCall(scope, node);
  return undefined;
};

interface Use {
  /** It may be missing. */
  readonly optional: boolean;
  /** It may be a list or an object. */
  readonly list: boolean;
}

export const checkUse = (scope: Scope, node: Expression, { optional, list }: Use): Value | undefined => {
  const value = meaningOf(scope, node);
  if (value === undefined || !isPath(node)) return value;
  if (!optional && isMissing(scope, value)) return report(scope, node, unguarded(node.original, value));
  if (!list && isList(value.schema))
    return report(scope, node, `"${node.original}" is a list; go through it with {{#each ${node.original}}}.`);
  if (!list && isObject(value.schema))
    return report(scope, node, `"${node.original}" has parts (${namesIn(value.schema).join(', ')}); name one of them.`);
  return value;
};

const helperNamed = (scope: Scope, { path }: Call): Helper | undefined => {
  const name = path.original;
  if (Object.hasOwn(helpers, name)) return helpers[name];
  const block = (blockHelpers as readonly string[]).includes(name);
  return report(
    scope,
    path,
    block
      ? `"${name}" opens a block: write {{#${name} …}}…{{/${name}}}.`
      : `There is no helper "${name}".${didYouMean(name, [...Object.keys(helpers), ...blockHelpers])}`,
  );
};

export const checkNamed = (scope: Scope, { path, hash }: Call, known: readonly string[]): void => {
  for (const pair of hash?.pairs ?? []) {
    if (!known.includes(pair.key)) report(scope, pair, `"${path.original}" has no "${pair.key}=".${didYouMean(pair.key, known)}`);
    checkUse(scope, pair.value, { optional: false, list: false });
  }
};

const checkCall = (scope: Scope, call: Call): undefined => {
  const helper = helperNamed(scope, call);
  if (helper === undefined) return;
  const [least, most] = helper.takes;
  if (call.params.length < least || call.params.length > most)
    report(
      scope,
      call,
      `"${call.path.original}" takes ${least === most ? least : `${least} to ${most}`} ${most === 1 ? 'value' : 'values'}, not ${call.params.length}.`,
    );
  for (const [index, param] of call.params.entries())
    checkUse(scope, param, { optional: helper.optional?.includes(index) === true, list: helper.list === true });
  checkNamed(scope, call, helper.named ?? []);
};

// Without arguments a name is a variable, even where a helper has the same name.
export const checkMustache = (scope: Scope, statement: hbs.AST.MustacheStatement): undefined => {
  const call = statement as unknown as Call;
  if (call.params.length > 0 || (call.hash?.pairs.length ?? 0) > 0) return checkCall(scope, call);
  if (isPath(statement.path)) checkUse(scope, statement.path, { optional: false, list: false });
};

// Values that a condition proves to be there.
export const proven = (scope: Scope, node: Expression): string[] => {
  if (isPath(node))
    return [meaningOf({ ...scope, walk: { ...scope.walk, faults: new Map() } }, node)?.key ?? ''].filter((key) => key !== '');
  return isCall(node) && node.path.original === 'and' ? node.params.flatMap((param) => proven(scope, param)) : [];
};

export const disproven = (scope: Scope, node: Expression): string[] =>
  isCall(node) && node.path.original === 'not' ? node.params.flatMap((param) => proven(scope, param)) : [];
