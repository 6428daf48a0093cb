/** Marks of state: what ✅, ❌, ⏳, `[x]` or a word like "Pending" say of the row or item that they stand in. */
import { isUntickedChoice } from './blank.ts';
import { isHedged, readDecision } from './decision.ts';

export type MarkState = 'open' | 'done' | 'not-applicable';

const openMark = /^(?::x:|[☐□⬜◻🔲▢❏❑❌✗✘✖⏳⌛🔄🚧⏸🔴⚠🟡🟠⛔🚫🟥👎]|\[[ \u00A0]?\])/u;
const doneMark = /^(?:[☑☒✅✔✓🟢🗹]|\[[xX]\])/u;
const openWithin = /:x:|[☐□⬜◻🔲▢❏❑❌✗✘✖⏳⌛🔄🚧⏸🔴⛔🚫🟥👎]|\[[ \u00A0]\]/u;
const doneWithin = /[☑✅✔✓🟢🗹]|\[[xX]\]/u;
const boxes = /[☐□⬜◻🔲▢❏❑☑☒]|\[[ xX]\]/gu;

const openWord =
  /^(?:not(?:[ -]yet)?(?:$|[ -](?:started|done|complete[d]?|run|tested|verified|ready|ok|passed|passing|implemented|deployed|signed|approved))|on hold|deferred|ongoing|in review|under (?:test|review|investigation)|planned|scheduled|to be|never|almost|nearly|nope|untested|unverified|undone|unresolved|aborted|nein|não|(?:open|started|red|error)(?=\s*(?:$|[.,;:(–—-]))|incomplete|pending|in[- ]progress|to ?-?do|wip|blocked|fail(?:ed|ing|s)?|no(?=\s*(?:$|[.,;:(–—-]))|outstanding|missing|overdue|waiting|awaiting|tbd|partial(?:ly)?|pendiente|pendente|en cours|à faire|offen|in arbeit|nicht)(?![\p{L}\p{N}])|^(?:待|未|进行中|不通过)/iu;
const doneWord =
  /^(?:done|completed?|pass(?:ed|es)?|yes|ok(?:ay)?|verified|closed|resolved|ready|green|erledigt|fertig|fait|hecho|feito|concluíd[oa])(?![\p{L}\p{N}])|^(?:完成|通过|是)/iu;
const notApplicable = /^(?:n\/?a|not applicable|not required|not needed|skipped)(?![\p{L}\p{N}])|^[-–—]+$/iu;
// Not now is not never.
const notYet = /\?\s*$|\b(?:yet|until|pending|once|to be)\b/i;

const countBoxes = (text: string): number => text.match(boxes)?.length ?? 0;

const bare = (text: string): string => text.replace(/^[^\p{L}\p{N}[]+/u, '').trim();

/** What a word of state says; undefined where it says nothing that is known. */
export const stateOfText = (text: string): MarkState | undefined => {
  if (countBoxes(text) > 1) return undefined;
  const words = bare(text);
  if (notApplicable.test(text.trim()) || notApplicable.test(words)) return notYet.test(words) ? 'open' : 'not-applicable';
  if (openWord.test(words)) return 'open';
  if (!doneWord.test(words)) return undefined;
  return isHedged(words.toLowerCase()) || /\bfor (?:testing|review|qa)\b|\bby \w+day\b/i.test(words) ? 'open' : 'done';
};

const stateOfChoice = (text: string): MarkState | undefined => {
  if (isUntickedChoice(text)) return undefined;
  const decision = readDecision(text);
  return decision === 'rejected' || decision === 'pending' ? 'open' : decision === 'abstained' ? 'not-applicable' : 'done';
};

// `✅ Pending`, `✅ not yet`, `✅?`, `✅ / ❌` take the tick back; `✅ Failing tests fixed` does not.
const isTakenBack = (text: string): boolean => {
  const words = bare(text).toLowerCase();
  if (/\?\s*$|[❌✗✘⏳⌛🔄🚧⛔🚫🔴]/u.test(text)) return true;
  const alone = openWord.exec(words)?.[0];
  return (
    (alone !== undefined && /^\s*(?:$|[.,;:(–—-]|(?:on|by|for|until)\b)/.test(words.slice(alone.length))) ||
    isHedged(words.slice(alone?.length ?? 0))
  );
};

// `Linux ✅ Windows ❌`: any open mark leaves it open; `not done ✅` says in words that it is.
const stateWithin = (value: string): MarkState | undefined => {
  if (openWithin.test(value)) return 'open';
  if (!doneWithin.test(value)) return undefined;
  const said = stateOfText(value);
  return said === 'open' || said === 'not-applicable' ? said : isTakenBack(value) ? 'open' : 'done';
};

/** What the marks of a cell or item say. Words beside a tick may take it back. A choice that nobody made says nothing. */
export const stateOfMark = (text: string): MarkState | undefined => {
  const value = text.trim();
  if (countBoxes(value) > 1) return stateOfChoice(value);
  if (openMark.test(value)) return stateOfText(value) === 'not-applicable' ? 'not-applicable' : 'open';
  if (!doneMark.test(value)) return stateWithin(value);
  const said = value.replace(/^\[[xX]\]/, '');
  return isTakenBack(said) ? 'open' : 'done';
};

const anyMark = /^(?:[☑✅✔✓🟢🗹❌✗✘✖⏳⌛🔄🚧⏸🔴⚠⛔🚫]|:x:)\uFE0F?/u;

/** The mark that decides: the first open one, else the first one; empty where there is none. */
export const deciding = (text: string): string => {
  const found = openWithin.exec(text) ?? /[⚠]/u.exec(text) ?? doneWithin.exec(text);
  return found === null ? '' : (anyMark.exec(text.slice(found.index))?.[0] ?? found[0]);
};

/** The words of a cell or item without the mark before or behind them. */
export const withoutMark = (text: string): string => {
  const lead = anyMark.exec(text)?.[0] ?? '';
  const rest = text.slice(lead.length).trim();
  return lead === '' ? rest.replace(/\s(?:[☑✅✔✓🟢🗹❌✗✘✖⏳⌛🔄🚧⏸🔴⚠⛔🚫]|:x:)\uFE0F?$/u, '').trim() : rest;
};
