/** What readers are: functions from an outline to located data, each with the shape of what it yields. */

import type { Outline } from '../markdown/outline.ts';
import type { Tree } from '../model/located.ts';
import type { Shape } from '../model/shape.ts';

/** Reads one part of a document. What is absent is left out; what is malformed stays as it was written. */
export interface Reader<T> {
  readonly shape: Shape<T>;
  readonly read: (outline: Outline) => Tree<T> | undefined;
  /** The part may be absent. */
  readonly optional: boolean;
}

/** A part that every document has, if only as an empty list. */
export const reader = <T>(shape: Shape<T>, read: (outline: Outline) => Tree<T>): Reader<T> => ({ shape, read, optional: false });

/** A part that a document may lack. */
export const perhaps = <T>(shape: Shape<T>, read: (outline: Outline) => Tree<T> | undefined): Reader<T> => ({
  shape,
  read,
  optional: true,
});
