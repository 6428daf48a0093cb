/** Text with the hyphens and spaces that keyboards have: word processors set ones that do not break. */

/** The same text, character for character, so that positions stay. */
export const folded = (text: string): string => text.replace(/[\u2010\u2011\u2212]/g, '-').replace(/[\u00A0\u2009\u202F]/g, ' ');
