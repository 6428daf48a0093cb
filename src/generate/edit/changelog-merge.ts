/** Merging into a changelog: new sections become splices in the file's own style, or the reason why not. */
import type { Source } from '../../model/source.ts';
import { UsageError } from '../../model/usage-error.ts';
import { versionIn } from '../../read/version.ts';
import { composed } from './changelog/compose.ts';
import { withKnownLinks } from './changelog/known-links.ts';
import { type Log, logOf, unreleasedOf } from './changelog/log.ts';
import { isProved } from './changelog/proof.ts';
import { refuse } from './changelog/refusal.ts';
import { releaseStep, type Step, unreleasedStep, type Versioned } from './changelog/release.ts';
import { soundLogOf } from './changelog/structure.ts';
import type { NewSection } from './changelog-section.ts';
import type { Edit } from './edit.ts';
import { type Splice, spliced } from './splice.ts';

export interface MergeOptions {
  /** `owner/repo` of the repository itself: links to other repositories are then not taken for its own. */
  readonly repository?: string;
  /** The versions that are tagged: what stands under another one is not told again as not released. */
  readonly released?: ReadonlySet<string>;
}

export interface ChangelogEdit extends Edit {
  /** What was not written because it is there, and what stands elsewhere too; a sentence each, without full stop. */
  readonly notes: readonly string[];
}

interface State {
  readonly log: Log;
  readonly splices: readonly Splice[];
  readonly added: number;
  readonly notes: readonly string[];
}

const isVersioned = (section: NewSection): section is Versioned => section.version !== undefined;

const normalised = (source: Source, section: NewSection): NewSection => {
  if (section.version === undefined) return section;
  const version = section.version.replace(/^v(?=\d)/i, '');
  if (versionIn(version) !== version)
    throw new UsageError(`${source.path}: "${section.version}" is no version that a heading could be found by. Write it like 1.2.0.`);
  return { ...section, version };
};

// Releases first, newest first; then what is not released, for its section is only empty then.
const inTurn = (source: Source, sections: readonly NewSection[]): NewSection[] => {
  const all = sections.map((section) => normalised(source, section));
  return [...all.filter(isVersioned), ...all.filter((section) => !isVersioned(section))];
};

const stepOf = (log: Log, section: NewSection, options: MergeOptions): Step =>
  isVersioned(section) ? releaseStep({ log, ...options }, withKnownLinks(log, section)) : unreleasedStep({ log, ...options }, section);

const foldAll = (log: Log, sections: readonly NewSection[], options: MergeOptions): State =>
  sections.reduce<State>(
    (state, section) => {
      const { splices, added, notes } = stepOf(state.log, section, options);
      return {
        log: splices.length === 0 ? state.log : logOf(spliced(state.log.source, splices)),
        splices: splices.length === 0 ? state.splices : composed(log.source, state.splices, splices),
        added: state.added + added,
        notes: [...state.notes, ...notes],
      };
    },
    { log, splices: [], added: 0, notes: [] },
  );

// Text written by hand could belong to the release or to what comes after it.
const refuseUnclear = (log: Log, sections: readonly NewSection[]): void => {
  const unreleased = unreleasedOf(log);
  const isNew = sections.some(({ version }) => version !== undefined && log.blocks.every(({ release }) => release.version !== version));
  const hasLater = sections.some(({ version, groups }) => version === undefined && groups.some(({ entries }) => entries.length > 0));
  if (unreleased !== undefined && unreleased.nodes.length > 0 && isNew && hasLater)
    refuse(
      log.source,
      unreleased.start,
      `"${unreleased.release.title}" holds text, and there are changes both of a new release and later than it: whose the text is cannot be told. Write the release first, then what is not released.`,
    );
};

const counted = (added: number): string => (added === 1 ? '1 entry' : `${added} entries`);

const summaryOf = (sections: readonly NewSection[], { splices, added }: State): string => {
  const names = sections.map(({ version }) => version ?? 'Unreleased').join(', ');
  return splices.length === 0 ? `already there: ${names}` : `${names}: ${counted(added)} added`;
};

/**
 * Merges sections, newest first, into a changelog. Nothing changes when the file says all of it.
 * Throws a UsageError with place, reason and remedy for a file that cannot be edited so that it reads the same elsewhere.
 */
export const mergeChangelog = (source: Source, sections: readonly NewSection[], options: MergeOptions = {}): ChangelogEdit => {
  const log = soundLogOf(source);
  const all = inTurn(source, sections);
  refuseUnclear(log, all);
  const state = foldAll(log, all, options);
  const isStable = state.splices.length === 0 || foldAll(state.log, all, options).splices.length === 0;
  if (!isStable || !isProved(log, state.log, { sections: all, added: state.added }))
    refuse(
      source,
      0,
      'The entries cannot be added so that they are found again and the rest of the file reads as before. Add them by hand.',
    );
  return { splices: state.splices, summary: summaryOf(all, state), notes: state.notes };
};
