/** What readers are: functions from an outline to located data, each with the shape of what it yields. */
import type { Tree } from '../model/located.ts';
import type { Shape } from '../model/shape.ts';
import type { Outline } from '../markdown/outline.ts';

/** Reads one part of a document. What is absent is left out; what is malformed stays as it was written. */
export interface Reader<In, T> {
  readonly shape: Shape<T>;
  readonly read: (input: In) => Tree<T> | undefined;
}

export const reader = <In, T>(shape: Shape<T>, read: (input: In) => Tree<T> | undefined): Reader<In, T> => ({ shape, read });

export type OutlineReader<T> = Reader<Outline, T>;
