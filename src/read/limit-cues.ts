/** Words around a limit that tell whether it is to be kept or must not be reached. */
import type { Section } from '../markdown/outline.ts';
import type { Polarity } from '../model/parts/threshold.ts';

// A title may speak of rolling back without naming a condition: "Rollback readiness" has targets.
const breachWords =
  /\b(?:failure criteria|fail criteria|no[- ]go|kill|reject(?:ion)?|abandon|revert|unacceptable|not acceptable|do not (?:promote|proceed|release|deploy|ship))\b|\balerts?(?: threshold)?\b|\broll[- ]?back\b(?!.*\b(?:readiness|plan|procedures?|time|objectives?)\b)|\b(?:halt|abort|pause|stop|blocking (?:conditions?|criteria)|escalation|breach(?:es|ed)?|degradation|error conditions?|red flags?)\b(?!.*\b(?:action if|target)\b)|^\W*(?:warning|critical|fail(?: if)?|block(?:s|ing)?)(?: (?:signs?|thresholds?|limits?|levels?))?\W*$/i;
const passWords =
  /\b(?:targets?|pass(?:ing)?|success|criteria|criterion|require(?:d|ments?)|gates?|goals?|objectives?|slos?|slas?|budgets?|baselines?|acceptable|acceptance|within|exit|entry|metrics gates?|thresholds? to meet|minimum|maximum)\b/i;

export const polarityOf = (texts: readonly string[]): Polarity => {
  for (const text of texts) {
    if (breachWords.test(text)) return 'breach';
    if (passWords.test(text)) return 'pass';
  }
  return 'unknown';
};

export const isCue = (text: string): boolean => breachWords.test(text) || passWords.test(text);

// `Stage 1`, `Dev → Staging`, `Promotion to production`.
const stage = /^(?:stage|gate|phase|cohort|ring|wave)\s+(?:\d+|[A-Z]|[IVX]+)\b|\S\s*(?:→|->|=>|➜|⟶|—>)\s*\S|^\W*promot\w*\b.*\bto\s+\S/i;

export const cued = (section: Section): boolean =>
  section.path.some((title) => isCue(title) || stage.test(title) || /\b(?:metrics?|thresholds?|monitor)/i.test(title));

// "Canary Rollout and Rollback Rules" heads both what has to hold and what must not; a stage requires what it lists.
export const cuesOf = ({ path }: Section): string[] => {
  const inner = path.length > 1 ? path.slice(1) : path;
  return [...inner].reverse().map((title) => (!isCue(title) && stage.test(title) ? 'requirement' : title));
};
