/** The claim: what a document says of its own state, in its head only. */
import type { Outline, Section } from '../markdown/outline.ts';
import type { Claim } from '../model/data.ts';
import { at } from '../model/located.ts';
import { oneOf } from '../model/shape.ts';
import type { Field } from './field.ts';
import { fieldsOf, isHead } from './fields.ts';
import { perhaps } from './reading.ts';

const draft = /^\W*(?:draft|wip|work in progress|template|proposed|proposal|not started)\b/i;
const inProgress =
  /^\W*(?:in[-_ ]progress|in[-_ ]review|under review|ongoing|open(?!ed)|investigating|identified|monitoring|mitigated|pending|started)(?![a-z])|^\W*(?:進行中|対応中)/i;

/** What a status means for the claim; any other word claims to be complete. */
export const claimOf = (status: string): Claim => (draft.test(status) ? 'draft' : inProgress.test(status) ? 'in-progress' : 'complete');

const headSections = ({ sections }: Outline): readonly Section[] => {
  const heads = sections.filter(isHead);
  const headed = sections.some((section) => section.depth === 1);
  return headed ? heads : sections.slice(0, 2);
};

const statusFields = (outline: Outline): Field[] =>
  headSections(outline)
    .flatMap((section) => fieldsOf(outline.source, section))
    .filter((field) => /^(?:(?:document|incident|report|release|checklist)-)?(?:status|state)$/.test(field.key));

/** Whether the head asks for a status, filled in or not. */
export const asksStatus = (outline: Outline): boolean => statusFields(outline).length > 0;

export const claim = perhaps(
  oneOf(['draft', 'in-progress', 'complete'], 'What the Status in the head of the document claims.'),
  (outline: Outline) => {
    const field = statusFields(outline).find(({ empty }) => !empty);
    return field === undefined ? undefined : at(field.range, claimOf(field.text));
  },
);
