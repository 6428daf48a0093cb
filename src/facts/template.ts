/** The fact how a record stands to its template: which of its items, sections and answers are there. */
import type { Document } from '../model/document.ts';
import { unzip } from '../model/located.ts';
import type { Range } from '../model/source.ts';
import { compareDigest } from './digest.ts';
import { isClose, pairItems, type RecordItem, recordItems, type TemplateItem, templateItems } from './template-items.ts';
import { belowTitle, homesOf, missingSections, type Pair, rangeAt, rangeOfHome, where } from './template-sections.ts';
import { fold, matches } from './template-text.ts';

/** Which template a record was made from. */
export interface NamedTemplate {
  readonly path: string;
  /** Named by the configuration or by the record's front matter. */
  readonly by: 'configuration' | 'front-matter';
}

// Only front matter counts: `**Template:** …` in the text may mean anything.
const frontMatter = (document: Document, key: string): string | undefined => {
  const end = /^---[ \t]*\r?\n[\s\S]*?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(document.source.text)?.[0].length ?? 0;
  const range = rangeAt(document, '/fields', key);
  return range !== undefined && range.start < end ? document.data.fields[key]?.value : undefined;
};

/** The template of a record: that of the configuration, else the one its front matter names, relative to the tree's root. */
export const templateOf = (document: Document, configured: string | undefined): NamedTemplate | undefined => {
  const own = frontMatter(document, 'template');
  if (configured !== undefined) return { path: configured.replace(/^\.\//, ''), by: 'configuration' };
  return own === undefined ? undefined : { path: own.replace(/^\.?\//, ''), by: 'front-matter' };
};

const hasChanged = (document: Document, path: string, digest: string): boolean => {
  const named = frontMatter(document, 'template')?.replace(/^\.?\//, '');
  const recorded = frontMatter(document, 'template-digest');
  return (
    recorded !== undefined && (named === undefined || named === path) && compareDigest(recorded.trim().toLowerCase(), digest) !== 'same'
  );
};

// An item that is there by name but no longer counts is not there.
const lossOf = (wanted: TemplateItem, item: RecordItem): string | undefined => {
  const [of, is] = [wanted.task, item.task];
  if (is.optional === true && of.optional !== true) return 'it is optional here';
  if (is.trigger === true && of.trigger !== true) return 'it stands among conditions to watch for';
  if (is.choice === true && of.choice !== true) return 'it is one of several choices here';
  if (is.reason !== undefined && fold(is.reason) === fold(is.text)) return 'the reason only repeats it';
  const reads = item.readings.some((reading) => matches(wanted.pattern, reading));
  return reads || isClose(wanted, item) ? undefined : 'it has the same id and says something else';
};

interface Renaming {
  readonly wanted: TemplateItem;
  readonly item: RecordItem;
  readonly detail: string;
}

const itemFacts = ({ document, template, homes }: Pair): Record<string, unknown> => {
  const pairs = pairItems(templateItems(template), recordItems(document));
  const below = belowTitle(template);
  const lost = [...pairs.paired].flatMap(([wanted, item]): Renaming[] => {
    const detail = lossOf(wanted, item);
    return detail === undefined ? [] : [{ wanted, item, detail }];
  });
  const renamed: Renaming[] = [...lost, ...[...pairs.renamed].map(([wanted, item]) => ({ wanted, item, detail: 'it reads differently' }))];
  return {
    missing: pairs.missing.map(({ task, text }) =>
      where(rangeOfHome(document, homes, below(task.section)), { text, id: task.id, section: task.section }),
    ),
    renamed: renamed.map(({ wanted, item, detail }) =>
      where(rangeAt(document, '/tasks', item.index), { text: item.task.text, was: wanted.text, task: item.index, detail }),
    ),
    unknown: pairs.unknown.map(({ task, index }) => where(rangeAt(document, '/tasks', index), { text: task.text, task: index })),
  };
};

const rolesIn = ({ data }: Document): string[] =>
  data.signOffs.flatMap(({ role, form }) => (role === undefined || form !== 'table' ? [] : [role]));

// Answers that the template asks for: fields that it leaves empty, and roles that sign off in its tables.
const missingAnswers = ({ document, template }: Pair): object[] => {
  const there = document.data.fields;
  const fields = Object.entries(template.data.fields).filter(([key, { empty }]) => empty === true && !Object.hasOwn(there, key));
  const signed = new Set(rolesIn(document).map(fold));
  const roles = rolesIn(template).filter((role) => !signed.has(fold(role)));
  return [...new Set([...fields.map(([, { label }]) => label), ...roles])].map((label) => ({ label }));
};

const withFact = (document: Document, fact: object): Document => {
  const { data, ranges } = unzip<{ readonly template: object }>({ template: fact });
  return { ...document, data: { ...document.data, ...data }, ranges: new Map([...document.ranges, ...ranges]) };
};

// A template that cannot be read asks for nothing; that must not look like a complete record.
const problemOf = ({ data }: Document): string | undefined => {
  const problem = data.problems.find(({ type }) => type !== 'mojibake');
  if (problem !== undefined) return `cannot be read to its end (${problem.type})`;
  return data.tasks.length === 0 ? 'has no item' : undefined;
};

const inFrontMatter = (document: Document, key: string): Range | undefined =>
  frontMatter(document, key) === undefined ? undefined : rangeAt(document, '/fields', key);

/** The record with `template`: what of its template it lacks. `digest`: that of the template as it is now (`contentDigest`). */
export const withTemplate = (document: Document, template: Document, digest: string): Document => {
  const { path } = template.source;
  const pair = { document, template, homes: homesOf(document) };
  const changed = hasChanged(document, path, digest);
  return withFact(document, {
    path,
    digest,
    problem: problemOf(template),
    changed: where(inFrontMatter(document, 'template-digest'), changed),
    since: changed ? 'The template has changed since this record was made.' : undefined,
    ...itemFacts(pair),
    missingSections: missingSections(pair),
    missingAnswers: missingAnswers(pair),
  });
};

/** The record with the fact that the template it names is not there. */
export const withAbsentTemplate = (document: Document, path: string): Document =>
  withFact(document, { path, absent: where(inFrontMatter(document, 'template'), true) });
