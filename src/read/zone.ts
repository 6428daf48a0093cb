/** The zone a document states for its times: `All times in CET.`, `## Timeline (UTC)`, `Time (UTC)`. */
import { plain } from '../markdown/nodes.ts';
import type { Outline, Section } from '../markdown/outline.ts';
import type { Time } from '../model/parts/time.ts';

export interface StatedZone {
  readonly zone: string;
  readonly source: 'header' | 'section' | 'document';
}

const name =
  '((?:UTC|GMT)(?:[+-]\\d{1,2}(?::?\\d{2})?)?|CES?T|WES?T|EES?T|BST|IST|JST|KST|AE[SD]T|[PMCE][SD]?T|[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+)(?![A-Za-z])';
const inSentence = new RegExp(
  `\\b(?:all\\s+)?times?(?:\\s+\\w+){0,3}(?:\\s+(?:in|are)|:)?\\s+(?:in\\s+)?(?:the\\s+)?(?:[A-Z][a-z]+ ){0,4}\\(?${name}`,
  'i',
);
const inBrackets = new RegExp(`[(（]\\s*(?:(?:all )?times?(?: are)?(?: in)? )?${name}\\s*[)）]`);

/** The zone in a heading or column title, such as `Time (UTC)`. */
export const zoneInTitle = (title: string): string | undefined => inBrackets.exec(title)?.[1];

const zoneInBody = (section: Section): string | undefined =>
  section.body
    .filter((node) => node.type === 'paragraph')
    .map((node) => inSentence.exec(plain(node))?.[1])
    .find((zone) => zone !== undefined);

/** The zone that holds for a section: its own statement, an enclosing title's, or the document's first one. */
export type ZoneOf = (section: Section) => StatedZone | undefined;

/** Looks up the zones of a document's sections; what is stated anywhere is looked for once. */
export const zonesIn = (outline: Outline): ZoneOf => {
  let anywhere: { readonly zone: string | undefined } | undefined;
  return (section) => {
    const own = zoneInBody(section) ?? section.path.map(zoneInTitle).findLast((zone) => zone !== undefined);
    if (own !== undefined) return { zone: own, source: 'section' };
    anywhere ??= { zone: outline.sections.map(zoneInBody).find((zone) => zone !== undefined) };
    return anywhere.zone === undefined ? undefined : { zone: anywhere.zone, source: 'document' };
  };
};

/** A time with the stated zone where it has none of its own. */
export const withZone = (time: Time, stated: StatedZone | undefined): Time =>
  stated === undefined || time.zone !== undefined || time.time === undefined
    ? time
    : { ...time, zone: stated.zone, zoneSource: stated.source };
