/** `docgate sign`: records who approved what content, when and in which role. */
import { resolve } from 'node:path';
import { type EditTarget, planSign, type RevokeOrder, type SignOrder } from '../flows/edit.ts';
import { weighDecision } from '../flows/entitlement.ts';
import { loadPeople } from '../flows/people.ts';
import { UsageError } from '../model/usage-error.ts';
import { tryGit } from '../tree/git.ts';
import { reachingTree } from '../tree/reaching.ts';
import type { Io } from './io.ts';
import { printNotices } from './print-notices.ts';
import { type CommonOptions, fromRoot, type Settings, settleAtTop } from './settings.ts';
import { finishEdit } from './tick.ts';

/** The options that signing and revoking share. */
export interface SignerOptions extends CommonOptions {
  readonly file: string;
  readonly role: string;
  readonly as?: string;
  readonly note?: string;
  readonly dryRun?: true;
}

export interface SignOptions extends SignerOptions {
  readonly decision: SignOrder['decision'];
  readonly subject: readonly string[];
}

/** A person as documents name them, and the other names they may stand under. */
interface Signer {
  readonly person: string;
  readonly aliases: readonly string[];
}

const gitConfig = async (folder: string, key: string, { env }: Io): Promise<string> => {
  const { code, stdout } = await tryGit(folder, ['config', '--get', key], { env });
  return code === 0 ? stdout.toString('utf8').trim() : '';
};

// The people list knows the handle behind git's identity; without one the address stands for the person.
const signerOf = async ({ as }: SignerOptions, { root, tree, config }: Settings, io: Io): Promise<Signer> => {
  if (as !== undefined) return { person: as.trim(), aliases: [] };
  const [name = '', email = ''] = await Promise.all(['user.name', 'user.email'].map((key) => gitConfig(root, key, io)));
  if (email === '') throw new UsageError('Nobody is named. Say who decides with --as @handle, or set git config user.email.');
  const { identify } = await loadPeople(tree, config);
  return { person: identify(`${name} <${email}>`)?.handle ?? email, aliases: [name, email].filter((alias) => alias !== '') };
};

/** Minutes in UTC: `2026-01-05T10:00Z`. */
const minuteOf = (now: string): string => `${now.slice(0, 16)}Z`;

/** Where an edit goes, and who makes it when. */
export interface Desk {
  readonly target: EditTarget;
  /** Absolute path of the document. */
  readonly file: string;
  readonly subjects: readonly string[];
  readonly by: RevokeOrder;
  readonly settings: Settings;
}

/** Settles what signing and revoking need to know. */
export const deskOf = async (options: SignerOptions, subjects: readonly string[], io: Io): Promise<Desk> => {
  const settings = await settleAtTop(options, io);
  const { root, now } = settings;
  const cwd = resolve(io.cwd, options.cwd ?? '.');
  const path = fromRoot(root, cwd, options.file);
  const paths = subjects.map((subject) => fromRoot(root, cwd, subject));
  const signer = await signerOf(options, settings, io);
  return {
    target: { tree: reachingTree(root, [path, ...paths]), path },
    file: resolve(root, path),
    subjects: paths,
    settings,
    by: { role: options.role, ...signer, date: minuteOf(now), ...(options.note?.trim() && { note: options.note }) },
  };
};

/** Runs the command. */
export const runSign = async (options: SignOptions, io: Io): Promise<number> => {
  const { target, file, subjects, by, settings } = await deskOf(options, options.subject, io);
  const order = { ...by, decision: options.decision, subjects };
  const planned = await planSign(target, order);
  const notices = await weighDecision({ ...target, config: settings.config, by: order });
  if (planned.hunks.length > 0) printNotices(notices, options, io);
  return finishEdit({ planned, file, dryRun: options.dryRun === true }, io);
};
