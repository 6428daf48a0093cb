/** The approvals of a release: a row for each role that has to decide. */
import { matchPath } from '../config/match.ts';
import type { ScaffoldPlace } from './scaffold-incident.ts';
import type { Part } from './scaffold-part.ts';
import { releasePaths } from './scaffold-paths.ts';
import { planRecord } from './scaffold-record.ts';
import { type RenderPlace, renderScaffold } from './scaffold-render.ts';
import { rolesFor } from './scaffold-roles.ts';

const twoApprovers = ['First approver', 'Second approver'];

/** The approvals of a release, about its checklists. */
export const planApprovals = async (
  place: RenderPlace & ScaffoldPlace,
  { version, hotfix, to }: { readonly version: string; readonly hotfix?: boolean | undefined; readonly to?: string | undefined },
  values: Readonly<Record<string, string>> = {},
): Promise<Part> => {
  const path = to ?? releasePaths(place.config, version).approvals;
  const { roles, configured } = rolesFor(place.config, path);
  const asked = hotfix === true && (!configured || roles.length < 2) ? twoApprovers : roles;
  const template = matchPath(place.config, path)?.template;
  if (template !== undefined) {
    const { artifact, notes } = await planRecord(place.tree, { version, from: template, to: path });
    return { artifacts: [artifact], notes, context: { template } };
  }
  const context = { version, roles: asked.map((role) => ({ role })) };
  const rendered = await renderScaffold(place, { template: 'approvals', context, values });
  const notes =
    configured || hotfix === true
      ? []
      : [`No rule says who has to approve; ${path} asks ${roles.join(', ')}. Set approvals/missing-role in the configuration.`];
  return { artifacts: [{ path, text: rendered.text, before: undefined }], notes, context: rendered.context as Part['context'] };
};
