/** Decisions: what the words of a sign-off decide. What is not understood decides nothing. */
import type { Decision } from '../model/parts/sign-off.ts';
import { alternativesIn } from './alternatives.ts';
import { isBlank, isUnfilledChoice, isUntickedChoice, saysNobody } from './blank.ts';
import { checkedBoxes, crosses, openBoxes, tickedBoxes, ticks, waits } from './glyphs.ts';
import { withGlyphs } from './shortcodes.ts';

const strip = (text: string): string =>
  text
    .replace(/^[^\p{L}]+/u, '')
    .replace(/(?<=\p{L})_+(?=\p{L})/gu, ' ')
    .replace(/[*_`]/g, '')
    .trim()
    .toLowerCase();

const vocabulary: readonly (readonly [RegExp, Decision])[] = [
  [
    /^(?:un-?approved|not (?:yet )?(?:approved|signed|reviewed|started)|pending|awaiting|waiting|in (?:review|progress)|under review|open|to ?do|not started|ready for|requested|draft|needs? (?:review|approval)|proposed|tentative|pendente|pendiente\w*|aguardando|en (?:attente|cours|espera|revisi[oó]n|proceso)|em (?:análise|andamento)|offen|ausstehend|in (?:prüfung|arbeit)|待|未)(?:\b|(?<=[待未]))/u,
    'pending',
  ],
  [/^(?:revoked?|withdrawn|withdrew|rescinded|retracted|cancell?ed)\b/, 'revoked'],
  [
    /^(?:reject(?:ed|s)?|denied|den(?:y|ies)|declined?|refused?|disapproved?|disagree[ds]?|objects|objected|opposed|(?:can|will|do|does)(?: ?n[o’']t|not) (?:approve|sign|accept)|no[- ]?go|(?:ko|nok)(?![\p{L}-])|fail(?:ed)?|block(?:ed)?|veto(?:ed)?|hold|no(?! (?:objections?|issues|concerns|blockers|findings|comments))|needs (?:revision|changes|work)|changes requested|(?:re|des)provad[oa]|rejeitad[oa]|negad[oa]|recusad[oa]|rechazad[oa]|denegad[oa]|desaprobad[oa]|no aprobad[oa]|não(?: aprovad[oa])?|rejet[ée]e?|refus[ée]e?|non(?: approuv[ée]e?|$)|abgelehnt|abgewiesen|verweigert|nicht (?:freigegeben|genehmigt|erteilt|abgenommen)|nein|n$)(?![\p{L}\p{N}])/u,
    'rejected',
  ],
  [/^(?:差し戻し|却下|否認|不承認|驳回|駁回|拒绝|拒絕|不同意|不通过|不通過|不批准|不核准|否决|否決)/u, 'rejected'],
  [/^(?:abstain(?:ed|s)?|recused?|not required|not applicable|n\/a|na$|waived)(?:\b|$)/, 'abstained'],
  [
    /^(?:approve[ds]?|approval given|accept(?:ed|s)?|signed(?:[- ]off)?|sign(?:ed)?[- ]?off|lgtm|freigegeben|genehmigt|erteilt|go|pass(?:ed)?|yes|done|completed?|ok(?:ay)?|agreed?|agrees|promote|conditional(?:ly)? (?:go|approved)|granted|confirmed|ship it|aprovad[oa]|aprobad[oa]|approuv[ée]e?|valid[ée]e?|accept[ée]e?|abgenommen|ja$|sim$|sí$|oui$|y$|x$|no objections?|承認済?み?|完了|已?(?:同意|通过|通過|批准|核准|审批|審核通過|簽核))(?![\p{L}-])/u,
    'approved',
  ],
];

// `Sign-off pending`, `Done - rejected`, `Yes, if the load test passes`, `approved?` approve nothing yet.
const hedged =
  /\b(?:pending|awaiting|outstanding|missing|reject(?:ed|s)?|denied|withdrawn|revoked|needed|required|requested|once|if|unless|until|when|subject to|provided that|must (?:first|still|be|pass)|in error|by mistake|no[- ]?go|to be|not (?:yet|ready|approved|done)|pendente|pendiente|condicionad[oa]|sous réserve|vorbehaltlich|unter vorbehalt|sobald|falls|wenn)\b|\b(?:with|but|and|except)\s+(?:failures?|failed|blockers|blocked|on hold|rollback|not)\b|[,;:(–—-]\s*(?:failed|blocked|on hold|hold|wip|(?:still )?(?:requires?|needs?)(?! no\b))\b|\?\s*$|^\S+\s*[:?–—-]\s*(?:no|not|nope|nein|não)\b/u;

// `No blockers` takes nothing back.
const harmless =
  /\b(?:no|zero|0|without)\s+(?:\p{L}+\s+)?(?:blockers?|failures?|issues?|concerns?|findings?|objections?|errors?|changes)(?:\s+(?:outstanding|pending|missing|needed|required))?\b/gu;

/** Whether words that approve or excuse something take it back, or make it depend on something. */
export const isHedged = (words: string): boolean => hedged.test(words.replace(harmless, ''));

// `☑ Pass ☐ Fail`, `Pass ☐ / Fail ☑`: the words of the ticked ones; undefined where there are not several boxes.
const tickedWords = (text: string): string[] | undefined => {
  const all = alternativesIn({ raw: text, range: { start: 0, end: text.length } });
  if (all.length < 2) return undefined;
  return [...new Set(all.filter(({ ticked }) => ticked).map(({ label }) => strip(label)))].filter((words) => words !== '');
};

// `☑ Pass ☐ Fail`: the ticked alternative decides.
const chosenWords = new RegExp(`(?:[${tickedBoxes}${ticks}]|\\[x\\])\\s*\\**([^${openBoxes}[\\]${tickedBoxes}]+)`, 'iu');

const tickedChoice = (text: string): string | undefined => chosenWords.exec(text)?.[1];

// What is struck was taken back.
const isStruck = (raw: string): boolean => /^[\s*_]*(?:~~[^~]+~~|<(del|s|strike)>.*<\/\1>)[^\p{L}]*$/iu.test(raw);

// A ticked alternative decides; of alternatives that nobody chose none does.
const wordsOf = (raw: string, text: string): string | undefined => {
  if (isStruck(raw) || isBlank(raw, text) || isUntickedChoice(text)) return undefined;
  const several = tickedWords(text);
  if (several !== undefined) return several.length === 1 ? several[0] : undefined;
  const chosen = tickedChoice(text);
  if (chosen === undefined && isUnfilledChoice(text)) return undefined;
  return strip(chosen !== undefined && strip(chosen) !== '' ? chosen : text);
};

// `❌ Approved` is no approval.
const stopsFirst = new RegExp(`^[^\\p{L}]*[${crosses}${waits}🚫🔴⚠]`, 'u');

/** Whether a text says in so many words that nothing is decided yet, or takes a decision back; a name or a remark does not. */
export const isUndecided = (raw: string, text: string = raw): boolean => {
  const words = wordsOf(raw, text);
  if (words === undefined || saysNobody(text) || isHedged(words) || stopsFirst.test(text)) return true;
  return vocabulary.find(([pattern]) => pattern.test(words))?.[1] === 'pending';
};

const onlyTick = new RegExp(`^(?:[${checkedBoxes}${ticks}👍]|\\[x\\])\\W*$`, 'iu');

/** What a decision cell, line or box says. */
export const readDecision = (raw: string, written: string = raw): Decision => {
  const text = withGlyphs(written);
  const words = wordsOf(raw, text);
  if (words === undefined) return 'pending';
  const found = vocabulary.find(([pattern]) => pattern.test(words))?.[1];
  if (found === 'approved' && (isHedged(words) || stopsFirst.test(text))) return 'pending';
  if (found === 'abstained' && /\?\s*$|\b(?:yet|until|pending|once)\b/.test(words)) return 'pending';
  return found ?? (/^👎\W*$/u.test(text.trim()) ? 'rejected' : onlyTick.test(text.trim()) ? 'approved' : 'pending');
};

// `No` and `Failed: 3 tests` stop; `No changes` and `No-op` do not.
const isAlone = (rest: string): boolean => /^\s*(?:$|[.,;:!?(（：]|[–—]|-\s)/u.test(rest);

const stopsAlone = (words: string): boolean =>
  vocabulary.some(([pattern, decision]) => {
    const found = decision === 'rejected' || decision === 'revoked' ? pattern.exec(words) : null;
    return found !== null && isAlone(words.slice(found[0].length));
  });

/** Whether a text stops a release in so many words: NO-GO, hold, rejected, a plain no. `No changes` does not. */
export const isStop = (raw: string, text: string = raw): boolean => {
  const words = wordsOf(raw, text) ?? '';
  return (
    stopsAlone(words) ||
    /^(?:no[\s\u2010-\u2014-]?go|(?:on )?hold|rejected|denied|blocked|not (?:approved|accepted|ready|cleared)|do not (?:ship|release|promote|deploy|proceed|launch|merge)|reprovad[oa]|rejeitad[oa]|rechazad[oa]|rejet[ée]e?|refus[ée]e?|abgelehnt|nicht freigegeben)(?![\p{L}\p{N}]|-\p{L})|^(?:驳回|拒绝|不同意|却下|不承認|駁回|拒絕|不通过|不通過|否決)/u.test(
      words,
    )
  );
};
