/** Regular expressions of policies, with a bound on the time of one match. */
import { createContext, runInContext } from 'node:vm';

/** Milliseconds that one match may take: long for a match, short for a person, with room for a busy machine. */
const matchLimit = 250;

interface BoundedRegExp {
  readonly test: (text: string) => boolean;
  readonly toString: () => string;
}

// Only the vm can interrupt a match. Ajv tells expressions apart by their text, hence toString.
const bounded = (pattern: string, flags: string): BoundedRegExp => {
  const expression = new RegExp(pattern, flags);
  // A context costs a millisecond: most patterns are simple and never need one.
  const bounds = (text: string): boolean =>
    runInContext('expression.test(text)', createContext({ expression, text }), { timeout: matchLimit }) as boolean;
  return {
    test: (text) => {
      if (text.length < 64 && pattern.length < 64 && !/[+*}]\)?[+*{]/.test(pattern)) return expression.test(text);
      return bounds(text);
    },
    toString: () => `/${pattern}/${flags}`,
  };
};

/** For Ajv's option `code.regExp`. */
export const boundedRegExp = Object.assign(bounded, { code: 'boundedRegExp' });
