/** Merging into a changelog: new sections become splices in the file's own style, or the reason why not. */
import type { Source } from '../../model/source.ts';
import type { NewSection } from './changelog-section.ts';
import { type Edit, unchanged } from './edit.ts';

/** Sections newest first. Throws a UsageError with the place and the remedy for a file that cannot be edited safely. */
export const mergeChangelog = (_source: Source, _sections: readonly NewSection[]): Edit => unchanged('not written yet');
