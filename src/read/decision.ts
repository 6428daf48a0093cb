/** Decisions: what the words of a sign-off decide. What is not understood decides nothing. */
import { isBlank, isUnfilledChoice, isUntickedChoice } from './blank.ts';

export const decisions = ['approved', 'rejected', 'pending', 'revoked', 'abstained'] as const;

export type Decision = (typeof decisions)[number];

const strip = (text: string): string =>
  text
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[*_`]/g, '')
    .trim()
    .toLowerCase();

const vocabulary: readonly (readonly [RegExp, Decision])[] = [
  [
    /^(?:un-?approved|not (?:yet )?(?:approved|signed|reviewed|started)|pending|awaiting|waiting|in (?:review|progress)|under review|open|to ?do|not started|ready for|requested|draft|needs? (?:review|approval)|proposed|tentative)\b/,
    'pending',
  ],
  [/^(?:revoked?|withdrawn|withdrew|rescinded|retracted|cancell?ed)\b/, 'revoked'],
  [
    /^(?:reject(?:ed|s)?|denied|den(?:y|ies)|declined?|disapproved?|no[- ]?go|fail(?:ed)?|block(?:ed)?|veto(?:ed)?|hold|no(?! (?:objections?|issues|concerns|blockers|findings|comments))|needs (?:revision|changes|work)|changes requested|reprovad[oa]|abgelehnt|差し戻し|却下|否認|不承認)(?![\p{L}\p{N}])/u,
    'rejected',
  ],
  [/^(?:abstain(?:ed|s)?|recused?|not required|not applicable|n\/a|waived)\b/, 'abstained'],
  [
    /^(?:approve[ds]?|approval given|accept(?:ed|s)?|signed(?:[- ]off)?|sign(?:ed)?[- ]?off|lgtm|freigegeben|genehmigt|erteilt|go|pass(?:ed)?|yes|done|completed?|ok(?:ay)?|agreed?|agrees|promote|conditional(?:ly)? (?:go|approved)|granted|confirmed|ship it|aprovad[oa]|no objections?|承認済?み?|完了)(?![\p{L}-])/u,
    'approved',
  ],
];

// `Sign-off pending`, `Done - rejected`, `Yes, if the load test passes`, `approved?` approve nothing yet.
const hedged =
  /\b(?:pending|awaiting|outstanding|missing|reject(?:ed|s)?|denied|withdrawn|revoked|needed|required|once|if|unless|until)\b|\?\s*$|^\S+[:?]\s*no\b/;

// `☑ Pass ☐ Fail`: the ticked alternative decides.
const tickedChoice = (text: string): string | undefined => /(?:[☑☒✅✓✔]|\[x\])\s*\**([^☐□⬜[\]☑☒✅]+)/iu.exec(text)?.[1];

// A ticked alternative decides; of alternatives that nobody chose none does.
const wordsOf = (raw: string, text: string): string | undefined => {
  if (isBlank(raw, text) || isUntickedChoice(text)) return undefined;
  const chosen = tickedChoice(text);
  if (chosen === undefined && isUnfilledChoice(text)) return undefined;
  return strip(chosen !== undefined && strip(chosen) !== '' ? chosen : text);
};

/** What a decision cell, line or box says. */
export const readDecision = (raw: string, text: string = raw): Decision => {
  const words = wordsOf(raw, text);
  if (words === undefined) return 'pending';
  const found = vocabulary.find(([pattern]) => pattern.test(words))?.[1];
  if (found === 'approved' && hedged.test(words)) return 'pending';
  return found ?? (/^(?:[✅✓✔☑👍]|\[x\])\W*$/iu.test(text.trim()) ? 'approved' : 'pending');
};

/** Whether a text stops a release in so many words: NO-GO, hold, rejected. `No changes` does not. */
export const isStop = (raw: string, text: string = raw): boolean =>
  /^(?:no[\s\u2010-\u2014-]?go|(?:on )?hold|rejected|not approved|do not (?:ship|release|promote|deploy))(?![\p{L}\p{N}])/u.test(
    wordsOf(raw, text) ?? '',
  );
