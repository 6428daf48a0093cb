/** Metadata fields, whatever form they are written in. */
import { boolean, object, type Static, string } from '../shape.ts';

export const fieldShape = object(
  'A metadata field.',
  { label: string('The label as written.'), raw: string('The value as written.') },
  { value: string('The value as rendered; absent when nothing is filled in.'), empty: boolean('Nothing is filled in.') },
);

export type FieldModel = Static<typeof fieldShape>;
