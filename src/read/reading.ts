/** What readers are: functions from an outline to located data, each with the shape of what it yields. */
import type { Outline } from '../markdown/outline.ts';
import { type Tree, unzip } from '../model/located.ts';
import type { Shape } from '../model/shape.ts';

/** Reads one part of a document. What is absent is left out; what is malformed stays as it was written. */
export interface Reader<T, Optional extends boolean = boolean> {
  readonly shape: Shape<T>;
  readonly read: (outline: Outline) => Tree<T> | (Optional extends true ? undefined : never);
  /** The part may be absent. */
  readonly optional: Optional;
}

/** A part that every document has, if only as an empty list. */
export const reader = <T>(shape: Shape<T>, read: (outline: Outline) => Tree<T>): Reader<T, false> => ({ shape, read, optional: false });

/** A part that a document may lack. */
export const perhaps = <T>(shape: Shape<T>, read: (outline: Outline) => Tree<T> | undefined): Reader<T, true> => ({
  shape,
  read,
  optional: true,
});

/** A reader for each property of D, optional where the property is. */
export type ReadersOf<D> = { readonly [K in keyof D]-?: Reader<NonNullable<D[K]>, undefined extends D[K] ? true : false> };

/** What a reader yields, without the places. */
export const dataOf = <T>(part: Reader<T, false>, outline: Outline): T => unzip<T>(part.read(outline)).data;
