/** The state of a check-list item: what its box and its words say. */
import type { ListItem } from 'mdast';
import { labelOf, plain, rangeOfNode } from '../markdown/nodes.ts';
import type { Range, Source } from '../model/source.ts';
import { crosses, waits } from './glyphs.ts';
import { saysOpen } from './state-words.ts';

export interface Mark {
  readonly state: 'open' | 'done' | 'not-applicable' | 'malformed';
  /** The label without markers. */
  readonly text: string;
  readonly reason?: string;
}

const head = /^(?:[-*+]|\d{1,9}[.)])[ \t]*(?:(?:\r\n|\n|\r)[ \t>]*)?/;
const gfmBox = /^\[[ \txX\r\n]\]/;
const dialectBox = /^(?:~~)?\[(?:~|n\/?a|N\/?A)\](?=\s|~)/;
const struckBox = /^~~\[[ xX]?\](?=\s)/;

/** The range of an item's box, computed from the source: children start before or after it (see docs/reading.md). */
export const boxOf = (source: Source, item: ListItem): Range | undefined => {
  const start = rangeOfNode(item).start;
  const raw = source.text.slice(start, start + 400);
  const lead = head.exec(raw)?.[0].length ?? 0;
  const rest = raw.slice(lead);
  const box = item.checked != null ? gfmBox.exec(rest) : startsWithText(item) ? (dialectBox.exec(rest) ?? struckBox.exec(rest)) : null;
  if (box === null) return item.checked == null ? undefined : { start: start + lead, end: start + lead + 3 };
  const skip = box[0].startsWith('~~') ? 2 : 0;
  return { start: start + lead + skip, end: start + lead + box[0].length };
};

const startsWithText = (item: ListItem): boolean => {
  const first = item.children[0];
  if (first?.type !== 'paragraph') return false;
  const inline = first.children[0];
  return inline?.type === 'text' || inline?.type === 'delete';
};

// `~~Run X~~ Run Y instead` is still work to do: only nothing, a separator or a denial may follow what is struck.
const isStruck = (item: ListItem): boolean => {
  const first = item.children[0];
  if (first?.type !== 'paragraph' || first.children[0]?.type !== 'delete') return false;
  const rest = plain(first.children.slice(1));
  return (
    rest === '' ||
    /^(?:[:–—(-]|(?:no|not|n\/?a|none|skipped|because|since|already|out of scope|see|nicht|kein\w*|entfällt|weil|não|nao|sem|non|pas|sans|sin|porque)\b|不)/iu.test(
      rest,
    )
  );
};

// Without brackets the words need a separator: "N/A values are handled" is work to do, "N/A: no database" is not.
const leadingMark =
  /^(?:\(\s*n\/?a\s*(?:[:,–—-]\s*([^)]*))?\)\s*(?:[:–—-]+\s*)?|(?:n\/?a|not applicable|skipped|inapplicable)(?:\s*[:–—-]+(?:\s+|$)|\s*\.?$))/i;
const trailingMark =
  /\s*(?:\(\s*(?:n\/?a|not applicable)\s*(?:[:,–—-]\s*([^)]*))?\)|(?:–|—|--| -)\s*(?:n\/a|not applicable)\s*(?:[:,–—-]\s*(.*))?)\s*\.?$/i;

interface NotApplicable {
  readonly text: string;
  readonly reason?: string | undefined;
}

const wordsOf = (label: string): NotApplicable | undefined => {
  const lead = leadingMark.exec(label);
  if (lead !== null) {
    const rest = label.slice(lead[0].length).trim();
    return { text: rest || label, reason: lead[1] ?? (lead[0].startsWith('(') || rest === '' ? undefined : rest) };
  }
  const tail = trailingMark.exec(label);
  if (tail === null) return undefined;
  return { text: label.slice(0, tail.index).trim() || label, reason: tail[1] ?? tail[2] };
};

// What follows a struck label gives the reason: `~~Run load test~~ no API endpoints`.
const struckReason = (item: ListItem): string | undefined => {
  const first = item.children[0];
  if (first?.type !== 'paragraph') return undefined;
  const rest = plain(first.children.filter((child) => child.type !== 'delete'));
  return rest.replace(/^[\s:–—-]+/, '').replace(/^\[[^\]]*\]\s*/, '') || undefined;
};

const reasonLine = (item: ListItem): string | undefined => {
  const lines = item.children
    .filter((child) => child.type === 'paragraph')
    .flatMap((child) => /\bReason:\s*(.+)$/i.exec(plain(child))?.[1] ?? []);
  return lines[0];
};

// `[x] Load test ❌`: a mark that ends the words, or has a remark behind it, takes the tick back.
const crossedBehind = new RegExp(`\\s[${crosses}${waits}]\\uFE0F?\\s*(?:\\([^()]*\\)\\s*)?$`, 'u');
// `[x] ❌ Load test`: so does a cross before them. `[x] ❌ No plain passwords` is a rule that is kept.
const crossedBefore = new RegExp(`^[${crosses}⏳⌛]\\uFE0F?\\s+(?!(?:do(?:n[’']t| not)|never|avoid|no|any|not|without)\\b)`, 'iu');
// `[x] TLS 🚧 BLOCKED: no domain`: so does one that words of state repeat.
const crossedWithin = new RegExp(`\\s[${crosses}${waits}🔴⚠]\\uFE0F?\\s+(\\S.*)$`, 'u');

const isTakenBack = (label: string): boolean => {
  const repeated = crossedWithin.exec(label)?.[1];
  return crossedBehind.test(label) || crossedBefore.test(label) || (repeated !== undefined && saysOpen(repeated) !== undefined);
};

/** What an item says of itself. */
export const markOf = (source: Source, item: ListItem): Mark => {
  const label = labelOf(item).replace(/\s+\**Evidence\**\s*:\s.*$/, '');
  const box = boxOf(source, item);
  const written = box === undefined ? '' : source.text.slice(box.start, box.end);
  const dialect = item.checked == null;
  const bare = dialect ? label.replace(/^\[[^\]]*\]\s*/, '') : label;
  if (/^\[[ xX]?\](?:\s|$)/.test(label) && !dialect) return { state: 'malformed', text: label };
  const words = wordsOf(bare);
  if (dialect && /n\/?a|~/i.test(written)) return withReason(words?.text ?? bare, words?.reason ?? reasonInText(bare) ?? reasonLine(item));
  if (isStruck(item)) return withReason(words?.text ?? bare, words?.reason ?? struckReason(item) ?? reasonLine(item));
  if (words !== undefined) return withReason(words.text, words.reason ?? reasonLine(item));
  return { state: item.checked === true && !isTakenBack(bare) ? 'done' : 'open', text: bare };
};

const saysWhy = (reason: string | undefined): reason is string =>
  reason !== undefined && !/^\W*(?:not applicable|n\/?a)?\W*$/i.test(reason);

const withReason = (text: string, reason: string | undefined): Mark => ({
  state: 'not-applicable',
  text,
  ...(saysWhy(reason) && { reason: reason.trim() }),
});

// `[~] Load test (no load on this service)` or `[~] Load test — no load on this service`.
const reasonInText = (text: string): string | undefined =>
  /(?:\(([^()]*\S\s+\S[^()]*)\)|\s[–—-]\s(.+)|:\s(.+))\s*$/
    .exec(text)
    ?.slice(1)
    .find((group) => group !== undefined);
