/** Mistakes in policies of the user's own: none may make a rule hold for ever. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { KindName } from '../../../src/model/document.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { loadPolicy } from '../../../src/policy/load.ts';
import { printGithub } from '../../../src/report/github.ts';
import { printGitlab } from '../../../src/report/gitlab.ts';
import { printJson } from '../../../src/report/json.ts';
import { printJunit } from '../../../src/report/junit.ts';
import { printMarkdown } from '../../../src/report/markdown.ts';
import { printPretty } from '../../../src/report/pretty.ts';
import { printSarif } from '../../../src/report/sarif.ts';
import { checkFiles } from '../../checking.ts';

interface Given {
  readonly schema: string;
  readonly kind?: KindName;
  readonly message?: string;
  readonly more?: string;
}

// The schema stands in line 9 and below, two steps into its rule.
const policy = ({ schema, kind = 'checklist', message = 'X.', more = '' }: Given): string =>
  [
    'name: ours',
    'appliesTo:',
    `  kind: ${kind}`,
    'rules:',
    '  a:',
    '    description: X.',
    '    severity: error',
    `    message: '${message}'`,
    ...schema.split('\n').map((line, index) => (index === 0 ? `    schema: ${line}` : `      ${line}`)),
    ...(more === '' ? [] : more.split('\n').map((line) => `    ${line}`)),
    '',
  ].join('\n');

const document = '# Release 1.4.0\n\n- [ ] One\n- [x] Two\n';

const errorOf = async (given: Given, files: Readonly<Record<string, string>> = {}): Promise<string> => {
  const all = { 'docgate.config.yaml': 'policies: [p.yaml]\n', 'p.yaml': policy(given), 'docs/d.md': document, ...files };
  const run = checkFiles(all, { paths: ['docs/d.md'], kind: given.kind ?? 'checklist' });
  return run.then(
    () => 'no error',
    (error: unknown) => (error instanceof Error && error.name === 'UsageError' ? error.message : `a bug: ${String(error)}`),
  );
};

const messagesOf = async (given: Given): Promise<string[]> => {
  const all = { 'docgate.config.yaml': 'policies: [p.yaml]\n', 'p.yaml': policy(given), 'docs/d.md': document };
  const { report } = await checkFiles(all, { paths: ['docs/d.md'], kind: given.kind ?? 'checklist' });
  return report.findings.filter(({ rule }) => rule === 'ours/a').map(({ message }) => message);
};

describe('an option that the rule does not declare', () => {
  it.each([
    ['without any', '', /^p\.yaml:9:55: .*"max".*options/],
    ['with another', 'options: {maxi: 3}', /^p\.yaml:9:55: .*"max".*Did you mean "maxi"\?/],
  ])('is an error of the set-up %s', async (_, more, expected) => {
    expect(await errorOf({ schema: '{properties: {tasks: {maxItems: {$option: max}}}}', more })).toMatch(expected);
  });

  it('is none when it is declared', async () => {
    expect(await messagesOf({ schema: '{properties: {tasks: {maxItems: {$option: max}}}}', more: 'options: {max: 1}' })).toEqual(['X.']);
  });
});

describe('a name that the model does not have', () => {
  it.each<[string, KindName, string, RegExp]>([
    ['a property', 'checklist', '{properties: {taskz: {maxItems: 1}}}', /^p\.yaml:9:27: ours\/a: .*"taskz".*Did you mean "tasks"\?/],
    [
      'a property of items',
      'checklist',
      '{properties: {tasks: {items: {required: [ownerz]}}}}',
      /^p\.yaml:9:54: .*"ownerz".*\/tasks\/\*.*"owners"/,
    ],
    ['another kind of document', 'promotion', '{properties: {stage: {minItems: 1}}}', /^p\.yaml:9:27: .*"stage".*"stages"/],
    ['required at the top', 'incident', '{required: [severty]}', /^p\.yaml:9:25: .*"severity"/],
    ['what depends', 'incident', '{dependentRequired: {severty: [id]}}', /^p\.yaml:9:34: .*"severity"/],
    ['what is depended on', 'incident', '{dependentRequired: {severity: [idd]}}', /^p\.yaml:9:45: .*"idd".*"id"/],
    ['below if', 'checklist', '{properties: {tasks: {items: {if: {properties: {stat: {const: open}}}}}}}', /"stat".*"state"/],
    ['below not', 'checklist', '{not: {required: [titel]}}', /"titel".*"title"/],
    ['below anyOf', 'checklist', '{anyOf: [{required: [title]}, {required: [titel]}]}', /^p\.yaml:9:55: .*"titel"/],
    ['below contains', 'checklist', '{properties: {tasks: {contains: {required: [txt]}}}}', /"txt".*"text"/],
    [
      'behind a reference',
      'checklist',
      '{properties: {tasks: {items: {$ref: "#/$defs/t"}}}, $defs: {t: {required: [txt]}}}',
      /"txt".*"text"/,
    ],
    ['of a list, not of its items', 'checklist', '{properties: {tasks: {required: [owners]}}}', /"owners".*list.*"items"/],
    ['in the map of fields', 'checklist', '{properties: {fields: {properties: {owner: {required: [valeu]}}}}}', /"valeu".*"value"/],
    ['in a folder', 'incident', '{properties: {documents: {items: {required: [idd]}}}}\nscope: folder', /"idd"/],
    ['by a pattern of names', 'checklist', '{patternProperties: {"^sec": {items: {required: [titel]}}}}', /"titel".*"title"/],
    ['of all other properties', 'checklist', '{properties: {fields: {additionalProperties: {required: [valeu]}}}}', /"valeu".*"value"/],
    [
      'at every place of a definition',
      'incident',
      '{properties: {date: {$ref: "#/$defs/t"}, id: {$ref: "#/$defs/t"}}, $defs: {t: {required: [daet]}}}',
      /"daet".*"date"/,
    ],
    ['a value', 'checklist', '{properties: {tasks: {items: {properties: {state: {not: {const: opn}}}}}}}', /"opn".*"open"/],
    ['one of several values', 'checklist', '{properties: {claim: {enum: [drft]}}}', /"drft".*"draft"/],
    ['a keyword of lists on a text', 'checklist', '{properties: {title: {minItems: 3}}}', /^p\.yaml:9:35: .*"minItems".*lists/],
  ])('%s', async (_, kind, schema, expected) => {
    const [own = '', more = ''] = schema.split('\n');
    const error = await errorOf({ kind, schema: own, more });
    expect(error).toMatch(/^p\.yaml:\d+:\d+: ours\/a: /);
    expect(error).toMatch(expected);
  });

  it('judges a folder by {documents: [{path, …}]}', async () => {
    const more = 'scope: folder';
    expect(await errorOf({ schema: '{required: [title]}', more })).toMatch(/"title"/);
    expect(await errorOf({ schema: '{properties: {documents: {items: {required: [path, title]}}}}', more })).toBe('no error');
  });

  it('names the file that states the rule', async () => {
    const base = policy({ schema: '{required: [titel]}' }).replace('name: ours', 'name: base');
    const ours = 'name: ours\nappliesTo: {kind: checklist}\nextends: [q/base.yaml, checklist]\nrules: {}\n';
    expect(await errorOf({ schema: '{}' }, { 'p.yaml': ours, 'q/base.yaml': base })).toMatch(/^q\/base\.yaml:9:25: ours\/a: /);
  });
});

describe('a pointer that leads nowhere', () => {
  it.each<[string, KindName, string, RegExp]>([
    ['of a list', 'promotion', '{properties: {stages: {consecutive: {by: /nummer}}}}', /^p\.yaml:9:54: .*"\/nummer".*"\/number"/],
    ['in a list of pointers', 'checklist', '{properties: {tasks: {uniqueBy: {by: [/text, /ids]}}}}', /"\/ids".*"\/id"/],
    ['as a name', 'checklist', '{properties: {tasks: {uniqueBy: {by: [/text], where: {/stat: open}}}}}', /"\/stat".*"\/state"/],
    ['deeper', 'incident', '{properties: {actions: {chronological: {by: /due/dat}}}}', /"\/due\/dat".*"\/due\/date"/],
    ['of an object', 'incident', '{agrees: {value: /duration/minuts, with: /measured}}', /"\/duration\/minuts"/],
    ['of a keyword that reads of itself', 'incident', '{properties: {events: {notFuture: true}}}', /"notFuture".*"date"/],
    ['of a keyword for another kind', 'checklist', '{deadline: {from: detected, within: P1D, met: reported}}', /"deadline"/],
  ])('%s', async (_, kind, schema, expected) => {
    const error = await errorOf({ kind, schema });
    expect(error).toMatch(/^p\.yaml:\d+:\d+: ours\/a: /);
    expect(error).toMatch(expected);
  });
});

describe('what cannot be told is left alone', () => {
  it.each([
    ['any field', '{properties: {fields: {required: [owner], properties: {anything: {required: [value]}}}}}'],
    ['patterns of names', '{patternProperties: {"^(sec|fie)": {required: [nonsense]}}}'],
    ['other properties', '{additionalProperties: {required: [nonsense]}}'],
    ['names of properties', '{properties: {fields: {propertyNames: {pattern: "^[a-z]"}}}}'],
    ['unused definitions', '{$defs: {a: {required: [nonsense]}}}'],
    ['facts', '{properties: {template: {properties: {missing: {maxItems: 0}}}}}'],
    [
      'a circle of references',
      '{properties: {tasks: {items: {$ref: "#/$defs/t"}}}, $defs: {t: {additionalProperties: {$ref: "#/$defs/t"}}}}',
    ],
    [
      'a definition for several places',
      '{properties: {tasks: {items: {$ref: "#/$defs/t"}}, links: {items: {$ref: "#/$defs/t"}}}, $defs: {t: {required: [url]}}}',
    ],
    ['an index', '{properties: {tasks: {prefixItems: [{required: [text]}]}}}'],
    ['values of a map', '{properties: {fields: {additionalProperties: {required: [value]}}}}'],
    ['literals', '{properties: {title: {const: {required: [nonsense]}}}}'],
  ])('%s', async (_, schema) => expect(await errorOf({ schema })).toBe('no error'));
});

describe('a placeholder', () => {
  const schema = '{properties: {tasks: {maxItems: 1, items: {required: [owners], properties: {text: {pattern: "x"}}}}}}';
  it.each([
    ['nonsense', /^p\.yaml:8:14: ours\/a: .*"\{\{nonsense\}\}"/],
    ['see {{txt}} there', /"\{\{txt\}\}".*Did you mean "text"\?/],
    ['{{fields.owner.valeu}}', /fields\.owner\.valeu/],
    ['{{patern}}', /Did you mean "pattern"\?/],
  ])('that nothing can fill is an error of the set-up: %s', async (message, expected) => {
    const text = message.includes('{{') ? message : `{{${message}}}`;
    expect(await errorOf({ schema, message: text })).toMatch(expected);
  });

  it('is looked for in what is expected and in the fix', async () => {
    expect(await errorOf({ schema, more: 'fix: "{{nonsense}}"' })).toMatch(/^p\.yaml:10:10: /);
    expect(await errorOf({ schema, more: 'expected: {owners: "{{nonsense}}"}' })).toMatch(/^p\.yaml:10:24: /);
    expect(await errorOf({ schema, more: 'related: nonsense' })).toMatch(/^p\.yaml:10:14: /);
  });

  it.each([
    'text',
    'title',
    'value',
    'actual',
    'limit',
    'missingProperty',
    'pattern',
    'max',
    'owners',
    'fields.owner.value',
    'progress.done',
    'tasks.0.text',
    'tasks.length',
  ])('may name %s', async (name) => {
    expect(await errorOf({ schema, message: `{{${name}}}`, more: 'options: {max: 1}' })).toBe('no error');
  });

  it('may name anything where the place cannot be told', async () => {
    expect(
      await errorOf({ schema: '{properties: {title: {$ref: "#name"}}, $defs: {a: {$dynamicAnchor: name}}}', message: '{{nonsense}}' }),
    ).toBe('no error');
  });

  it('may name what a keyword found', async () => {
    const numbered = '{properties: {stages: {consecutive: {by: /number}}}}';
    expect(await errorOf({ kind: 'promotion', schema: numbered, message: '{{before}} {{next}} {{title}}' })).toBe('no error');
    expect(await errorOf({ kind: 'promotion', schema: numbered, message: '{{missing}}' })).toMatch(/missing/);
  });

  it('that is absent in a document leaves no message empty', async () => {
    expect(await messagesOf({ schema: '{required: [version]}', message: '{{version}}' })).toEqual(['X.']);
  });
});

describe('a fault of the schema itself', () => {
  it.each<[string, KindName, string, RegExp]>([
    [
      'a value of our keyword',
      'checklist',
      '{properties: {tasks: {uniqueBy: [/title]}}}',
      /^p\.yaml:9:45: .*"properties\.tasks\.uniqueBy" must be object.*uniqueBy: \{ by: \[\/text\] \}/,
    ],
    [
      'a pointer that is none',
      'promotion',
      '{properties: {stages: {consecutive: {by: number}}}}',
      /^p\.yaml:9:54: .*consecutive: \{ by: \/number \}/,
    ],
    ['a misspelled keyword', 'checklist', '{properties: {tasks: {minItem: 1}}}', /^p\.yaml:9:35: .*"minItem".*Did you mean "minItems"\?/],
    [
      'a misspelled keyword of ours',
      'promotion',
      '{properties: {stages: {consecutiv: {by: /number}}}}',
      /^p\.yaml:9:36: .*"consecutiv".*Did you mean "consecutive"\?/,
    ],
    [
      'a number as text',
      'checklist',
      '{properties: {tasks: {minItems: "3"}}}',
      /^p\.yaml:9:45: .*"properties\.tasks\.minItems" must be integer, not "3"/,
    ],
    ['a type that is none', 'checklist', '{properties: {title: {type: strng}}}', /^p\.yaml:9:41: .*Did you mean "string"\?/],
    ['a pattern', 'checklist', '{properties: {title: {pattern: "("}}}', /^p\.yaml:9:44: .*regular expression.*[Uu]nterminated group/],
    ['a pattern of names', 'checklist', '{patternProperties: {"(": {}}}', /^p\.yaml:9:34: .*regular expression/],
    ['a schema that is none', 'checklist', '{properties: {title: 3}}', /^p\.yaml:9:34: /],
    [
      'a reference',
      'checklist',
      '{properties: {title: {$ref: "#/$defs/name"}}, $defs: {nam: {}}}',
      /^p\.yaml:9:41: .*"#\/\$defs\/name".*Did you mean "#\/\$defs\/nam"\?/,
    ],
    [
      'a reference to another machine',
      'checklist',
      '{properties: {title: {$ref: "https://example.com/a.json"}}}',
      /^p\.yaml:9:41: .*example\.com/,
    ],
    [
      'a duration',
      'incident',
      '{deadline: {from: detected, within: 7 days, met: reported}}',
      /^p\.yaml:9:\d+: .*"7 days" is not a duration/,
    ],
    ['a keyword without its companion', 'checklist', '{properties: {tasks: {minContains: 2}}}', /^p\.yaml:9:\d+: .*minContains/],
  ])('%s', async (_, kind, schema, expected) => {
    const error = await errorOf({ kind, schema });
    expect(error).toMatch(/^p\.yaml:\d+:\d+: ours\/a: /);
    expect(error).toMatch(expected);
  });

  it('is a reference to itself', async () => {
    const schema = '{properties: {title: {$ref: "#/$defs/t"}}, $defs: {t: {anyOf: [{$ref: "#/$defs/t"}]}}}';
    expect(await errorOf({ schema })).toMatch(/^ours\/a: .*"\$ref".*itself/);
  });

  it('is named where an option fills it in', async () => {
    const schema = '{properties: {tasks: {maxItems: {$option: max}}}}';
    expect(await errorOf({ schema, more: 'options: {max: many}' })).toMatch(
      /^p\.yaml:\d+:\d+: ours\/a: .*maxItems" must be integer, not "many"/,
    );
  });
});

describe('the page that explains a rule', () => {
  const findingOf = async (more: string, top = ''): Promise<Finding | undefined> => {
    const files = {
      'docgate.config.yaml': 'policies: [p.yaml]\n',
      'p.yaml': `${top}${policy({ schema: '{required: [version]}', more })}`,
      'docs/d.md': document,
    };
    const checked = await checkFiles(files, { paths: ['docs/d.md'], kind: 'checklist' });
    const finding = checked.report.findings.find(({ rule }) => rule === 'ours/a');
    expect(checked.report.rules.find(({ id }) => id === 'ours/a')?.help).toBe(finding?.help);
    for (const print of [printJson, printSarif, printMarkdown, printPretty, printGithub, printGitlab, printJunit])
      expect(print({ ...checked.report, findings: [finding as Finding] }, printing).includes('rules/ours')).toBe(false);
    return finding;
  };
  const printing = { color: false, quiet: false, width: 80, failing: ['error' as const], sources: new Map() };

  it('is none for a rule of the user', async () => expect(await findingOf('')).not.toHaveProperty('help'));
  it('is what the rule names', async () => expect((await findingOf('helpUri: https://example.com/a'))?.help).toBe('https://example.com/a'));
  it('is what the policy names', async () =>
    expect((await findingOf('', 'helpUri: https://example.com/p\n'))?.help).toBe('https://example.com/p'));
  it('is what the rule names before what the policy names', async () =>
    expect((await findingOf('helpUri: https://example.com/a', 'helpUri: https://example.com/p\n'))?.help).toBe('https://example.com/a'));

  it('is that of the shipped rule which a policy takes over', async () => {
    const { rules } = await loadPolicy('p.yaml', async () => 'name: ours\nextends: [checklist]\nrules: {}\n');
    expect(rules.find(({ name }) => name === 'broken-link')?.help).toBe('https://unpkg.com/docgate/docs/rules/document/broken-link.md');
  });

  it.each(['ftp://example.com', 'docs/rules.md', 'https://', 'https://exa mple.com', 'https://[1'])('is not %s', async (address) => {
    expect(await errorOf({ schema: '{}', more: `helpUri: '${address}'` })).toMatch(/^p\.yaml:10:14: .*helpUri"/);
  });
});

describe('docs/policies.md', () => {
  const page = readFileSync(new URL('../../../docs/policies.md', import.meta.url), 'utf8');
  const shown = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const run = async (text: string): Promise<unknown> =>
    checkFiles({ 'p.json': text, 'docs/d.md': document }, { paths: ['docs/d.md'], kind: 'checklist', policies: ['p.json'] }).catch(String);

  it('shows a policy without a mistake', async () => expect(await run(shown)).toHaveProperty('report'));
  it('shows the message of one', async () => {
    const message = /There is no "taskz".*/.exec(page)?.[0] ?? 'none';
    expect(await run(shown.replace('"tasks"', '"taskz"'))).toContain(`our-releases/unowned-item: ${message}`);
  });
});
