/** Fields that a template leaves blank and a value is given for: `**Version:** ____`. */
import type { Outline } from '../../markdown/outline.ts';
import type { Field } from '../../read/field.ts';
import { allFields } from '../../read/fields.ts';
import { isSignOffSection } from '../../read/section-names.ts';
import { isInstructions } from '../../read/silent-titles.ts';
import { escapeText } from '../edit/plain-text.ts';
import type { Splice } from '../edit/splice.ts';
import { markName, type Values } from './named-marks.ts';

// `Release: ____` asks for the version; who signs writes the date of the signature.
const nameOf = ({ key, section, form }: Field): string => {
  const name = key === 'release' ? 'version' : markName(key);
  return name === 'date' && form !== 'front-matter' && isSignOffSection(section) ? '' : name;
};

const written = (field: Field, value: string): string => {
  if (field.form === 'front-matter') return JSON.stringify(value);
  const text = escapeText(value);
  return field.raw.trim() === '' ? (field.form === 'table' ? ` ${text} ` : text) : text;
};

// Where nothing stands, a space parts the label from its value.
const filled = (outline: Outline, field: Field, value: string): Splice => {
  const { start, end } = field.valueRange;
  const { text } = outline.source;
  const apart = start === end && field.form !== 'table' && !/[ \t]$/.test(text.slice(0, start)) ? ' ' : '';
  return { start, end, text: `${apart}${written(field, value)}` };
};

// An empty cell has no range of its own that a value could take.
const isFillable = (field: Field): boolean => field.empty && !field.introduces && !(field.form === 'table' && field.raw.trim() === '');

/** Fills the blank fields that a value is given for. */
export const fieldSplices = (outline: Outline, values: Values): Splice[] =>
  allFields(outline)
    .filter((field) => isFillable(field) && !isInstructions(field.section))
    .flatMap((field) => {
      const value = values.get(nameOf(field));
      return value === undefined ? [] : [filled(outline, field, value)];
    });

/** The names that blank fields ask for. */
export const blankNames = (outline: Outline): string[] =>
  allFields(outline)
    .filter((field) => isFillable(field))
    .map(nameOf)
    .filter((name) => name !== '');
