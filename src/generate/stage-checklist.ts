/** The checklist of one stage: what a promotion document requires before the stage is left, as items to tick. */
import { yamlText } from './instantiate/head.ts';

/** A stage as the promotion document states it. */
export interface Stage {
  readonly title: string;
  readonly from?: string;
  readonly to?: string;
  readonly trigger?: string;
  readonly requirements: readonly string[];
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

/** The checklist as Markdown, LF. Requirements are taken over as the document writes them, on one line. */
export const stageChecklist = (one: StageChecklist): string => {
  const { stage, version } = one;
  const items = stage.requirements.map((requirement) => `- [ ] ${requirement.replace(/\s+/g, ' ').trim()}`);
  const about = [
    `**Version:** ${version}`,
    ...(stage.from === undefined ? [] : [`**From:** ${stage.from}`]),
    ...(stage.to === undefined ? [] : [`**To:** ${stage.to}`]),
    ...(stage.trigger === undefined ? [] : [`**Trigger:** ${stage.trigger}`]),
  ];
  const title = stage.from === undefined || stage.to === undefined ? stage.title : `${stage.from} → ${stage.to}`;
  return [...headOf(one), `# Release ${version}: ${title}`, '', ...broken(about), '', '## Requirements', '', ...items, ''].join('\n');
};
