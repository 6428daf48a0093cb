/** What a proposal says, in the lines that are printed. */
import { type Aside, counted, countedKind, type Proposal } from './config-text.ts';
import type { Relaxed } from './relax.ts';

const reasons: Readonly<Record<Aside['why'], string>> = {
  form: 'judged as any document: a form to be copied, nothing in it is ticked',
  swept: 'left out: beside governed documents, of another sort',
  prose: 'judged as any document: it holds nothing of what its name says',
};

const relaxedLines = ({ groups }: Proposal, wanted: Relaxed['severity']): string[] =>
  groups.flatMap(({ glob, relaxed }) =>
    relaxed
      .filter(({ severity }) => severity === wanted)
      .map(
        ({ rule, severity, places, files }) =>
          `  ${rule}: ${severity} in ${glob}, fails at ${counted(places.length, ['place', 'places'])} in ${counted(files, ['file', 'files'])}`,
      ),
  );

const listed = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [title, ...lines]);

/** The summary of a proposal, without a line break at its end. */
export const summaryOf = (proposal: Proposal): string => {
  const { groups, asides, kept, until } = proposal;
  return [
    ...groups.map(({ glob, kind, paths }) => `  ${glob}  (${countedKind(paths.length, kind)})`),
    ...asides.map(({ path, why }) => `  ${path}  (${reasons[why]})`),
    ...listed(`Relaxed; the configuration holds a to-do until ${until} for each:`, relaxedLines(proposal, 'warning')),
    ...listed('Switched off, since the boxes are steps of every release and nobody ticks them there:', relaxedLines(proposal, 'off')),
    ...listed(
      'Still errors, since what cannot be read is never relaxed; mend these first:',
      kept.map(({ place, rule, message }) => `  ${place.path}:${place.start.line}:${place.start.column} ${rule}: ${message}`),
    ),
  ].join('\n');
};
