/** What `docgate changelog` can be asked. */
import { UsageError } from '../model/usage-error.ts';
import type { CommonOptions } from './settings.ts';

export interface ChangelogOptions extends CommonOptions {
  readonly from?: string;
  readonly to?: string;
  readonly unreleased?: true;
  readonly release?: string;
  readonly date?: string;
  readonly prereleases?: 'separate' | 'rollup' | 'hide';
  readonly json?: true;
  readonly write?: true;
  readonly check?: true;
  readonly diff?: true;
}

const refuseTogether = (options: ChangelogOptions, names: readonly (keyof ChangelogOptions)[]): void => {
  const given = names.filter((name) => options[name] !== undefined);
  if (given.length > 1) throw new UsageError(`${given.map((name) => `--${name}`).join(' and ')} exclude each other.`);
};

const dayPattern = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Throws a UsageError for options that cannot be meant together, and for a date that is none. */
export const refuseContradictions = (options: ChangelogOptions): void => {
  refuseTogether(options, ['unreleased', 'release', 'from']);
  refuseTogether(options, ['unreleased', 'release', 'to']);
  refuseTogether(options, ['write', 'check', 'diff', 'json']);
  const { date } = options;
  if (date !== undefined && (!dayPattern.test(date) || new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) !== date))
    throw new UsageError(`--date: "${date}" is not a day; expected for example 2026-01-05.`);
};
