/** Mentions: `@names` on which a platform notifies somebody. */

/** Where a text mentions somebody; the source of a pattern, to stand alone or among others. */
export const mention = String.raw`(?<![\w/.+-])@[A-Za-z\d][\w-]*(?:\/[\w.-]+)?`;

/** A mention in a code span: the platform shows it and notifies nobody. `after`: the letter that follows must not widen the span. */
export const quieted = (found: string, after: string | undefined): string => `\`${found}\`${after === '`' ? ' ' : ''}`;

const mentions = new RegExp(`(?<!\`)${mention}`, 'g');

/** The text with each `@name` outside of code in a code span. */
export const withoutMentions = (text: string): string => {
  const parts = text.split(/(`+[^`]*`+)/);
  const quiet = (part: string, index: number): string =>
    part.replace(mentions, (found, at: number) => quieted(found, `${part}${parts[index + 1] ?? ''}`[at + found.length]));
  return parts.map((part, index) => (index % 2 === 1 ? part : quiet(part, index))).join('');
};
