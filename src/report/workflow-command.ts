/** Workflow commands: lines that GitHub's runner obeys, wherever they stand in a log. */
import { createHash } from 'node:crypto';
import { makeVisible } from './visible.ts';

export const levels = ['error', 'warning', 'notice'] as const;

export type Level = (typeof levels)[number];

/** Values by their names; what is undefined is left out. */
export type Properties = Readonly<Record<string, string | number | undefined>>;

const escapeData = (text: string): string => makeVisible(text, '\n').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** An annotation, as a line without its line feed. */
export const writeCommand = (level: Level, properties: Properties, message: string): string => {
  const list = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${level} ${list.join(',')}::${escapeData(message)}`;
};

/** A word that the text cannot hold: its own digest. */
export const absentFrom = (text: string): string => `docgate-${createHash('sha256').update(text).digest('hex')}`;

/** The text for a log, with commands switched off in it: a document's words must not command the runner. */
export const withoutCommands = (text: string): string => {
  const token = absentFrom(text);
  return `::stop-commands::${token}\n${text}::${token}::\n`;
};
