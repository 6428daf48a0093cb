/** Regular expressions of policies, with a bound on the time of one match. */
import { createContext, Script } from 'node:vm';

/** Milliseconds that one match may take: long for a match, short for a person, with room for a busy machine. */
const matchLimit = 250;

interface BoundedRegExp {
  readonly test: (text: string) => boolean;
  readonly toString: () => string;
}

// One quantifier, and none on a group, takes at most the square of the text's length. All else may take forever: `^(\w|\d)+$`, `a?a?a?…aaa`.
const isSimple = (pattern: string): boolean => !/\)[+*{?]/.test(pattern) && (pattern.match(/(?<!\()[+*{?]/g) ?? []).length < 2;

/** Tests texts in a context of its own: only the vm can interrupt a match. */
const interruptible = (expression: RegExp): ((text: string) => boolean) => {
  const given = { expression, text: '' };
  const context = createContext(given);
  const script = new Script('expression.test(text)');
  return (text) => {
    given.text = text;
    return script.runInContext(context, { timeout: matchLimit }) as boolean;
  };
};

// Ajv tells expressions apart by their text, hence toString.
const bounded = (pattern: string, flags: string): BoundedRegExp => {
  const expression = new RegExp(pattern, flags);
  let patient: ((text: string) => boolean) | undefined;
  return {
    test: (text) => {
      if (isSimple(pattern) && text.length < 1000) return expression.test(text);
      // A context costs a millisecond, so it is made when it is needed.
      patient ??= interruptible(expression);
      return patient(text);
    },
    toString: () => `/${pattern}/${flags}`,
  };
};

/** For Ajv's option `code.regExp`. */
export const boundedRegExp = Object.assign(bounded, { code: 'boundedRegExp' });
