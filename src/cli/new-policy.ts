/** `docgate new policy`: a policy of the user's own to start from. */
import { resolve } from 'node:path';
import { renderScaffold } from '../flows/scaffold-render.ts';
import { kindNames } from '../model/document.ts';
import { didYouMean, UsageError } from '../model/usage-error.ts';
import { isShipped } from '../policy/shipped.ts';
import type { Io } from './io.ts';
import type { NewOptions } from './new-options.ts';
import { finish, placeOf, valuesOf } from './new-parts.ts';
import { schemaAddress } from './schema-address.ts';
import { fromRoot } from './settings.ts';

const checkName = (name: string | undefined): string => {
  if (name === undefined) throw new UsageError('A new policy needs a name, for example: docgate new policy house-rules --kind checklist');
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw new UsageError(`"${name}" is not a name for a policy. Use lower-case letters, digits and hyphens, for example house-rules.`);
  if (isShipped(name)) throw new UsageError(`"${name}" is the name of a shipped policy. Give yours another name.`);
  return name;
};

const checkKind = (kind: string | undefined): string => {
  if (kind === undefined) throw new UsageError(`--kind: Say what the policy judges: ${kindNames.join(', ')}.`);
  if (!kindNames.includes(kind as (typeof kindNames)[number]))
    throw new UsageError(`--kind: There is no kind "${kind}".${didYouMean(kind, kindNames)} There are: ${kindNames.join(', ')}.`);
  return kind;
};

/** Makes a policy. */
export const newPolicy = async (options: NewOptions, io: Io): Promise<void> => {
  const [name, kind] = [checkName(options.title), checkKind(options.kind)];
  const place = await placeOf(options, io);
  const path =
    options.to === undefined ? `policies/${name}.policy.yaml` : fromRoot(place.root, resolve(io.cwd, options.cwd ?? '.'), options.to);
  const schema = await schemaAddress('policy', path, { root: place.root, io });
  const { text: rendered, context } = await renderScaffold(
    { ...place, shipped: io.shipped },
    { template: 'policy', context: { name, kind }, values: valuesOf(options) },
  );
  // A template of the project's own may name the schema itself.
  const text = rendered.includes('yaml-language-server:') ? rendered : `# yaml-language-server: $schema=${schema}\n${rendered}`;
  const listed = place.config.policies.includes(path) ? [] : [`List ${path} under "policies" in the configuration, so that it judges.`];
  await finish({ artifacts: [{ path, text, before: undefined }], context, notes: listed }, options, { io, root: place.root });
};
