/** The text of a proposed configuration: YAML that says why each line stands there. */
import type { KindName } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { Signer } from './candidate.ts';
import { globOf } from './glob-text.ts';
import type { Relaxed, RelaxedGroup } from './relax.ts';
import type { Place } from './usual-places.ts';

/**
 * A file that is not judged by its kind, and why: a `form` is copied and filled in elsewhere; `prose` holds nothing of what it is named after;
 * what is `swept` would be matched by a glob that does not mean it.
 */
export interface Aside {
  readonly path: string;
  readonly why: 'form' | 'swept' | 'prose';
  readonly kind: KindName;
}

export interface Proposal {
  /** The usual places that are empty now. */
  readonly empty: readonly Place[];
  readonly groups: readonly RelaxedGroup[];
  readonly asides: readonly Aside[];
  readonly kept: readonly Finding[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** `YYYY-MM-DD`, the day that the to-dos name. */
  readonly until: string;
  /** Where the configuration's schema is found. */
  readonly schema: string;
  readonly timezone?: string;
  /** How many times of day state no zone. */
  readonly zoneless: number;
  readonly signers: readonly Signer[];
  /** Whether the people are listed already. */
  readonly people: boolean;
}

const shown = 3;
const shownSigners = 8;

// A slash or the ending keeps it from being read as a number or a boolean.
const isPlain = (text: string): boolean => /^[A-Za-z0-9._/][A-Za-z0-9._/*@+ -]*(?<! )$/.test(text) && /\/|\.md$/.test(text);

/** A YAML scalar that is a string: plain where that is safe, else double-quoted (JSON strings are YAML). */
export const scalar = (text: string): string => (isPlain(text) ? text : JSON.stringify(text));

// A line break in a name must not end the comment.
const printable = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ');

const comment = (indent: string, lines: readonly string[]): string[] => lines.map((line) => `${indent}# ${printable(line)}`);

const nouns: Readonly<Record<KindName, readonly [string, string]>> = {
  checklist: ['checklist', 'checklists'],
  approvals: ['approvals document', 'approvals documents'],
  incident: ['incident report', 'incident reports'],
  promotion: ['promotion document', 'promotion documents'],
  process: ['process document', 'process documents'],
  changelog: ['changelog', 'changelogs'],
  document: ['document', 'documents'],
};

export const counted = (count: number, [one, many]: readonly [string, string]): string => `${count} ${count === 1 ? one : many}`;

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

export const countedKind = (count: number, kind: KindName): string => counted(count, nouns[kind]);

const placesText = (places: readonly string[]): string => {
  const rest = places.length - shown;
  return `${places.slice(0, shown).join(', ')}${rest > 0 ? ` and ${counted(rest, ['more place', 'more places'])}` : ''}`;
};

const relaxedLines = ({ rule, severity, places, files }: Relaxed, until: string): string[] => [
  ...comment('      ', [
    severity === 'off'
      ? `${rule}: the boxes are steps of every release, and nobody ticks them here.`
      : `TODO: ${rule} fails in ${counted(files, ['file', 'files'])}: make it "error" again.`,
    `  ${placesText(places)}`,
  ]),
  `      ${rule}: ${severity === 'off' ? severity : `{ severity: ${severity}, until: "${until}" }`}`,
];

// With one form only there is no doubt which the records are made from.
const templateLines = (kind: KindName, asides: readonly Aside[]): string[] => {
  const [form, ...others] = asides.filter((aside) => aside.why === 'form' && aside.kind === kind);
  return form === undefined || others.length > 0
    ? []
    : [...comment('    ', ['Hold every record to the items of the form:', `template: ${scalar(form.path)}`])];
};

const groupLines = ({ glob, kind, paths, relaxed }: RelaxedGroup, { until, asides }: Proposal): string[] => [
  ...(paths.length > 1 ? comment('  ', [countedKind(paths.length, kind)]) : []),
  `  - files: ${scalar(glob)}`,
  `    kind: ${kind}`,
  ...templateLines(kind, asides),
  ...(relaxed.length === 0 ? [] : ['    rules:', ...relaxed.flatMap((one) => relaxedLines(one, until))]),
];

const asideWhy = ({ why, kind }: Aside): string =>
  why === 'form'
    ? `A form to be copied: nothing in it is ticked. If it is ticked in place, make it "kind: ${kind}".`
    : `TODO: the name promises ${withArticle(nouns[kind][0])}, and nothing of one is in it: mend it, or rename it.`;

const asideLines = (asides: readonly Aside[], until: string): string[] =>
  asides
    .filter(({ why }) => why !== 'swept')
    .flatMap((aside) => [
      ...comment('  ', [asideWhy(aside)]),
      `  - files: ${scalar(globOf(aside.path))}`,
      '    kind: document',
      ...(aside.why === 'prose' ? [`    until: "${until}"`] : []),
    ]);

const ignoreLines = (asides: readonly Aside[]): string[] => {
  const swept = asides.filter(({ why }) => why === 'swept').map(({ path }) => `  - ${scalar(globOf(path))}`);
  return swept.length === 0
    ? []
    : ['', 'ignore:', ...comment('  ', ['They stand beside governed documents and are of another sort.']), ...swept];
};

const keptLines = (kept: readonly Finding[]): string[] =>
  kept.length === 0
    ? []
    : [
        '#',
        '# Errors that stay errors, since what cannot be read cannot be trusted. Mend these first:',
        ...comment(
          '',
          kept.map(({ place, rule }) => `  ${place.path}:${place.start.line} ${rule}`),
        ),
      ];

const zoneLines = ({ timezone, zoneless }: Proposal): string[] => {
  if (timezone !== undefined) return ['', '# The zone of times that state none.', `timezone: ${scalar(timezone)}`];
  return zoneless === 0
    ? []
    : [
        '',
        `# ${counted(zoneless, ['time of day states', 'times of day state'])} no zone, so deadlines cannot be told to the hour. Name the zone that is meant:`,
        '# timezone: Europe/Berlin',
      ];
};

const personLines = ([person, roles]: readonly [string, readonly string[]]): string[] => [
  person.startsWith('@') ? `  - handle: ${JSON.stringify(person)}` : '  - handle: "@..."',
  ...(person.startsWith('@') ? [] : [`    names: [${JSON.stringify(person)}]`]),
  ...(roles.length === 0 ? [] : [`    roles: [${roles.map((role) => JSON.stringify(role)).join(', ')}]`]),
];

const rolesByPerson = (signers: readonly Signer[]): (readonly [string, readonly string[]])[] =>
  [...new Set(signers.map(({ person }) => person))]
    .sort()
    .map((person) => [person, [...new Set(signers.flatMap((one) => (one.person === person && one.role !== undefined ? [one.role] : [])))]]);

const peopleLines = ({ people, signers }: Proposal): string[] => {
  if (people || signers.length === 0) return [];
  const persons = rolesByPerson(signers);
  return [
    '',
    `# Who may sign. With a list, a name that is not on it is an error. Found: ${counted(persons.length, ['signer', 'signers'])}.`,
    '# people:',
    ...comment('', persons.slice(0, shownSigners).flatMap(personLines)),
  ];
};

const optionalLine = (files: string): string[] => (files.includes('*') ? [] : ['    optional: true']);

// What comes later decides, so they stand first.
const emptyLines = (places: readonly Place[]): string[] =>
  places.length === 0
    ? []
    : [
        '  # Nothing stands here yet. What is made later, by hand or by `docgate new`, is judged from the start.',
        ...places.flatMap(({ files, kind }) => [`  - files: ${scalar(files)}`, `    kind: ${kind}`, ...optionalLine(files)]),
      ];

/** The whole file. */
export const configText = (proposal: Proposal): string => {
  const { groups, asides, until } = proposal;
  const relaxed = groups.some((group) => group.relaxed.some(({ severity }) => severity === 'warning'));
  return [
    `# yaml-language-server: $schema=${proposal.schema}`,
    `# What docgate governs in this repository, as \`docgate init\` found it on ${proposal.today}. It is yours: edit it.`,
    ...(relaxed
      ? ['# What failed that day is a warning below, and every check says when its day is over: mend it, then remove the line.']
      : []),
    ...keptLines(proposal.kept),
    '',
    'documents:',
    ...emptyLines(proposal.empty),
    ...groups.flatMap((group) => groupLines(group, proposal)),
    ...asideLines(asides, until),
    ...ignoreLines(asides),
    ...zoneLines(proposal),
    ...peopleLines(proposal),
    '',
  ].join('\n');
};
