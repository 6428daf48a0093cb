/** What a sign-off is about, and what became of it since. */
import { boolean, integer, list, object, oneOf, type Static, string } from '../shape.ts';

const point = object(
  'A position.',
  { line: integer('From 1.'), column: integer('From 1, in UTF-16 units.'), offset: integer('From 0, in UTF-16 units.') },
  {},
);

const placeShape = object('Where it stands.', { path: string('From the root.'), start: point, end: point }, {});

export const changesShape = object(
  'What became of it since it was approved, as git and the judged content show it. A fact.',
  {
    text: string('All of it in a sentence.'),
    commits: list(
      object('A commit.', { commit: string('Its id.'), date: string('`YYYY-MM-DD` in UTC.'), author: string('As git names them.') }, {}),
      'The commits that changed it since, newest first.',
    ),
    places: list(
      object('A passage.', { message: string('What happened there.'), place: placeShape }, {}),
      'The lines that differ; at most ten places, of which the last takes in all others.',
    ),
  },
  {
    approved: string('Which commit holds what was approved, in words.'),
    hint: string('How to see the changes.'),
    uncommitted: boolean('What is judged is not what is committed.'),
  },
);

/** What became of a subject since it was approved. */
export type Changed = Static<typeof changesShape>;

/** `unknown`: it is bound to a commit whose content cannot be told. */
export const contents = ['unchanged', 'changed', 'missing', 'unknown', 'unbound'] as const;

export type Content = (typeof contents)[number];

export const subjectShape = object(
  'Something that is approved.',
  {},
  {
    path: string('The path as written: from the root, or from the document where it starts with `./` or `../`.'),
    digest: string('`sha256:` and 12 to 64 hexadecimal digits of the content that was approved; fewer prove nothing.'),
    commit: string('The commit whose content was approved.'),
    content: oneOf(contents, 'How the content of today compares with what was approved. A fact.'),
    current: string('The digest of the content of today, where it was asked. A fact.'),
    why: string('Why the content of the commit is unknown. A fact of git.'),
    changes: changesShape,
  },
);

export type Subject = Static<typeof subjectShape>;
