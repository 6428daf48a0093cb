/** Words of a choice: what people write behind the boxes of which one is to be ticked. */
import { isStop } from './decision.ts';

const positive =
  /^(?:go|ok(?:ay)?|conditional go|go with conditions|go avec (?:conditions|réserves)|pass(?:ed)?|conditional(?:ly)? pass(?:ed)?|yes|approved?|accepted|approved? with (?:conditions|comments|changes|notes|reservations)|conditionally approved|conditional approval|conditional|proceed|sim|sí|ja|oui|aprovad[oa]|aprobad[oa]|approuvée?|freigegeben|genehmigt|(?:abnahme |freigabe )?(?:erteilt|unter vorbehalt)|同意|通过|通過|有条件通过|有條件通過|批准|核准|是)$/iu;
const negative =
  /^(?:no[- ]?go|ko|nok|fail(?:ed)?|no|reject(?:ed)?|denied|blocked|hold|on hold|deferred|not (?:approved|accepted|ready)|needs (?:changes|work|revision)|changes requested|do not proceed|não|nein|non|reprovad[oa]|rejeitad[oa]|rechazad[oa]|refusée?|rejetée?|abgelehnt|nicht (?:freigegeben|genehmigt)|(?:abnahme |freigabe )?(?:verweigert|nicht erteilt)|不同意|不通过|不通過|驳回|駁回|否決|否)$/iu;
const neutral = /^(?:not applicable|n\/?a|patch|minor|major|promote|hotfix)$/i;
// A plain no answers a question, which need not be whether to go on.
const plainNo = /^(?:no|não|nein|non|否)$/iu;

const bare = (label: string): string =>
  label
    .replace(/[^\p{L}/ -]/gu, '')
    .replace(/^[\s/-]+|[\s/-]+$/g, '')
    .trim();

// `GO - proceed with launch`, `Approved for staging`: what follows a dash, colon, bracket or preposition describes.
const head = (label: string): string =>
  bare(label.split(/[:：(（,;.·|]|\s[-–—]+\s|\s[-–—]+$|\s(?:for|until|pending|because|due to)\s/u)[0] ?? '');

/** Whether labels are alternatives of one choice. With descriptions behind them they have to name both outcomes, or they may be work. */
export const areAlternatives = (labels: readonly string[]): boolean => {
  if (labels.length < 2) return false;
  const known = (word: string): boolean => positive.test(word) || negative.test(word) || neutral.test(word);
  if (labels.every((label) => known(bare(label)))) return true;
  const heads = labels.map(head);
  return heads.every(known) && heads.some((word) => positive.test(word)) && heads.some((word) => negative.test(word));
};

/** Whether a label may be an alternative at all. */
export const mayBeAlternative = (label: string): boolean => areAlternatives([label, 'go', 'no-go']);

/** Whether the alternative, when chosen, stops what is decided about. */
export const stopsWhenChosen = (label: string): boolean => {
  const word = head(label);
  return isStop(word) && !plainNo.test(word);
};

/** Whether the alternative says no to whatever was asked. */
export const denies = (label: string): boolean => negative.test(head(label));
