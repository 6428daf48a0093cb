import { boolean, list, object, oneOf, type Static, string } from '../shape.ts';
import { contents, subjectShape } from './subject.ts';
import { timeShape } from './time.ts';

export const decisions = ['approved', 'rejected', 'pending', 'revoked', 'abstained'] as const;

export type Decision = (typeof decisions)[number];

export const verifications = ['text', 'change-control', 'signature'] as const;

/** What the document cannot know by itself; absent until it was asked. */
const facts = {
  identity: string('The handle of who decided; without a people list the name, folded. A fact.'),
  known: boolean('The people list names who decided; absent without a list. A fact.'),
  human: boolean('false for bots and agents; absent when it cannot be told. A fact.'),
  mayHold: boolean('The people list lets this person, or whom they stand in for, hold the role. A fact.'),
  content: oneOf(contents, 'How what was approved compares with what is there: the worst of the subjects. A fact.'),
  superseded: boolean(
    'The same person decided again in this role about the same subject; or, where it is a revocation, somebody else approved who may. A fact.',
  ),
  early: string('When a subject that nothing binds was first committed, if that is more than a day after the decision. A fact of git.'),
  copiedFrom: string('The document of the previous release that holds the same sign-off. A fact.'),
  involved: list(oneOf(['author', 'committer'], 'A part.'), 'What part the person had in what is approved. A fact.'),
  committers: list(string('A handle, or a name and address as git knows it.'), 'Who committed the lines of the sign-off. A fact of git.'),
  verified: oneOf(
    verifications,
    '`text`: only that it is written; `change-control`: committed by that person; `signature`: in a signed commit. A fact.',
  ),
};

export const signOffShape = object(
  'A decision of one person in one role.',
  {
    form: oneOf(
      ['table', 'task', 'field', 'log'],
      'How it is recorded. A log in a code block or a quotation tells history; it approves nothing.',
    ),
    decision: oneOf(decisions, 'What was decided.'),
    asks: list(string('`person`, `date` or `signature`.'), 'What the form has a place for.'),
    section: list(string('A title.'), 'The titles above it.'),
  },
  {
    role: string('The role that decides.'),
    person: string('Who decided, as written.'),
    delegation: string('For whom or by what delegation, as written in brackets.'),
    date: timeShape,
    subject: string('What is approved.'),
    subjects: list(subjectShape, 'The files that the subject, digest and commit columns or the note name.'),
    note: string('Remarks.'),
    signature: string('The signature as written.'),
    raw: string('The decision as written.'),
    alone: boolean('true for an empty field in a line of its own, which is told as a blank.'),
    label: string('What stands first in the row or line, where it names neither role nor subject.'),
    ...facts,
  },
);

export type SignOff = Static<typeof signOffShape>;

export const unreadSignOffShape = object(
  'A table that is meant as sign-offs and is not read.',
  { text: string('Its first line.'), detail: string('What to do.') },
  {},
);

export type UnreadSignOff = Static<typeof unreadSignOffShape>;
