/** Versions in headings: Semantic Versioning, calendar versions and their looser relatives. */

import { folded } from './folded.ts';

export interface Version {
  readonly core: readonly number[];
  readonly prerelease?: string;
}

const version =
  /(?:^|[\s[(@/_-])v?(\d+\.\d+(?:\.\d+)*(?:-?(?:alpha|beta|rc|pre|preview|dev|post|a|b|c|next|canary)[\w.]*|\.(?:final|release|ga|m\d+|rc\d*|sp\d+)|-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z.-]+)?)(?=$|[\s\])(:,/–—-])/i;

/** The version that a heading names, without a leading v. */
export const versionIn = (title: string): string | undefined => {
  const found = version.exec(folded(title.trim()));
  // A version stands at the head of its heading, perhaps behind the name of what was released.
  return found === null || found.index > 40 ? undefined : found[1];
};

/** The parts of a version; undefined when it does not start with numbers. */
export const parseVersion = (text: string): Version | undefined => {
  const match = /^(\d+(?:\.\d+)*)(?:[-.]?([A-Za-z][0-9A-Za-z.-]*|[0-9A-Za-z.-]+))?(?:\+.*)?$/.exec(text);
  if (match === null) return undefined;
  return { core: (match[1] ?? '').split('.').map(Number), ...(match[2] !== undefined && { prerelease: match[2] }) };
};
