/** Judging: compiled rules × documents → findings. */
import { createHash } from 'node:crypto';
import { type LocatedData, placeAt } from '../model/document.ts';
import { compareFindings, type Finding, type Related, type Severity } from '../model/finding.ts';
import { parentPointer, valueAt } from '../model/located.ts';
import type { CompiledRule } from './compile.ts';
import type { ExplainedFault } from './explain-error.ts';
import type { Rule } from './policy.ts';
import { fill, lookUp, type Scope } from './substitute.ts';

/** Data that a rule judges, and how its pointers lead back to documents. */
interface Subject {
  readonly data: unknown;
  readonly resolve: (pointer: string) => { readonly document: LocatedData; readonly pointer: string } | undefined;
}

const documentSubject = (document: LocatedData): Subject => ({ data: document.data, resolve: (pointer) => ({ document, pointer }) });

const folderSubject = (documents: readonly LocatedData[]): Subject => ({
  data: { documents: documents.map(({ data, source }) => ({ path: source.path, ...data })) },
  resolve: (pointer) => {
    // A fault of the folder as a whole stands at its first document: it must not get lost.
    const [, index = '0', rest = ''] = /^\/documents\/(\d+)(\/.*)?$/.exec(pointer) ?? [];
    const document = documents[Number(index)];
    return document === undefined ? undefined : { document, pointer: rest };
  },
});

const identityKeys = ['id', 'text', 'title', 'label', 'metric', 'role', 'url', 'version', 'raw', 'type'] as const;

// What an item is called survives moving it; its index does not.
const identityOf = (data: unknown, pointer: string): string => {
  for (let current = pointer; current !== ''; current = parentPointer(current)) {
    const value = valueAt(data, current);
    if (typeof value !== 'object' || value === null) continue;
    const named = identityKeys.map((key) => (value as Record<string, unknown>)[key]).find((name) => typeof name === 'string');
    if (named !== undefined) return `${pointer.replace(/\/\d+/g, '')} ${String(named)}`;
  }
  return pointer.replace(/\/\d+/g, '');
};

const isRelated = (value: unknown): value is Related => {
  const { message, place } = (value ?? {}) as Partial<Related>;
  return typeof message === 'string' && typeof place?.path === 'string' && place.start !== undefined && place.end !== undefined;
};

// What the rule names as a list of places; facts tell them.
const namedPlaces = ({ related }: Rule, scope: Scope): Related[] => {
  const found = related === undefined ? [] : lookUp(related, scope);
  return Array.isArray(found) ? found.filter(isRelated) : [];
};

const firstPlace = (fault: ExplainedFault, { resolve }: Subject): Related[] => {
  const first = fault.params['firstPointer'];
  if (typeof first !== 'string') return [];
  const base = /^(.*?)\/\d+$/.exec(fault.pointer)?.[1] ?? '';
  const found = resolve(`${base}${first}`);
  return found === undefined ? [] : [{ message: 'Compare with this.', place: placeAt(found.document, found.pointer) }];
};

type Standing = Pick<Finding, 'state' | 'severity'>;

// A keyword about time says with `params.state` how it stands; everything else has failed, unless it is not due yet.
const standingOf = (rule: Rule, fault: ExplainedFault, document: LocatedData): Standing => {
  const severity = rule.severity as Severity;
  const state = fault.params['state'];
  if (state === 'pending') return { state, severity: 'info' };
  if (state === 'late') return { state, severity: severity === 'error' ? 'warning' : severity };
  if (state === 'indeterminate') return { state, severity };
  return { state: rule.when === 'complete' && document.claim !== 'complete' ? 'pending' : 'failed', severity };
};

const expectedOf = ({ expected }: Rule, fault: ExplainedFault, scope: Scope): string | undefined => {
  const stated = typeof expected === 'object' ? expected[fault.missing ?? ''] : expected;
  return stated === undefined ? fault.expected : fill(stated, scope);
};

type Draft = Omit<Finding, 'fingerprint'> & { readonly identity: string };

const draftOf = (rule: Rule, fault: ExplainedFault, subject: Subject): Draft[] => {
  const found = subject.resolve(fault.pointer);
  if (found === undefined) return [];
  const scope: Scope = { data: subject.data, pointer: fault.pointer, params: fault.params, options: rule.options ?? {} };
  const expected = expectedOf(rule, fault, scope);
  const actual = fault.params['actual'];
  return [
    {
      rule: rule.id,
      ...standingOf(rule, fault, found.document),
      // A finding that says nothing would be overlooked.
      message: fill(rule.message, scope) || rule.description || rule.id,
      place: placeAt(found.document, found.pointer),
      pointer: found.pointer,
      related: [...firstPlace(fault, subject), ...namedPlaces(rule, scope)],
      identity: identityOf(subject.data, fault.pointer),
      ...(expected !== undefined && { expected }),
      ...((typeof actual === 'string' || typeof actual === 'number') && { actual: String(actual) }),
      ...(rule.help !== undefined && { help: rule.help }),
      ...(rule.fix !== undefined && { fix: fill(rule.fix, scope) }),
    },
  ];
};

// Equal findings of one document differ by the count of those before them.
const fingerprinted = (drafts: readonly Draft[]): Finding[] => {
  const seen = new Map<string, number>();
  return drafts.map(({ identity, ...draft }) => {
    const key = `${draft.rule}\n${draft.place.path}\n${identity}`;
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return { ...draft, fingerprint: createHash('sha256').update(`${key}\n${occurrence}`).digest('hex').slice(0, 32) };
  });
};

const order = (a: Draft, b: Draft): number => compareFindings({ ...a, fingerprint: '' }, { ...b, fingerprint: '' });

const applied = (rules: readonly CompiledRule[], subject: Subject): Draft[] =>
  rules.flatMap(({ rule, check }) => check(subject.data).flatMap((fault) => draftOf(rule, fault, subject)));

const isFolderRule = ({ rule }: CompiledRule): boolean => rule.scope === 'folder';

/** The findings of one document. */
export const judgeDocument = (rules: readonly CompiledRule[], document: LocatedData): Finding[] =>
  fingerprinted(
    applied(
      rules.filter((rule) => !isFolderRule(rule)),
      documentSubject(document),
    ).sort(order),
  );

/** The findings of a folder's documents of one kind, as one collection sorted by path. */
export const judgeFolder = (rules: readonly CompiledRule[], documents: readonly LocatedData[]): Finding[] =>
  fingerprinted(applied(rules.filter(isFolderRule), folderSubject(documents)).sort(order));
