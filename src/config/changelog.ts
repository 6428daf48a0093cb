/** What a configuration says about changelogs; what it leaves open is settled where changelogs are made. */

export interface ChangelogConfig {
  /** The changelog that is written. */
  readonly file?: string;
  readonly types?: Readonly<Record<string, string | false>>;
  readonly scopes?: Readonly<Record<string, string | false>>;
  readonly tagPattern?: string | readonly string[];
  readonly ignoreTags?: readonly string[];
  /** Releases have no tags. */
  readonly tagless?: boolean;
  readonly prereleases?: 'separate' | 'rollup' | 'hide';
  readonly date?: 'tag' | 'commit' | 'now';
  /** IANA name. */
  readonly timezone?: string;
  readonly repository?: { readonly url: string; readonly forge?: 'github' | 'gitlab' | 'bitbucket' | 'gitea' };
  readonly commits?: 'without-pull' | 'always' | 'never';
  /** Pathspecs of git. */
  readonly paths?: readonly string[];
  readonly source?: 'both' | 'commits' | 'fragments';
  /** The folder of fragments. */
  readonly fragments?: string;
  /** The path of the overrides. */
  readonly overrides?: string;
  readonly bump?: { readonly zero?: 'patch' | 'minor' | 'major'; readonly zeroFeature?: 'patch' | 'minor'; readonly initial?: string };
}
