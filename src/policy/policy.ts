/** Policies and rules: pure data. */
import type { KindName } from '../model/document.ts';
import type { Severity } from '../model/finding.ts';
import type { JsonSchema } from '../model/shape.ts';

/** Documents that show a rule, line by line. */
export interface Examples {
  /** The file name the lines stand in, where the rule looks at names. */
  readonly path?: string;
  readonly fails: readonly string[];
  readonly passes: readonly string[];
}

/** A rule as a policy file states it (`schemas/policy.schema.json`). */
export interface RuleData {
  readonly description: string;
  readonly why?: string;
  readonly severity: Severity | 'off';
  readonly message: string;
  /** What was expected, or that by the name of the property that is missing. */
  readonly expected?: string | Readonly<Record<string, string>>;
  readonly fix?: string;
  /** The name of a list of places (message, place) that explain a finding. */
  readonly related?: string;
  readonly when?: 'always' | 'complete';
  readonly scope?: 'document' | 'folder';
  readonly waivable?: boolean;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly schema: JsonSchema;
  readonly examples?: Examples;
  /** The page that explains the rule. */
  readonly helpUri?: string;
}

/** A policy file's content. */
export interface PolicyData {
  readonly name: string;
  readonly description?: string;
  readonly appliesTo?: { readonly kind: KindName };
  readonly extends?: readonly string[];
  /** The page that explains the rules that name none of their own. */
  readonly helpUri?: string;
  readonly rules: Readonly<Record<string, RuleData>>;
}

/** A policy with everything it extends taken over. */
export interface Policy {
  readonly name: string;
  readonly description: string;
  readonly kind: KindName;
  /** Where it stands, for people; `shipped` for docgate's own. */
  readonly origin: string;
  readonly rules: readonly Rule[];
}

/** Where a rule of the user's own is stated: `path:line:column` of pointers that count from the rule. */
export interface StatedAt {
  readonly locate: (pointer: string) => string;
  readonly locateKey: (pointer: string) => string;
}

/** A rule that is ready to be compiled. */
export interface Rule extends RuleData {
  /** `<policy>/<name>`. */
  readonly id: string;
  readonly name: string;
  /** It stands in a shipped policy, with the options of the policy. */
  readonly shipped: boolean;
  /** The page that explains it; a policy of the user's own need not have one. */
  readonly help?: string;
  /** Absent where a shipped policy states the rule. */
  readonly stated?: StatedAt;
}

/** A setting of a rule, from configuration. */
export interface Setting {
  readonly severity: Severity | 'off';
  readonly options?: Readonly<Record<string, unknown>>;
}

/** The page that explains a shipped rule; published with the package. */
export const helpOf = (id: string): string => `https://unpkg.com/docgate/docs/rules/${id}.md`;
