/** The head of an incident report, its moments and durations, and what it promises. */
import { boolean, integer, list, number, object, oneOf, type Static, string } from '../shape.ts';
import { durationShape } from './duration.ts';
import { timeShape } from './time.ts';

export const idShape = object(
  'An identifier.',
  { text: string('The identifier as written.'), prefix: string('What precedes the number.') },
  { number: integer('The number, when it counts up.') },
);

export type Id = Static<typeof idShape>;

export const levelShape = oneOf(['critical', 'high', 'medium', 'low'], 'The level it stands for; absent when the word is not known.');

export type Level = Static<typeof levelShape>;

export const severityShape = object('How severe the incident is.', { raw: string('The severity as written.') }, { level: levelShape });

export type Severity = Static<typeof severityShape>;

const proofShape = object(
  'What git shows: a fact, not read from the document.',
  { at: string('The instant, RFC 3339 in UTC.'), commit: string('The commit that shows it.') },
  { path: string('The file that was added.') },
);

export type Proof = Static<typeof proofShape>;

export const eventShape = object(
  'A moment, by two clocks.',
  {},
  { declared: timeShape, label: string('The label as written.'), git: proofShape },
);

export type Moment = Static<typeof eventShape>;

/** The moments that deadlines start from or end at. */
export const eventNames = ['started', 'detected', 'declared', 'repaired', 'resolved', 'reported', 'rca', 'test'] as const;

export type EventName = (typeof eventNames)[number];

export const eventsShape = object(
  'The moments of the incident, as declared.',
  {},
  Object.fromEntries(eventNames.map((name) => [name, eventShape])) as Record<EventName, typeof eventShape>,
);

export type Events = Static<typeof eventsShape>;

export const courseSteps = ['started', 'detected', 'repaired', 'resolved'] as const;

export const stepShape = object(
  'A moment of the incident.',
  {
    name: oneOf(courseSteps, 'What happened.'),
    local: string('Local date and time, `YYYY-MM-DDTHH:MM`, or the day alone; the date is inherited where it is not written.'),
  },
  { zone: string('Its zone as written.'), approximate: boolean('The text says about or `~`.') },
);

export type Step = Static<typeof stepShape>;

export const declaredDurationShape = object(
  'A duration that the report declares.',
  {
    label: string('The label as written.'),
    declared: durationShape,
    measured: list(number('Minutes.'), 'What the times of the report add up to, for every start and end that can be meant.'),
  },
  {},
);

export const durationsShape = list(declaredDurationShape, 'Declared durations.');

export type DeclaredDuration = Static<typeof declaredDurationShape>;

export const actionShape = object(
  'An action that follows from an incident.',
  {
    text: string('What is to be done.'),
    state: oneOf(['open', 'done', 'not-applicable', 'unknown'], '`unknown`: the form has no place for it.'),
    form: oneOf(['task', 'list', 'table'], 'How it is written.'),
  },
  {
    owners: list(string('A handle or name.'), 'Who is to do it.'),
    due: timeShape,
    links: list(string('A URL.'), 'Issues and changes it links to.'),
    commands: list(string('Inline code.'), 'Paths and commands it names.'),
    prevents: boolean('It names a test, an evaluation or a regression check.'),
    placeholder: boolean('It is what a template left.'),
  },
);

export type Action = Static<typeof actionShape>;
