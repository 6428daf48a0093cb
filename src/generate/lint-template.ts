/** Linting: a template is walked with the schema of its context, so that a wrong name is found before anything is rendered. */
import { closest, didYouMean } from '../model/usage-error.ts';
import { blockHelpers } from './helpers.ts';
import {
  type Call,
  checkMustache,
  checkNamed,
  checkUse,
  disproven,
  type Expression,
  type Fault,
  isPath,
  type Linted,
  type Names,
  type Partial,
  proven,
  report,
  type Scope,
  text,
  type Walk,
} from './lint-expression.ts';
import { contextOf, isList, itemOf, type Schema, type Value } from './schema-scope.ts';

const withPresent = (scope: Scope, keys: readonly string[]): Scope => ({ ...scope, present: new Set([...scope.present, ...keys]) });

const walkBody = (scope: Scope, program: hbs.AST.Program | undefined): void => {
  for (const statement of program?.body ?? []) walkStatement(scope, statement);
};

const walkIf = (scope: Scope, block: hbs.AST.BlockStatement): void => {
  const condition = block.params[0] as Expression;
  checkUse(scope, condition, { optional: true, list: true });
  checkNamed(scope, block as unknown as Call, ['includeZero']);
  const sides = [proven(scope, condition), disproven(scope, condition)] as const;
  const [then, otherwise] = block.path.original === 'if' ? sides : ([sides[1], sides[0]] as const);
  walkBody(withPresent(scope, then), block.program);
  walkBody(withPresent(scope, otherwise), block.inverse);
};

const named = (scope: Scope, params: readonly string[] | undefined, values: readonly (Value | undefined)[]): Names =>
  new Map([...scope.names, ...(params ?? []).map((name, index) => [name, values[index]] as const)]);

const walkEach = (scope: Scope, block: hbs.AST.BlockStatement): undefined => {
  const node = block.params[0] as Expression;
  const value = checkUse(scope, node, { optional: true, list: true });
  walkBody(scope, block.inverse);
  if (value === undefined) return;
  const item = itemOf(scope.walk.schema, value, `${block.loc.start.line}:${block.loc.start.column}`);
  if (item === undefined) return report(scope, node, `"${block.path.original} ${isPath(node) ? node.original : ''}": this is no list.`);
  const inner = {
    ...scope,
    levels: [item, ...scope.levels],
    loops: [isList(value.schema) ? ('list' as const) : ('object' as const), ...scope.loops],
  };
  walkBody({ ...inner, names: named(scope, block.program.blockParams, [item, text]) }, block.program);
};

const walkWith = (scope: Scope, block: hbs.AST.BlockStatement): void => {
  const value = checkUse(scope, block.params[0] as Expression, { optional: true, list: true });
  walkBody(scope, block.inverse);
  if (value === undefined) return;
  const inner = withPresent({ ...scope, levels: [value, ...scope.levels] }, [value.key]);
  walkBody({ ...inner, names: named(scope, block.program.blockParams, [value]) }, block.program);
};

const walkIndent = (scope: Scope, block: hbs.AST.BlockStatement): void => {
  if ((block.params[0] as Expression).type !== 'NumberLiteral') report(scope, block, 'Say by how many spaces: {{#indent 2}}.');
  walkBody(scope, block.program);
};

const blocks: Readonly<Record<string, (scope: Scope, block: hbs.AST.BlockStatement) => void>> = {
  if: walkIf,
  unless: walkIf,
  each: walkEach,
  with: walkWith,
  indent: walkIndent,
};

const walkBlock = (scope: Scope, block: hbs.AST.BlockStatement): void => {
  const name = block.path.original;
  const known = Object.hasOwn(blocks, name) ? blocks[name] : undefined;
  if (known === undefined) {
    const other = closest(name, blockHelpers);
    report(
      scope,
      block,
      `There is no block "${name}".${other === undefined ? ` Write {{#if ${name}}}, {{#each ${name}}} or {{#with ${name}}}.` : ` Did you mean "${other}"?`}`,
    );
  } else if (block.params.length !== 1) report(scope, block, `"${name}" takes one value, not ${block.params.length}.`);
  else known(scope, block);
};

// Values handed over by name stand beside those of the object that the partial sees.
const withNamed = (scope: Scope, { schema, key }: Value, hash: hbs.AST.Hash | undefined): Value => {
  const pairs = hash?.pairs ?? [];
  const given = pairs.map(
    (pair) => [pair.key, checkUse(scope, pair.value, { optional: false, list: true })?.schema ?? text.schema] as const,
  );
  const required = Array.isArray(schema['required']) ? (schema['required'] as readonly string[]) : [];
  const properties = { ...(schema['properties'] as Schema | undefined), ...Object.fromEntries(given) };
  return { schema: { ...schema, properties, required: [...required, ...pairs.map((pair) => pair.key)] }, key, optional: false };
};

// What a partial sees: the value handed over, or where it is included.
const partialScope = (scope: Scope, statement: hbs.AST.PartialStatement, { path }: Partial): Scope => {
  const given = statement.params[0];
  const value = given === undefined ? scope.levels[0] : checkUse(scope, given, { optional: false, list: true });
  const level = value === undefined ? [] : [withNamed(scope, value, statement.hash as hbs.AST.Hash | undefined)];
  return {
    ...scope,
    levels: level,
    names: new Map(),
    loops: [],
    path,
    trail: [...scope.trail, String((statement.name as hbs.AST.PathExpression).original)],
  };
};

const walkPartial = (scope: Scope, statement: hbs.AST.PartialStatement): undefined => {
  if (statement.name.type !== 'PathExpression')
    return report(scope, statement, 'The name of a partial must stand in the template, so that what it includes can be linted.');
  const name = String(statement.name.original);
  const partial = scope.walk.partials.get(name);
  if (partial === undefined)
    return report(
      scope,
      statement,
      `There is no partial "${name}".${didYouMean(name, scope.walk.partials.keys()) || ' Partials stand in templates/partials.'}`,
    );
  if (scope.trail.includes(name) || partial.path === scope.walk.path)
    return report(scope, statement, `"${name}" includes itself (${[...scope.trail, name].join(' → ')}), so rendering would never end.`);
  const inner = partialScope(scope, statement, partial);
  if (inner.levels.length > 0) walkBody(inner, partial.read());
};

const unsupported: Readonly<Record<string, string>> = {
  Decorator: 'Decorators are not supported.',
  DecoratorBlock: 'Inline partials are not supported; put the text into a file in templates/partials.',
  PartialBlockStatement: 'Partial blocks are not supported; hand values over, as in {{> partial name=value}}.',
};

const walkStatement = (scope: Scope, statement: hbs.AST.Statement): void => {
  if (statement.type === 'MustacheStatement') checkMustache(scope, statement as hbs.AST.MustacheStatement);
  else if (statement.type === 'BlockStatement') walkBlock(scope, statement as hbs.AST.BlockStatement);
  else if (statement.type === 'PartialStatement') walkPartial(scope, statement as hbs.AST.PartialStatement);
  else if (Object.hasOwn(unsupported, statement.type)) report(scope, statement, unsupported[statement.type] ?? '');
};

/** Everything that is wrong with a template and the partials it includes, in the order of walking, each fault once. */
export const lintTemplate = (linted: Linted): readonly Fault[] => {
  const walk: Walk = { ...linted, faults: new Map() };
  const scope: Scope = {
    walk,
    levels: [contextOf(linted.schema)],
    names: new Map(),
    present: new Set(),
    loops: [],
    path: linted.path,
    trail: [],
  };
  walkBody(scope, linted.program);
  return [...walk.faults.values()];
};
