/** Words and numbers of severity: the level that they stand for, and whether one of them is chosen. */
import type { Level } from '../model/parts/incident.ts';

const series = 'sev(?:erity)?|level|tier|priority|prio|[ps]';

const numbered = (numbers: string): string => `(?:${series})[- ]?[${numbers}](?!\\d)`;

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

const inScale = (text: string): Level | undefined => levels.find(([word]) => word.test(text.trim()))?.[1];

// `2 - Major`, `4 - Critical`: the scale of bare numbers is the team's own, so that the word goes before.
const glossed = /^\W*([0-5])\s*[-–—:.(（]+\s*(\p{L}.*)$/u;

/** The level that a text opens with. */
export const levelOf = (text: string): Level | undefined => {
  const [, number, word] = glossed.exec(text.trim()) ?? [];
  return number === undefined || word === undefined ? inScale(text) : (inScale(word) ?? inScale(number));
};

const seriesNumber = new RegExp(`\\b(${series})[- ]?(\\d)(?!\\d)`, 'giu');
const hyphenated = (text: string): string[] => text.split(/\s*(?:[-–—~〜～]|\.{2,3}|…)\s*|\s+(?:to|through|bis)\s+/iu);
const enumerated = (text: string): string[] =>
  text.split(/\s*[/|,;·•・、，／｜\n]\s*(?:(?:or|oder|ou|o|u|или)\s+)?|\s+(?:or|oder|ou|o|или)\s+|或|または/iu);

interface Step {
  /** The series that it counts in; words make one, too. */
  readonly scale: string;
  readonly step: string;
}

// A part that is a level and nothing else: `SEV1`, `High`, `low priority`, `3`.
const stepOf = (part: string): Step | undefined => {
  const [, scale, number] = /^\W*([a-z]*)(\d)\W*$/iu.exec(part) ?? [];
  if (number !== undefined) return { scale: String(scale).toLowerCase(), step: number };
  const word = /^\W*(\p{L}+)(?:\s+(?:severity|priority))?\W*$/iu.exec(part)?.[1];
  const level = word === undefined ? undefined : inScale(word);
  return level === undefined ? undefined : { scale: 'word', step: level };
};

// `SEV1/2/3`: a bare number goes on in the series before it; `P2, 3/4 regions` counts something else.
const stepsOf = (parts: readonly string[]): (Step | undefined)[] => {
  const steps = parts.map(stepOf);
  if (steps.some((step) => step === undefined)) return steps.map((step) => (step?.scale === '' ? undefined : step));
  const counted = steps.find((step) => step !== undefined && step.scale !== 'word');
  return steps.map((step) => (step?.scale === '' && counted !== undefined ? { ...step, scale: counted.scale } : step));
};

const differ = (steps: readonly Step[]): boolean =>
  steps.some((one) => steps.some((other) => one.scale === other.scale && one.step !== other.step));

/** Whether all of the words are levels. */
export const areLevels = (words: readonly string[]): boolean =>
  words.every((word) => stepOf(word.replace(seriesNumber, '$1$2')) !== undefined);

/** Whether several levels of one scale stand side by side: `P0-P4`, `High, Medium, or Low`, `SEV[1-4]`. Nobody has chosen. */
export const isUndecided = (text: string): boolean => {
  const even = text
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[[\]]/g, '')
    .replace(seriesNumber, '$1$2');
  const listed = stepsOf(enumerated(even).map((part) => part.split(/\s[-–—]\s|:\s/)[0] ?? ''));
  if (differ(listed.filter((step) => step !== undefined))) return true;
  const range = stepsOf(hyphenated(even));
  return range.every((step) => step !== undefined) && differ(range);
};
