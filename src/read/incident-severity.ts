/** How severe an incident is: the word of its field, section or title, and the level that it stands for. */
import { rangeOfNode } from '../markdown/nodes.ts';
import type { Outline } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { object, oneOf, type Static, string } from '../model/shape.ts';
import { folded } from './folded.ts';
import { headOrSection } from './head-fields.ts';

export const severityShape = object(
  'How severe the incident is.',
  { raw: string('The severity as written.') },
  { level: oneOf(['critical', 'high', 'medium', 'low'], 'The level it stands for; absent when the word is not known.') },
);

type Severity = Static<typeof severityShape>;
type Level = NonNullable<Severity['level']>;

const numbered = (numbers: string): string => `(?:sev(?:erity)?|level|tier|priority|prio|[ps])[- ]?[${numbers}](?!\\d)`;

const levels: readonly (readonly [RegExp, Level])[] = [
  [
    new RegExp(
      `^\\W*(?:[01]\\W*$|critical|${numbered('01')}|blocker|emergency|catastrophic|kritisch|critique|cr[ií]tic[ao]|критич)|^\\W*(?:重大|致命|紧急|严重|치명|심각)|^🔴\\W*$`,
      'iu',
    ),
    'critical',
  ],
  [
    new RegExp(
      `^\\W*(?:2\\W*$|high|major|severe|${numbered('2')}|hoch|(?:é|e)lev(?:é|e)e?|alt[ao]|majeure?|высок)|^\\W*(?:高|높음)|^🟠\\W*$`,
      'iu',
    ),
    'high',
  ],
  [
    new RegExp(
      `^\\W*(?:3\\W*$|medium|mid|moderate|${numbered('3')}|mittel|moyenne?|m(?:é|e)di[ao]|средн)|^\\W*(?:中|중간|보통)|^🟡\\W*$`,
      'iu',
    ),
    'medium',
  ],
  [
    new RegExp(
      `^\\W*(?:[45]\\W*$|low|minor|trivial|${numbered('45')}|niedrig|gering|faible|mineure?|baj[ao]|baix[ao]|низк)|^\\W*(?:低|낮음)|^(?:🟢|🔵)\\W*$`,
      'iu',
    ),
    'low',
  ],
];

const levelOf = (text: string): Level | undefined => levels.find(([word]) => word.test(text.trim()))?.[1];

// `SEV-1 (Critical) / SEV-2 (Major)`, `Minor, Major, Critical`, `SEV[1-4]`: nobody has chosen.
const isUndecided = (text: string): boolean => {
  if (/\[\d\s*[-–]\s*\d\]|\b(?:sev|p|s|level )?\d(?:\s*[/|]\s*(?:sev|p|s)?\d)+/i.test(text)) return true;
  const parts = text.replace(/\([^()]*\)/g, ' ').split(/\s*[/|]\s*|,\s*|\s+or\s+/i);
  const named = parts.map(levelOf).filter((level) => level !== undefined);
  return named.length === parts.length && new Set(named).size > 1;
};

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

export const severityOf = (outline: Outline): Tree<Severity> | undefined => {
  const found = headOrSection(outline, key, (text) => levelOf(folded(text)) !== undefined);
  if (found === undefined) return inTitle(outline);
  const text = folded(found.text);
  if (found.empty || isUndecided(text)) return undefined;
  return at(found.valueRange, { raw: found.text, level: levelOf(text) });
};
