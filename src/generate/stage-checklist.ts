/** The checklist of one stage: what a promotion document requires before the stage is left, as items to tick. */
import { escapeText } from './edit/plain-text.ts';
import { yamlText } from './instantiate/head.ts';

/** A stage as the promotion document states it. */
export interface Stage {
  readonly title: string;
  readonly from?: string;
  readonly to?: string;
  readonly trigger?: string;
  /** Markdown, each on one line. */
  readonly requirements: readonly string[];
  /** The link definitions that the requirements name. */
  readonly definitions: readonly string[];
}

export interface StageChecklist {
  readonly version: string;
  readonly stage: Stage;
  /** The promotion document and its digest. */
  readonly source: { readonly path: string; readonly digest: string };
}

const headOf = ({ source }: StageChecklist): string[] => [
  '---',
  `source: ${yamlText(source.path)}`,
  `source-digest: ${source.digest}`,
  'status: draft',
  '---',
  '',
];

/** What a stage leads to, for titles and file names. */
export const stageName = ({ to, title }: Stage): string => to ?? title.replace(/^(?:stage|gate|phase)\s+\d+\s*[:.–—-]?\s*/i, '');

// Lines of one paragraph, each but the last with a hard break.
const broken = (lines: readonly string[]): string[] => lines.map((line, index) => (index < lines.length - 1 ? `${line}  ` : line));

/** The checklist as Markdown, LF. */
export const stageChecklist = (one: StageChecklist): string => {
  const { stage, version } = one;
  const items = stage.requirements.map((requirement) => `- [ ] ${requirement}`);
  const about = [
    `**Version:** ${version}`,
    ...(stage.from === undefined ? [] : [`**From:** ${escapeText(stage.from)}`]),
    ...(stage.to === undefined ? [] : [`**To:** ${escapeText(stage.to)}`]),
    ...(stage.trigger === undefined ? [] : [`**Trigger:** ${escapeText(stage.trigger)}`]),
  ];
  const title = stage.from === undefined || stage.to === undefined ? stage.title : `${stage.from} → ${stage.to}`;
  const definitions = stage.definitions.length === 0 ? [] : [...stage.definitions, ''];
  return [
    ...headOf(one),
    `# Release ${version}: ${escapeText(title)}`,
    '',
    ...broken(about),
    '',
    '## Requirements',
    '',
    ...items,
    '',
    ...definitions,
  ].join('\n');
};
