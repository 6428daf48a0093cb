/** How a record stands to its template: a fact that is added when documents are checked, so that no reader knows it. */
import { boolean, integer, list, object, string } from '../shape.ts';

const text = string('Its text.');
const section = list(string('A heading.'), 'The headings above it.');
const task = integer('The index of the item in `tasks`.');

const missing = object('An item of the template that the record lacks.', { text, section }, { id: string('Its id.') });
const renamed = object(
  'An item of the record that stands for one of the template and no longer counts as it.',
  { text, was: string('What the template says.'), task, detail: string('What is wrong with it.') },
  {},
);
const unknown = object('An item of the record that the template does not have.', { text, task }, {});
const missingSection = object(
  'A section of the template that the record lacks.',
  { title: string('Its heading.'), section },
  { hint: string('The closest heading of the record.') },
);
const missingAnswer = object('A field or role of the template that the record lacks.', { label: string('What it is called.') }, {});

export const templateFactShape = object(
  'How the record stands to its template.',
  { path: string('The path of the template.') },
  {
    digest: string('The digest of the template as it is now.'),
    absent: boolean('The template that the record names is not there.'),
    problem: string('Why the template cannot be read.'),
    changed: boolean('The template has changed since the record was made.'),
    since: string('The same in words.'),
    missing: list(missing, 'Items that are missing.'),
    renamed: list(renamed, 'Items that read differently.'),
    unknown: list(unknown, 'Items that the template does not have.'),
    missingSections: list(missingSection, 'Sections that are missing.'),
    missingAnswers: list(missingAnswer, 'Answers that are missing.'),
  },
);
