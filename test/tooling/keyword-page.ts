/** The page of keywords: what docgate adds to JSON Schema, from the schemas of their values and from the rules that use them. */
import { Document, isScalar, visit } from 'yaml';
import { keywords } from '../../src/policy/keywords/index.ts';
import type { Rule } from '../../src/policy/policy.ts';
import { namesIn, type Use, usesOf } from './keyword-uses.ts';

/** A JSON Schema as far as the page tells it. */
export interface ValueSchema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly ValueSchema[];
  readonly items?: ValueSchema;
  readonly additionalProperties?: ValueSchema | boolean;
  readonly properties?: Readonly<Record<string, ValueSchema>>;
  readonly required?: readonly string[];
  readonly examples?: readonly unknown[];
}

export interface DescribedKeyword {
  readonly name: string;
  /** The type of data that it judges. */
  readonly on: string;
  readonly value: ValueSchema;
  /** Uses that together show every property that shipped rules give. */
  readonly shown: readonly Use[];
  readonly others: readonly string[];
}

const showing = (uses: readonly Use[]): Use[] => {
  const known = new Set<string>();
  return uses.filter(({ value }, index) => {
    const names = namesIn(value);
    const tellsMore = index === 0 || names.some((name) => !known.has(name));
    for (const name of names) known.add(name);
    return tellsMore;
  });
};

/** The keywords, with their uses in rules. */
export const describeKeywords = (rules: readonly Rule[]): DescribedKeyword[] =>
  keywords.map((keyword) => {
    const { keyword: name, type, metaSchema } = keyword({ now: '2000-01-01T00:00:00Z' });
    const uses = usesOf(rules, String(name));
    const shown = showing(uses);
    const ids = new Set(uses.map(({ rule }) => rule.id));
    for (const { rule } of shown) ids.delete(rule.id);
    return { name: String(name), on: String(type), value: metaSchema as ValueSchema, shown, others: [...ids] };
  });

const words: Readonly<Record<string, string>> = { array: 'list', string: 'text', boolean: '`true` or `false`' };

const plural = (type: string): string => type.replace(/^(?:list|map|\w+$)/, (word) => `${word}s`);

const typeOf = ({ title, type = '', enum: values, anyOf, items, additionalProperties }: ValueSchema): string => {
  if (title !== undefined) return title;
  if (values !== undefined) return values.map((value) => `\`${value}\``).join(', ');
  if (anyOf !== undefined) return anyOf.map(typeOf).join(' or ');
  if (items !== undefined) return `list of ${plural(typeOf(items))}`;
  if (typeof additionalProperties === 'object') return `map of names to ${plural(typeOf(additionalProperties))}`;
  return words[type] ?? type;
};

const valueTable = (value: ValueSchema): string[] => {
  const { properties, required = [] } = value;
  const { title: _, ...untitled } = value;
  if (properties === undefined) return [`Value: ${typeOf(untitled)}.`, ''];
  const rows = Object.entries(properties).map(
    ([name, schema]) => `| \`${name}\` | ${typeOf(schema)} | ${required.includes(name) ? 'yes' : 'no'} | ${schema.description ?? ''} |`,
  );
  return ['| property | type | required | meaning |', '|---|---|---|---|', ...rows, ''];
};

const yamlOf = (value: unknown): string => {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Seq: (_, list) => {
      list.flow = list.items.every((item) => isScalar(item));
    },
  });
  return document.toString({ lineWidth: 120, flowCollectionPadding: false }).trimEnd();
};

const fenced = (value: unknown): string[] => ['```yaml', yamlOf(value), '```', ''];

const link = (id: string): string => `[${id}](rules/${id}.md)`;

const exampleOf = ({ rule, excerpt }: Use): string[] => [
  `From ${link(rule.id)}:`,
  '',
  ...fenced({ ...(rule.scope !== undefined && { scope: rule.scope }), message: rule.message, schema: excerpt }),
];

const more: Readonly<Record<string, string>> = {
  clockAgrees: 'Times and durations: [deadlines](deadlines.md).',
  deadline: 'Answers, clocks, zones and durations: [deadlines](deadlines.md).',
  quorum: 'People, and what an approval is bound to: [approvals](approvals.md).',
};

const sectionOf = ({ name, on, value, shown, others }: DescribedKeyword): string[] => {
  const seeAlso = more[name];
  return [
    `## ${name}`,
    '',
    value.title ?? '',
    value.description ?? '',
    '',
    ...(seeAlso === undefined ? [] : [seeAlso, '']),
    `On: ${words[on] ?? on}s.`,
    '',
    ...valueTable(value),
    ...shown.flatMap(exampleOf),
    ...(value.examples ?? []).flatMap((example) => [
      shown.length === 0 ? 'Example:' : 'Another value:',
      '',
      ...fenced({ [name]: example }),
    ]),
    ...(others.length === 0 ? [] : [`Also in ${others.map(link).join(', ')}.`, '']),
  ];
};

const opening = [
  'What docgate adds to [JSON Schema](policies.md) for relations, order and time. A keyword holds for data of another type than the one it is',
  'on, as in JSON Schema. A value of the wrong shape is refused before any document is judged (exit code 2).',
  '',
  'A pointer is a JSON Pointer (RFC 6901), such as `/date/date`. It counts from each item where the keyword is on a list, else from the',
  'object itself; the empty pointer is the item or the object. The names are those of the model: `docgate inspect FILE`.',
  '',
  'The examples are cut out of shipped rules, with the defaults of their options. A `message` may name what the keyword found, as theirs do.',
];

/** The page. */
export const keywordPage = (rules: readonly Rule[], note: string): string => {
  const all = describeKeywords(rules);
  const rows = all.map(({ name, on, value }) => `| [${name}](#${name.toLowerCase()}) | ${words[on] ?? on}s | ${value.title ?? ''} |`);
  const overview = ['| keyword | on | holds when |', '|---|---|---|', ...rows];
  return ['# Keywords', '', note, '', ...opening, '', ...overview, '', ...all.flatMap(sectionOf)].join('\n');
};
