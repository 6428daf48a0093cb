/** Documents of templates: the context with the values of the command line, rendered. */
import { generate } from './generate.ts';
import type { IncidentOrder, PlannedIncident } from './scaffold-incident.ts';
import { withValues } from './scaffold-values.ts';
import { findTemplate, type Shelf } from './templates.ts';

/** Where templates come from: the project's own first, then the shipped ones. */
export type RenderPlace = Shelf;

export interface RenderOrder {
  readonly template: string;
  readonly context: Readonly<Record<string, unknown>>;
  /** Of `--set`. */
  readonly values: Readonly<Record<string, string>>;
}

export interface Rendered {
  readonly text: string;
  readonly context: Readonly<Record<string, unknown>>;
}

/** Renders a template with a context. Throws a UsageError where a value has no place in it. */
export const renderScaffold = async (place: RenderPlace, { template, context, values }: RenderOrder): Promise<Rendered> => {
  const { schema } = await findTemplate(place, template);
  const filled = withValues(context, schema, values);
  return { text: (await generate({ ...place, template, context: filled })).text, context: filled };
};

export interface IncidentRendering extends IncidentOrder {
  readonly incident: PlannedIncident;
  readonly values: Readonly<Record<string, string>>;
}

/** An incident report. */
export const renderIncident = (place: RenderPlace, { incident, title, severity, values }: IncidentRendering): Promise<Rendered> => {
  const { id, detection, dueTimes } = incident;
  const context = { id, title, date: detection.text.slice(0, 10), severity, detected: detection.text, deadlines: dueTimes };
  return renderScaffold(place, { template: 'incident', context, values });
};
