/** How severe an incident is: the word of its field, section or title, and the level that it stands for. */
import { rangeOfNode } from '../markdown/nodes.ts';
import type { Outline } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import type { Severity } from '../model/parts/incident.ts';
import { alternativesIn } from './alternatives.ts';
import { folded } from './folded.ts';
import { type HeadValue, headOrSection } from './head-fields.ts';
import { isUndecided, levelOf } from './severity-level.ts';

const key =
  /^(?:incident-)?(?:severity(?:-level|-rating|-class)?|sev|sev-level|level-of-severity|priority|重大度|深刻度|障害レベル|심각도|严重程度|严重级别|严重性|级别|schwere(?:grad)?|priorit(?:ät|é|à)|s(?:é|e)v(?:é|e)rit(?:é|e)|gravit(?:é|e)|gravedad|gravidade|severidade?|prioridade?|серьезность|критичность)$/;

const inTitle = (outline: Outline): Tree<Severity> | undefined => {
  const first = outline.sections.find(({ heading }) => heading !== undefined);
  const found =
    first === undefined ? null : /(?<![A-Za-z0-9])(?:SEV(?:ERITY)?[- ]?[0-5]|P[0-4])(?![A-Za-z0-9.])/i.exec(folded(first.title));
  return first?.heading === undefined || found === null
    ? undefined
    : at(rangeOfNode(first.heading), { raw: found[0], level: levelOf(found[0]) });
};

// `Level: SEV3` below a heading Severity.
const unlabelled = (text: string): string =>
  folded(text).replace(/^\W*(?:level|rating|class(?:ification)?|severity|stufe|niveau|nivel)\s*[:：]\s*/i, '');

// `SEV-3 → SEV-2`: what it became.
const latest = (text: string): string => text.split(/\s*(?:→|->|=>|➜)\s*/).at(-1) ?? text;

// With boxes, the label of the one that is ticked; else the words, unless they leave the choice.
const chosen = ({ raw, text, items }: HeadValue): string | undefined => {
  const boxes = alternativesIn({ raw, range: { start: 0, end: raw.length } });
  const ticked = boxes.filter((box) => box.ticked).map(({ label }) => label.replace(/[\s/|,;*_+-]+$/, ''));
  if (boxes.length > 0) return ticked.length === 1 ? ticked[0] : undefined;
  return isUndecided(items.map((item) => latest(unlabelled(item))).join('\n')) ? undefined : latest(unlabelled(text));
};

/** The severity of a report; undefined where none is stated, or none of several is chosen. */
export const severityOf = (outline: Outline): Tree<Severity> | undefined => {
  const found = headOrSection(outline, key, (text) => levelOf(unlabelled(text)) !== undefined);
  if (found === undefined) return inTitle(outline);
  const word = found.empty ? undefined : chosen(found);
  return word === undefined || word === '' ? undefined : at(found.valueRange, { raw: word, level: levelOf(folded(word)) });
};
