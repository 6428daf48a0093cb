/** Marks of state: what ✅, ❌, ⏳, `[x]` or a word like "Pending" say of the row or item that they stand in. */
import { isUntickedChoice } from './blank.ts';
import { isHedged, readDecision } from './decision.ts';
import { checkedBoxes, crosses, openBoxes, tickedBoxes, ticks, waits } from './glyphs.ts';
import { withGlyphs } from './shortcodes.ts';
import { bareWords, countBoxes, type MarkState, saysOpen, stateOfText } from './state-words.ts';

// In a column of states, lights and hands speak as well.
const stops = `${crosses}${waits}🔴🚫🟥👎`;
const openMark = new RegExp(`^(?::x:|[${openBoxes}${stops}⚠🟡🟠]|\\[[ \\u00A0]?\\])`, 'u');
const doneMark = new RegExp(`^(?:[${tickedBoxes}${ticks}🟢]|\\[[xX]\\])`, 'u');
const openWithin = new RegExp(`:x:|[${openBoxes}${stops}]|\\[[ \\u00A0]\\]`, 'u');
// Within words, ☒ may cross out as well.
const doneWithin = new RegExp(`[${checkedBoxes}${ticks}🟢]|\\[[xX]\\]`, 'u');

const stateOfChoice = (text: string): MarkState | undefined => {
  if (isUntickedChoice(text)) return undefined;
  const decision = readDecision(text);
  return decision === 'rejected' || decision === 'pending' ? 'open' : decision === 'abstained' ? 'not-applicable' : 'done';
};

const against = new RegExp(`[${stops}]`, 'u');

// `✅ Pending`, `✅ not yet`, `✅?`, `✅ / ❌` take the tick back; `✅ Failing tests fixed` does not.
const isTakenBack = (text: string): boolean => {
  const words = bareWords(text).toLowerCase();
  if (/\?\s*$/.test(text) || against.test(text)) return true;
  const alone = saysOpen(words);
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
  const value = withGlyphs(text.trim());
  if (countBoxes(value) > 1) return stateOfChoice(value);
  if (openMark.test(value)) return stateOfText(value) === 'not-applicable' ? 'not-applicable' : 'open';
  if (!doneMark.test(value)) return stateWithin(value);
  const said = value.replace(/^\[[xX]\]/, '');
  return isTakenBack(said) ? 'open' : 'done';
};

const mark = `(?:[${checkedBoxes}${ticks}🟢${stops}${openBoxes}⚠]|:x:)\\uFE0F?`;
const anyMark = new RegExp(`^${mark}`, 'u');
const markBehind = new RegExp(`\\s${mark}$`, 'u');

/** The mark that decides: the first open one, else the first one; empty where there is none. */
export const deciding = (text: string): string => {
  const found = openWithin.exec(text) ?? /[⚠]/u.exec(text) ?? doneWithin.exec(text);
  return found === null ? '' : (anyMark.exec(text.slice(found.index))?.[0] ?? found[0]);
};

/** The words of a cell or item without the mark before or behind them. */
export const withoutMark = (text: string): string => {
  const lead = anyMark.exec(text)?.[0] ?? '';
  const rest = text.slice(lead.length).trim();
  return lead === '' ? rest.replace(markBehind, '').trim() : rest;
};
