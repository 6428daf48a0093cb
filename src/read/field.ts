/** What a field is, whatever form it is written in. */
import type { ListItem } from 'mdast';
import type { Section } from '../markdown/outline.ts';
import type { Range } from '../model/source.ts';
import { headerName } from './tables.ts';

/** How a field is written. */
export type FieldForm = 'front-matter' | 'bold' | 'plain' | 'list' | 'table' | 'blank';

export interface Field {
  /** The label in lower case, words joined by hyphens. */
  readonly key: string;
  readonly label: string;
  /** The value as rendered. */
  readonly text: string;
  /** The value as written. */
  readonly raw: string;
  readonly empty: boolean;
  readonly form: FieldForm;
  readonly range: Range;
  readonly valueRange: Range;
  readonly section: Section;
  /** Fields of one block (paragraph, list, table) belong together. */
  readonly block: number;
  /** A list, code block or table follows the field's line: the label introduces it. */
  readonly introduces: boolean;
  /** The list item that holds the field, with what is nested in it. */
  readonly item?: ListItem;
}

/** `Release manager:` → `release-manager`; hints in brackets do not count. */
export const fieldKey = (label: string): string =>
  headerName(label)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
