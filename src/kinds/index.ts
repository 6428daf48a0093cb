/** The list of kinds, and the reading of a source as one of them. */
import { outlineOf } from '../markdown/outline.ts';
import type { Document, KindName } from '../model/document.ts';
import type { Source } from '../model/source.ts';
import { approvals } from './approvals.ts';
import { changelog } from './changelog.ts';
import { checklist } from './checklist.ts';
import { detectKind } from './detect.ts';
import { document } from './document.ts';
import { incident } from './incident.ts';
import { type Kind, readAs } from './kind.ts';
import { process } from './process.ts';
import { promotion } from './promotion.ts';

export const kinds: Readonly<Record<KindName, Kind>> = { checklist, approvals, incident, promotion, process, changelog, document };

/** Reads a source as the given kind, or as the kind that its content shows. */
export const readDocument = (source: Source, kind?: KindName): Document => {
  const outline = outlineOf(source);
  return readAs(kinds[kind ?? detectKind(outline)], outline);
};
