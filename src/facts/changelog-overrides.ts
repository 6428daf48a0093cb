/** Overrides: the checked-in file that says what commits should have said. */
import overridesSchema from '../../schemas/changelog-overrides.schema.json' with { type: 'json' };
import { checkData } from '../data/check-data.ts';
import { dataError, parseData } from '../data/data-file.ts';
import { schemaValidator } from '../data/validator.ts';

/** One commit and what is read instead of its message. */
export interface CommitOverride {
  /** Object id, at least seven digits of it. */
  readonly commit: string;
  /** None: the commit is left out. */
  readonly messages: readonly string[];
}

interface RawOverride {
  readonly commit: string;
  readonly message?: string | readonly string[];
  readonly ignore?: true;
}

const messagesOf = ({ message }: RawOverride): readonly string[] =>
  message === undefined ? [] : typeof message === 'string' ? [message] : message;

/** Reads the file. What is wrong, and a commit that is named twice, is a UsageError with line and column. */
export const readOverrides = (path: string, text: string): CommitOverride[] => {
  const file = parseData(path, text);
  if (file.value === null) return [];
  checkData(file, schemaValidator(overridesSchema));
  const overrides = (file.value as readonly RawOverride[]).map((raw) => ({ commit: raw.commit, messages: messagesOf(raw) }));
  for (const [index, { commit }] of overrides.entries()) {
    const before = overrides.slice(0, index).find((other) => other.commit.startsWith(commit) || commit.startsWith(other.commit));
    if (before !== undefined) throw dataError(file, `/${index}/commit`, `The commit ${commit} is named twice. Keep one entry.`);
  }
  return overrides;
};
