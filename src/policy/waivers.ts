/** Waivers: which findings they excuse, and what becomes of the waivers themselves. */
import { minimatch } from 'minimatch';
import type { LocatedData } from '../model/document.ts';
import { compareFindings, type Finding, type Waiver } from '../model/finding.ts';
import { parentPointer, valueAt } from '../model/located.ts';
import type { CompiledRule } from './compile.ts';
import { judgeDocument } from './judge.ts';
import type { Rule } from './policy.ts';
import { isOf, type Outcome, policyOf, refusalOf, type StatedWaiver } from './stated-waiver.ts';

/** A document and the rules by which it was judged. */
export interface Judged {
  readonly document: LocatedData;
  readonly rules: readonly CompiledRule[];
}

export interface WaiverContext {
  /** RFC 3339. */
  readonly now: string;
  /** The rules of all policies of the run. */
  readonly known: readonly Rule[];
  /** The run judges by named policies: waivers of the rules of others are left alone. */
  readonly only: boolean;
  /** Every governed document was judged: only then can it be told that a waiver of the configuration is unused. */
  readonly whole: boolean;
  /** The configuration as a document (`configuredDocument`), with the rules that judge its waivers. */
  readonly configured?: Judged;
}

type Covers = (waiver: StatedWaiver, finding: Finding) => boolean;

const statedIn = ({ data }: LocatedData): readonly StatedWaiver[] => (valueAt(data, '/waivers') ?? []) as readonly StatedWaiver[];

const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();

const nameKeys = ['id', 'text', 'title', 'label', 'role', 'metric', 'version', 'url', 'was'] as const;

const namesOf = (data: unknown, pointer: string): string[] => {
  if (pointer === '') return [];
  const value = valueAt(data, pointer);
  const own =
    typeof value === 'object' && value !== null
      ? nameKeys.map((key) => (value as Record<string, unknown>)[key]).filter((name) => typeof name === 'string')
      : [];
  return own.length > 0 ? own : namesOf(data, parentPointer(pointer));
};

// What is missing has no line of its own: its waiver stands anywhere and names it, lest it excuse whatever is removed later.
const needsName = ({ pointer }: Finding): boolean => /^\/template\/missing/.test(pointer);

const isNamed = ({ item }: StatedWaiver, finding: Finding, data: unknown): boolean =>
  item === undefined ? !needsName(finding) : namesOf(data, finding.pointer).some((name) => normalise(name) === normalise(item));

const isAt = ({ from = 0, to = 0 }: StatedWaiver, { place }: Finding): boolean => place.start.line >= from && place.start.line <= to;

const coversIn =
  ({ source, data }: LocatedData): Covers =>
  (waiver, finding) =>
    isOf(waiver, finding.rule) &&
    finding.place.path === source.path &&
    (needsName(finding) || isAt(waiver, finding)) &&
    isNamed(waiver, finding, data);

const coversFiles =
  (documents: ReadonlyMap<string, LocatedData>): Covers =>
  (waiver, finding) => {
    const { path } = finding.place;
    const there = waiver.files === undefined || minimatch(path, waiver.files.replace(/^\.\//, ''), { dot: true });
    return isOf(waiver, finding.rule) && there && (waiver.item === undefined || isNamed(waiver, finding, documents.get(path)?.data));
  };

const lines = (numbers: readonly number[]): string => {
  const distinct = [...new Set(numbers)];
  return `${distinct.length === 1 ? 'line' : 'lines'} ${distinct.slice(0, 5).join(', ')}${distinct.length > 5 ? ' …' : ''}`;
};

const whyUnused = (waiver: StatedWaiver, findings: readonly Finding[], { rules }: Judged): string => {
  const name = (waiver.rule ?? '').split('/')[1];
  const same = rules.find(({ rule }) => rule.name === name)?.rule.id;
  if (waiver.from === undefined) return '';
  if (!rules.some(({ rule }) => isOf(waiver, rule.id)))
    return same === undefined ? 'That rule does not judge this document.' : `Here the rule is called ${same}.`;
  if (findings.length === 0) return '';
  if (findings.some((finding) => needsName(finding) || isAt(waiver, finding)))
    return 'Its findings are about other items: name the one that is meant as item="…".';
  return `It covers ${lines([waiver.from, waiver.to ?? waiver.from])}; findings of the rule stand in ${lines(findings.map(({ place }) => place.start.line))}.`;
};

/** One document, or the configuration, with its waivers and what they cover. */
interface Excuses {
  readonly judged: Judged;
  readonly covers: Covers;
  readonly here: (finding: Finding) => boolean;
}

const excusesOf = (judged: readonly Judged[], { configured }: WaiverContext): Excuses[] => {
  const documents = new Map(judged.map(({ document }) => [document.source.path, document]));
  const own = judged.map((one) => ({
    judged: one,
    covers: coversIn(one.document),
    here: ({ place }: Finding) => place.path === one.document.source.path,
  }));
  return [...own, ...(configured === undefined ? [] : [{ judged: configured, covers: coversFiles(documents), here: () => true }])].filter(
    ({ judged: { document } }) => statedIn(document).length > 0,
  );
};

// A waiver of the configuration covers no lines.
const waiverOf = ({ reason = '', owner = '', expires = '', from }: StatedWaiver): Waiver => ({
  reason,
  owner,
  expires,
  origin: from === undefined ? 'configuration' : 'document',
});

const excuse = (finding: Finding, all: readonly Excuses[], context: WaiverContext): Finding => {
  for (const { judged, covers } of all) {
    const waiver = statedIn(judged.document).find((stated) => covers(stated, finding) && refusalOf(stated, context) === undefined);
    if (waiver !== undefined) return { ...finding, waived: waiverOf(waiver) };
  }
  return finding;
};

/** What the waivers are judged by. */
interface Run {
  readonly findings: readonly Finding[];
  readonly context: WaiverContext;
}

const outcomeOf = (waiver: StatedWaiver, excuses: Excuses, { findings, context }: Run): Outcome | undefined => {
  const policy = policyOf(waiver.rule ?? '*');
  if (context.only && policy !== '*' && !context.known.some(({ id }) => policyOf(id) === policy)) return undefined;
  const refusal = refusalOf(waiver, context);
  const covered = findings.some((finding) => excuses.covers(waiver, finding));
  const certain = context.whole || covered || waiver.from !== undefined;
  if (refusal !== undefined) return refusal.state === 'expired' && !certain ? undefined : refusal;
  if (covered) return { state: 'used' };
  if (!certain) return undefined;
  return {
    state: 'unused',
    detail: whyUnused(
      waiver,
      findings.filter((finding) => isOf(waiver, finding.rule) && excuses.here(finding)),
      excuses.judged,
    ),
  };
};

const about = new Set(['expired-waiver', 'unused-waiver', 'refused-waiver', 'unknown-waiver', 'malformed-waiver']);

/** The rules about waivers. A policy that extends another takes them over; one finding for each waiver is enough. */
export const waiverRules = (rules: readonly CompiledRule[]): CompiledRule[] =>
  rules.filter(({ rule }, index) => about.has(rule.name) && rules.findIndex((other) => other.rule.name === rule.name) === index);

const judgeWaivers = (excuses: Excuses, run: Run): Finding[] => {
  const { document, rules } = excuses.judged;
  const settled = statedIn(document).map((waiver) => ({ ...waiver, ...outcomeOf(waiver, excuses, run) }));
  return judgeDocument(waiverRules(rules), { ...document, data: { ...document.data, waivers: settled } });
};

/** The findings, those excused with their waiver, and the findings about waivers. */
export const applyWaivers = (findings: readonly Finding[], judged: readonly Judged[], context: WaiverContext): Finding[] => {
  const all = excusesOf(judged, context);
  const excused = findings.map((finding) => excuse(finding, all, context));
  return [...excused, ...all.flatMap((excuses) => judgeWaivers(excuses, { findings, context }))].sort(compareFindings);
};
