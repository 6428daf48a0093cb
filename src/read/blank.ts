/** Blanks: what people leave, or tools make of it, where a value belongs. */
import { openBoxes, tickedBoxes, ticks } from './glyphs.ts';
import { areLevels, isUndecided } from './severity-level.ts';

const markup = /[*_`~\\\s|\u00A0\u200B]/g;

// `____`, `\_\_`, `**_**`, `******\_\_\_******`: underscores however a formatter mangled them.
const isUnderscores = (raw: string): boolean =>
  raw.includes('_') && /^v?[\p{So}\uFE0F./:#,年月日时時分-]*(?:20[./:#,-]*)?$/u.test(raw.replace(markup, ''));

// `........`, `-----`, a lone ballot box.
const rule = new RegExp(`^(?:\\.{4,}|…{2,}|-{4,}|[${openBoxes}])$`, 'u');

const isRule = (raw: string): boolean => rule.test(raw.trim());

// `___ ms`, `_%`: only the unit is there.
const isUnitAlone = (text: string): boolean => /^_+\s*(?:%|[a-z]{1,8})$/i.test(text);

const words = new Set(['', '-', '–', '—', '―', '...', '…', '?', '??', '???', '@', 'tbd', 'tba', 'tbc', 'todo', 'n.a.', 'xxx', '[ ]', '[]']);

const placeholder =
  /^(?:\[(?![xX✓✔]\])[^\]\n]*\]|<[^<>\n]+>|\{\{?[^{}\n]*\}?\}|y{4}[-/.]mm[-/.]dd(?:[ t]hh:mm(?::ss)?z?)?|hh:mm(?::ss)?|x+ ?(?:h|m|min|mins|minutes|hours|days)(?: x+ ?m)?|x+h x+m|inc-y+m+d+(?:-x+)?)$/i;

const unticked = new RegExp(`[${openBoxes}]|\\[[ \\u00A0]\\]`, 'u');
const ticked = new RegExp(`[${tickedBoxes}${ticks}]|\\[x\\]`, 'iu');

/** `A / B / C`, `A | B`, `[a|b|c]`, `SEV1/SEV2/SEV3`: every alternative is still there. */
export const isUnfilledChoice = (value: string): boolean => {
  const inner = value
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/[`*()]/g, '')
    .trim();
  const parts = inner.split(/\s*[|/]\s*|\s+or\s+/).map((part) => part.trim());
  if (ticked.test(value) || parts.length < 2 || parts.some((part) => part === '' || part.split(/\s+/).length > 3)) return false;
  if (value.includes('|')) return true;
  // `P1 / High` says one severity in the words of two scales.
  return parts.every((part) => choiceWord.test(part)) && (!areLevels(parts) || isUndecided(inner));
};

const choiceWord =
  /^(?:sev(?:erity)?[- ]?\d|p\d|s\d|level \d|critical|severe|moderate|trivial|major|minor|high|medium|low|yes|no|pass(?:ed)?|fail(?:ed)?|go|no-go|conditional go|approved?|rejected?|pending|needs revision|hold|promote|patch|draft|final|published|reviewed?|(?:in|under) review|archived|new|ongoing|mitigated|active|open|closed|resolved|investigating|identified|monitoring|n\/?a|done|in progress|not started|complete)$/i;

/** `pending`, `not yet`, `nobody`: words where a person, a date or a signature belongs that say there is none. */
export const saysNobody = (text: string): boolean =>
  /^[^\p{L}\p{N}]*(?:not (?:yet|signed|approved|done|available|assigned)\b.*|pending|awaiting\b.*|waiting\b.*|to be \p{L}+.*|none|nobody|no ?one|no|nope|never|unsigned|missing|outstanding|unassigned|open|vacant|wip|pendiente.*|pendente.*|por definir|a definir|ausstehend|offen|noch (?:offen|nicht)\b.*|en attente.*|à (?:définir|désigner)|niemand|nadie|personne|ninguno|待.*|未.*)[^\p{L}\p{N}]*$/iu.test(
    text.trim(),
  );

/** `☐ Pass ☐ Fail`: boxes of which none is ticked. */
export const isUntickedChoice = (value: string): boolean => unticked.test(value) && !ticked.test(value);

/** Whether a value, as written, says nothing yet. `raw` is the Markdown, `text` what is rendered of it. */
export const isBlank = (raw: string, text: string = raw): boolean => {
  const value = text.trim();
  if (isUnderscores(raw.trim()) || isRule(raw) || isUnitAlone(value) || raw.replace(markup, '') === '') return true;
  return (
    words.has(value.toLowerCase().replace(/[.:]$/, '')) ||
    words.has(value.toLowerCase()) ||
    placeholder.test(value) ||
    isUnfilledChoice(value)
  );
};
