/** Templates by name: those that docgate ships, where a user's stand, and what the first line of one says. */
import { didYouMean, UsageError } from '../model/usage-error.ts';

/** The shipped templates: name → file below `templates/`. */
export const shippedTemplates = {
  incident: 'incident.md.hbs',
  'release-checklist': 'release-checklist.md.hbs',
  approvals: 'approvals.md.hbs',
  'hotfix-checklist': 'hotfix-checklist.md.hbs',
  'changelog-section': 'changelog-section.md.hbs',
  'release-notes': 'release-notes.md.hbs',
  'pull-request': 'pull-request.md.hbs',
  'release-metrics': 'release-metrics.md.hbs',
  freeze: 'freeze.md.hbs',
  'freeze-lifted': 'freeze-lifted.md.hbs',
  'release-complete': 'release-complete.md.hbs',
  'rollback-in-progress': 'rollback-in-progress.md.hbs',
  'rollback-complete': 'rollback-complete.md.hbs',
  policy: 'policy.yaml.hbs',
} as const;

export type ShippedTemplate = keyof typeof shippedTemplates;

export const shippedTemplateNames = Object.keys(shippedTemplates) as readonly ShippedTemplate[];

export const isShippedTemplate = (name: string): name is ShippedTemplate => Object.hasOwn(shippedTemplates, name);

/** The notices to stakeholders. */
export const noticeNames = [
  'freeze',
  'freeze-lifted',
  'release-complete',
  'rollback-in-progress',
  'rollback-complete',
] as const satisfies ShippedTemplate[];

/** The shipped partials, in `templates/partials`. */
export const shippedPartials = ['breaking', 'change', 'changes', 'links', 'scope', 'sign-off-table'] as const;

/** The contexts that templates are written for: `schemas/context.<name>.schema.json`. */
export const contextNames = [
  'incident',
  'checklist',
  'approvals',
  'changelog',
  'release-notes',
  'pull-request',
  'metrics',
  'notice',
  'policy',
] as const;

export type ContextName = (typeof contextNames)[number];

export const contextSchema = (name: ContextName): string => `schemas/context.${name}.schema.json`;

const ending = /\.(?:md|yaml)\.hbs$/;

/** The name of a template by its path: `templates/incident.md.hbs` → `incident`. */
export const templateName = (path: string): string => (path.split('/').at(-1) ?? '').replace(ending, '');

export const isTemplatePath = (path: string): boolean => ending.test(path);

/** What a template says of itself in its first line: `{{!-- What it is for. Context: name --}}`. */
export interface Header {
  readonly purpose: string;
  readonly context?: ContextName;
}

/** Reads the first line. Throws a UsageError for a context that does not exist. */
export const headerOf = (path: string, text: string): Header => {
  const comment = /^\uFEFF?\s*\{\{!--(.*?)--\}\}/s.exec(text)?.[1] ?? '';
  const [, purpose = comment, name] = /^(.*?)\s*Context:\s*([\w-]+)\s*$/s.exec(comment) ?? [];
  const context = contextNames.find((known) => known === name);
  if (name !== undefined && context === undefined)
    throw new UsageError(
      `${path}:1:1: There is no context "${name}"; expected one of: ${contextNames.join(', ')}.${didYouMean(name, contextNames)}`,
    );
  return { purpose: purpose.trim(), ...(context !== undefined && { context }) };
};
