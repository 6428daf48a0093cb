/** Detection: the kind that a document's name and content show, for files that no configuration names. */
import { bodyNodes, type Outline } from '../markdown/outline.ts';
import type { KindName } from '../model/document.ts';
import type { SignOff } from '../model/parts/sign-off.ts';
import { boxOf } from '../read/item-state.ts';
import { lookalikes } from '../read/lookalikes.ts';
import { readMarked } from '../read/marked.ts';
import { dataOf } from '../read/reading.ts';

import { bareTitle, isSignOffSection, saysName, sectionNames } from '../read/section-names.ts';
import { signOffs } from '../read/sign-offs.ts';
import { findTime } from '../read/time.ts';
import { versionIn } from '../read/version.ts';

interface Signs {
  readonly name: string;
  readonly title: string;
  readonly titles: readonly string[];
  readonly tasks: number;
  /** Sign-offs, given or not, that are neither history nor types of functions. */
  readonly signOffs: number;
  /** Boxes to tick in lines and cells. */
  readonly boxes: number;
  /** Rows and items that carry a state. */
  readonly marks: number;
}

// A column "Signature" alone may hold the types of a function; any document may have a status.
const isMeant = ({ form, decision, asks, section, role = '' }: SignOff): boolean =>
  form !== 'log' &&
  !/\b(?:status|state)$/i.test(role) &&
  (decision === 'rejected' || asks.some((part) => part !== 'signature') || isSignOffSection({ path: section }));

const signsOf = (outline: Outline): Signs => {
  const headed = outline.sections.filter((section) => section.heading !== undefined);
  const first = headed.find((section) => section.depth === 1) ?? headed[0];
  const boxes = outline.sections.reduce(
    (sum, section) =>
      sum + [...bodyNodes(section)].filter(({ node }) => node.type === 'listItem' && boxOf(outline.source, node) !== undefined).length,
    0,
  );
  const drawn = dataOf(lookalikes, outline);
  // A list whose boxes are all misspelled is still meant as a check list.
  const misspelled = drawn.filter(({ where }) => where === 'item').length;
  return {
    name: (outline.source.path.split('/').at(-1) ?? '').toLowerCase(),
    title: first?.title ?? '',
    titles: headed.map((section) => bareTitle(section.title)),
    tasks: boxes + misspelled,
    signOffs: dataOf(signOffs, outline).filter(isMeant).length,
    // `[]` in a cell is as often a list without members.
    boxes: drawn.filter(({ where, looks, box }) => looks === 'open' && box !== '[]' && (where === 'line' || where === 'table')).length,
    marks: readMarked(outline).length,
  };
};

const counts = (titles: readonly string[], names: readonly RegExp[]): number =>
  names.filter((name) => titles.some((title) => saysName(title, name))).length;

const isChangelog = ({ name, title, titles }: Signs): boolean =>
  /(?:^|[^a-z])(?:changelog|changes|history)\.mdx?$/.test(name) ||
  /^(?:change ?log|release history)\b/i.test(title) ||
  (titles.filter((text) => versionIn(text) !== undefined).length >= 3 && !/checklist|incident/i.test(title));

// In the languages that documents are written in.
const postMortem =
  /\bpost[- ]?mortem\b|\bpost[- ]incident (?:review|report|analysis)\b|^(?:rca|root cause analysis)\b|\brapport (?:d['’]incident|post[- ]?mortem)|\b(?:informe|reporte) (?:de|del) incidente|\brelat[oó]rio (?:de|do) incidente|(?:störungs|vorfalls?|incident-?)bericht|отч[её]т об инциденте|постмортем|障害(?:報告|レポート)|インシデント(?:報告|レポート)|ポストモーテム|(?:事故|故障)(?:报告|复盘)|장애 ?(?:보고서|리포트)|포스트모템/iu;

const isIncident = ({ name, title, titles }: Signs): boolean => {
  const parts = counts(titles, [
    sectionNames.timeline,
    sectionNames.rootCause,
    sectionNames.resolution,
    sectionNames.prevention,
    sectionNames.impact,
    /^(?:lessons learn|what went)/i,
  ]);
  if (/\b(?:incident|inc|pm)[- _]?\d/i.test(title)) return true;
  if (/\b(?:checklist|process|workflow|policy|runbook|guide|plan)\b/i.test(title) && !/\bpost-?mortem\b/i.test(title)) return false;
  if (postMortem.test(title)) return true;
  if (/^incident-|^inc-|^pm\d|post[-_]?mortem|^incident\b/.test(name)) return true;
  return /\b(?:incident[- ]?\d|incident (?:on|report|summary)|outage)\b/i.test(title)
    ? parts >= 1 || /incident/i.test(title) || findTime(title)?.time.date !== undefined
    : titles.some((text) => saysName(text, sectionNames.timeline)) && (parts >= 3 || (parts >= 2 && /^\d{4}-\d{2}-\d{2}\b/.test(title)));
};

const isPromotion = ({ name, title, titles }: Signs): boolean => {
  if (/\bchecklist\b/i.test(title)) return false;
  if (/promot|canary|rollout|(?<![a-z])gates?(?![a-z])/.test(name.replace('checklist', '')) && !/approv|sign-?off/.test(name)) return true;
  if (/\b(?:promotion|canary|rollout|release gates?|gate policy|deployment gates?)\b/i.test(title)) return true;
  return titles.filter((text) => /(?:→|->)\s*(?:staging|stage|canary|prod|production|main|qa|uat|rc|ga)\b/i.test(text)).length >= 2;
};

// In the languages that documents are written in; a log of what was decided names its subject.
const checklistTitle =
  /\bcheck[- ]?list(?:e|en|a)?\b|lista de (?:verificaci[oó]n|verifica[cç][aã]o|chequeo|control|comprobaci[oó]n)|liste de (?:contrôle|vérification)|(?:checkliste|prüfliste)(?![\p{L}])|チェックリスト|检查清单|检查表|檢查清單|체크리스트/iu;

const approvalsTitle =
  /\b(?:approvals|sign[\s\u2010-\u2014-]?offs?|approvals? log|(?:release|launch|deployment|production|change|final) approval)\b|^approval\b|^(?:release-?)?(?:freigaben?|freigabeprotokoll|aprobaci[oó]n(?:es)?|aprova(?:ção|ções)|approbations?)(?![\p{L}])|(?:承認(?:記録|書|シート)|审批(?:记录|单|表))$/iu;

const isApprovals = ({ name, title }: Signs): boolean => {
  if (/(?:^|[^a-z])(?:approvals?|sign-?offs?)(?:[^a-z]|$)/.test(name.replaceAll('_', '-')) && !/checklist/.test(name)) return true;
  return approvalsTitle.test(title) && !/\bprocess\b/i.test(title) && !checklistTitle.test(title);
};

const isProcess = ({ title, titles }: Signs): boolean =>
  titles.filter((text) => /^phase \d+/i.test(text)).length >= 2 || /\b(?:process|workflow|release plan|procedure)\b/i.test(title);

// Documents that a release waits for: what their tables and lists leave open is open.
const gateTitle =
  /\bgo ?[/-]? ?no[- ]?go\b|\breadiness\b|\bcheck[- ]?lists\b|\bpre-?flight\b|\bsmoke[- ]tests?\b|\b(?:uat|user acceptance|acceptance test(?:s|ing)?)\b|\b(?:go[- ]live|launch|cut-?over) (?:criteria|checks?|gates?|sheet|plan|status)\b|验收|驗收/iu;

const isGate = ({ title, signOffs, boxes, marks }: Signs): boolean => boxes > 0 || (gateTitle.test(title) && marks + signOffs > 0);

// Release notes tell who approved; they are not where it is done.
const isNotes = ({ name, title, titles }: Signs): boolean =>
  /release[-_ ]?notes?/.test(name) ||
  /\brelease notes?\b/i.test(title) ||
  (versionIn(title) !== undefined &&
    titles.some((text) =>
      /^(?:changes|highlights|breaking changes|(?:new )?features|bug fixes|contributors|what(?:'|’)?s (?:new|changed))$/i.test(text),
    ));

const rules: readonly (readonly [KindName, (signs: Signs) => boolean])[] = [
  ['changelog', isChangelog],
  ['incident', isIncident],
  ['approvals', isApprovals],
  ['checklist', ({ name, title }) => /checklist/.test(name) || checklistTitle.test(title)],
  ['promotion', isPromotion],
  ['process', isProcess],
  ['checklist', ({ tasks }) => tasks > 0],
  ['approvals', (signs) => signs.signOffs > 0 && !isNotes(signs)],
  ['checklist', isGate],
];

/** The kind of a document, told from its name, title, headings and tasks, in this order of rules. */
export const detectKind = (outline: Outline): KindName => {
  const signs = signsOf(outline);
  return rules.find(([, applies]) => applies(signs))?.[0] ?? 'document';
};
