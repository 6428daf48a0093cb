/** Times that open a text: `2026-01-05 10:02 - Alert fired`, `10:02 UTC: …`, and what a template left in their place. */
import type { Time } from '../model/parts/time.ts';
import { offsetPattern } from './relative-time.ts';
import { findTime } from './time.ts';

const templateTime = /^(?:\d{4}-\d{2}-\d{2} )?[Hh]{2}:[Mm]{2}\b|^[Yy]{4}-[Mm]{2}-[Dd]{2}|^T\+/;

const lead =
  /^(?:[\s~≈約*_`(["']|(?:at|on|by|from|around|about|approx(?:imately|\.)?|roughly|circa|ca\.?|kl\.?|um|gegen|ab|à|vers|a las|às|hacia) |(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]? )*$/i;

// A time that opens the text: a few characters of mark-up may precede it, words may not.
export const openingTime = (text: string): { time: Time; rest: string; index: number; length: number } | undefined => {
  const residue = offsetPattern.exec(text)?.[0].trimEnd() ?? templateTime.exec(text)?.[0];
  const found = residue === undefined || /^\d/.test(residue) ? findTime(text) : undefined;
  if (found !== undefined && lead.test(text.slice(0, found.index))) {
    const rest = text
      .slice(found.index + found.length)
      .replace(/^(?:\s*[-–—〜~]\s*\d{1,2}[:.]\d{2}(?: (?:UTC|GMT|[A-Z]{3,4}T))?)?[\s)\]"'`*_]*(?:Uhr\b\s*)?(?:[-–—:：|〜]+|頃)?\s*/, '');
    return { time: found.time, rest, index: found.index, length: found.length };
  }
  if (residue === undefined) return undefined;
  return {
    time: { raw: residue, precision: 'unknown' },
    rest: text.slice(residue.length).replace(/^\S*\s*[-–—:]*\s*/, ''),
    index: 0,
    length: residue.length,
  };
};
