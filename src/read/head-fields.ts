/** Values of the head that some reports give a section of their own: `## Severity` and below it `High`. */
import { labelOf, plain, rangeOfNode } from '../markdown/nodes.ts';
import type { Outline, Section } from '../markdown/outline.ts';
import type { Range } from '../model/source.ts';
import { isBlank } from './blank.ts';
import { fieldKey } from './field.ts';
import { allFields } from './fields.ts';
import { bareTitle } from './section-names.ts';

export interface HeadValue {
  readonly key: string;
  readonly text: string;
  readonly empty: boolean;
  readonly valueRange: Range;
}

// The first line of the section, when it is short enough for a value.
const ofSection = (section: Section): HeadValue[] => {
  const first = section.body.find(({ type }) => type === 'paragraph' || type === 'list');
  const node = first?.type === 'list' ? first.children[0] : first;
  if (section.heading === undefined || node === undefined) return [];
  const text = node.type === 'listItem' ? labelOf(node) : plain(node);
  return text.length > 80 ? [] : [{ key: fieldKey(bareTitle(section.title)), text, empty: isBlank(text), valueRange: rangeOfNode(node) }];
};

/** The first field of a name, filled in if there is one; else the section of that name, when its text is such a value. */
export const headOrSection = (outline: Outline, name: RegExp, isValue: (text: string) => boolean): HeadValue | undefined => {
  const named = allFields(outline).filter(({ key }) => name.test(key));
  const field = named.find(({ empty }) => !empty) ?? named[0];
  return field ?? outline.sections.flatMap(ofSection).find(({ key, text }) => name.test(key) && isValue(text));
};
