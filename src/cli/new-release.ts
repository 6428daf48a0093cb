/** `docgate new release`, `hotfix`, `checklist`, `approvals`: the documents of one release. */
import { resolve } from 'node:path';
import { checkVersion } from '../flows/release-version.ts';
import { planApprovals } from '../flows/scaffold-approvals.ts';
import type { ScaffoldPlace } from '../flows/scaffold-incident.ts';
import type { Part } from '../flows/scaffold-part.ts';
import { planChecklist, planRelease, type ReleaseOrder } from '../flows/scaffold-release.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Io } from './io.ts';
import type { NewOptions } from './new-options.ts';
import { finish, placeOf, valuesOf } from './new-parts.ts';
import { fromRoot } from './settings.ts';

const versionOf = ({ what, title, version }: NewOptions): string => {
  if (title !== undefined && version !== undefined && title !== version)
    throw new UsageError(`"${title}" and --version ${version} are two versions. Name one.`);
  const given = title ?? version;
  if (given === undefined)
    throw new UsageError(
      `A new ${what} needs a version, for example: docgate new ${what} ${what === 'checklist' ? '--version ' : ''}1.4.0`,
    );
  return checkVersion(given);
};

const pathOf = (
  path: string | undefined,
  options: NewOptions,
  { root, io }: { readonly root: string; readonly io: Io },
): string | undefined => (path === undefined ? undefined : fromRoot(root, resolve(io.cwd, options.cwd ?? '.'), path));

const orderOf = (options: NewOptions, { root }: ScaffoldPlace, io: Io): ReleaseOrder => {
  const { previous, ...values } = valuesOf(options);
  const from = pathOf(options.from, options, { root, io });
  return {
    version: versionOf(options),
    ...(from !== undefined && { from }),
    ...(options.stages === true && { stages: true }),
    instance: {
      values,
      examples: options.replace,
      ...(previous !== undefined && { previous: checkVersion(previous) }),
      ...(options.keepState === true && { keepsState: true }),
    },
  };
};

type Plan = (place: ScaffoldPlace & { readonly shipped: Io['shipped'] }, order: ReleaseOrder, to: string | undefined) => Promise<Part>;

const making =
  (plan: Plan) =>
  async (options: NewOptions, io: Io): Promise<void> => {
    const place = await placeOf(options, io);
    const order = orderOf(options, place, io);
    const to = pathOf(options.to, options, { root: place.root, io });
    await finish(await plan({ ...place, shipped: io.shipped }, order, to), options, { io, root: place.root });
  };

export const newRelease = making((place, order) => planRelease(place, order));

export const newHotfix = making((place, order) => planRelease(place, { ...order, hotfix: true }));

export const newChecklist = making((place, order, to) => planChecklist(place, order, to));

export const newApprovals = making((place, { version, instance: { values } }, to) => planApprovals(place, { version, to }, values));
