/** Links that a file's own ones show: the address of a release by that of the one before, and the comparison that moves on with it. */
import { unreleasedTitle } from '../../../read/releases.ts';
import { versionIn } from '../../../read/version.ts';
import type { NewLink, NewSection } from '../changelog-section.ts';
import { labelKey } from './links.ts';
import { type Log, unreleasedOf } from './log.ts';
import { compareVersions } from './version-order.ts';

// Not within %40, which is an at sign.
const versionsPattern = /(?:(?<=%[\da-f]{2})|(?<!%|%[\da-f]|\d))\d+\.\d+(?:\.\d+)*(?:-[0-9A-Za-z]+(?:\.[0-9A-Za-z]+)*)?/gi;

// Of the path only: a host may be called by numbers.
const split = (url: string): readonly [string, string] => {
  const [host = ''] = /^[a-z]+:\/\/[^/]*/i.exec(url) ?? [];
  return [host, url.slice(host.length)];
};

const versionsOf = (url: string): string[] => split(url)[1].match(versionsPattern) ?? [];

const replaced = (url: string, change: (version: string) => string): string => {
  const [host, path] = split(url);
  return host + path.replace(versionsPattern, change);
};

/** The address of what is not released: in its heading, else in its definition. */
const unreleasedUrl = (log: Log): string | undefined => {
  const inline = unreleasedOf(log)?.heading.children.find((child) => child.type === 'link');
  const defined = log.definitions.find((node) => unreleasedTitle.test(`${node.label ?? node.identifier} `));
  return inline?.url ?? defined?.url;
};

/** Whether what is not released is compared with an older release than an address names. */
export const isBehind = (log: Log, url: string): boolean => {
  const [was, is] = [versionsOf(unreleasedUrl(log) ?? ''), versionsOf(url)].map((versions) => versions.at(-1));
  return was !== undefined && is !== undefined && compareVersions(was, is) < 0;
};

const unreleasedAfter = (log: Log, version: string): NewLink[] => {
  const url = unreleasedUrl(log);
  const base = versionsOf(url ?? '').at(-1);
  if (url === undefined || base === undefined || compareVersions(base, version) >= 0) return [];
  return [{ label: 'unreleased', url: replaced(url, (found) => (found === base ? version : found)) }];
};

interface Defined {
  readonly version: string;
  readonly url: string;
}

const newestBelow = (log: Log, version: string): Defined | undefined =>
  log.definitions
    .flatMap(({ label, identifier, url }) => {
      const own = versionIn(label ?? identifier);
      return own !== undefined && compareVersions(own, version) < 0 && versionsOf(url).includes(own) ? [{ version: own, url }] : [];
    })
    .sort((a, b) => compareVersions(b.version, a.version))[0];

// `…/compare/v1.0.0...HEAD` becomes `…/compare/v1.0.0...v1.1.0`.
const throughHead = (url: string, before: string, version: string): string | undefined => {
  const tag = split(url)[1]
    .split(/[/]|\.{2,3}|%0D/)
    .find((part) => versionsOf(`/${part}`).includes(before));
  if (tag === undefined || !/\bHEAD\b/.test(url) || versionsOf(url).at(-1) !== before) return undefined;
  return url.replace(/\bHEAD\b/, () => tag.replace(before, version));
};

const ownUrl = (log: Log, version: string): string | undefined => {
  const before = newestBelow(log, version);
  if (before === undefined) return undefined;
  const others = new Set(versionsOf(before.url).filter((found) => found !== before.version));
  if (others.size > 1) return undefined;
  const isTag = others.size === 0;
  const compared = isTag ? throughHead(unreleasedUrl(log) ?? '', before.version, version) : undefined;
  return compared ?? replaced(before.url, (found) => (found === before.version ? version : before.version));
};

const ownLink = (log: Log, version: string): NewLink[] => {
  const url = ownUrl(log, version);
  return url === undefined ? [] : [{ label: version, url }];
};

/** A release with the links that nobody gave it and that the file shows. */
export const withKnownLinks = <Section extends NewSection & { readonly version: string }>(log: Log, section: Section): Section => {
  const { version, links } = section;
  const has = (label: string): boolean => links.some((link) => labelKey(link.label) === labelKey(label));
  return {
    ...section,
    links: [...links, ...(has(version) ? [] : ownLink(log, version)), ...(has('unreleased') ? [] : unreleasedAfter(log, version))],
  };
};
