/** Releases of a changelog. */
import { boolean, integer, list, object, oneOf, type Static, string } from '../shape.ts';
import { timeShape } from './time.ts';

export const groupShape = object(
  'A group of changes.',
  { title: string('The heading.'), entries: integer('How many entries it has.') },
  {
    known: boolean('It is a group of Keep a Changelog.'),
    again: boolean('It is none, and a release above has a group of the same title; only in a whole changelog.'),
  },
);

export type Group = Static<typeof groupShape>;

export const releaseShape = object(
  'A release.',
  {
    title: string('The heading.'),
    groups: list(groupShape, 'Its groups.'),
    entries: integer('How many entries it has in all.'),
    loose: integer('Entries outside any group.'),
  },
  {
    version: string('The version, without a leading v.'),
    unreleased: boolean('It collects what is not released yet.'),
    date: timeShape,
    dated: oneOf(['heading', 'line'], 'Where the date stands.'),
    yanked: boolean('It was withdrawn.'),
    link: oneOf(
      ['inline', 'reference', 'missing'],
      'How the heading links; `missing` when it is bracketed and nothing defines the reference.',
    ),
    core: list(integer('A number.'), 'The numbers of the version.'),
    prerelease: string('The prerelease part of the version (Semantic Versioning).'),
    line: string('The older line that it continues, such as `3.1`, when a newer one stands above; only in a whole changelog.'),
    told: boolean('It says something outside of lists and groups, besides its date.'),
    package: string('The package that it belongs to, where several have their releases in one changelog; only in a whole changelog.'),
  },
);

export type Release = Static<typeof releaseShape>;

export const releaseLinkShape = object(
  'A link definition for a release.',
  { label: string('Its label.'), url: string('Its target.') },
  { unused: boolean('No heading or text refers to it.') },
);

export type ReleaseLink = Static<typeof releaseLinkShape>;

export const unreadReleaseShape = object('A heading that is meant to name a release.', { title: string('The heading.') }, {});

export type UnreadRelease = Static<typeof unreadReleaseShape>;

export const lostHeadingShape = object(
  'A line that looks like the heading of a release or a group and is text.',
  { raw: string('The line as written.'), expected: string('The line as a heading.') },
  {},
);

export type LostHeading = Static<typeof lostHeadingShape>;
