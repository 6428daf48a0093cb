/** Questions on a terminal; without one nobody is asked. */
import type { Io } from './io.ts';

/** Somebody pressed Ctrl-C or Escape: the command ends with exit code 130 and has written nothing. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

export interface TextQuestion {
  readonly message: string;
  /** What Enter alone answers. */
  readonly initial?: string;
  /** What is wrong with an answer, or undefined. */
  readonly validate?: (answer: string) => string | undefined;
}

export interface ConfirmQuestion {
  readonly message: string;
  /** true without it. */
  readonly initial?: boolean;
}

export interface SelectQuestion<Value extends string> {
  readonly message: string;
  readonly choices: readonly Choice<Value>[];
  readonly initial?: Value;
}

export interface MultiselectQuestion<Value extends string> {
  readonly message: string;
  readonly choices: readonly Choice<Value>[];
  /** What is chosen at first; everything without it. */
  readonly initial?: readonly Value[];
  /** Whether something has to be chosen; false without it. */
  readonly required?: boolean;
}

/** Each resolves to the answer and throws `Cancelled` where there is none. */
export interface Prompts {
  readonly text: (question: TextQuestion) => Promise<string>;
  readonly confirm: (question: ConfirmQuestion) => Promise<boolean>;
  readonly select: <Value extends string>(question: SelectQuestion<Value>) => Promise<Value>;
  readonly multiselect: <Value extends string>(question: MultiselectQuestion<Value>) => Promise<readonly Value[]>;
}

type Clack = typeof import('@clack/prompts');

const answered = <Answer>(answer: Answer | Clack['CANCEL_SYMBOL']): Answer => {
  if (typeof answer === 'symbol') throw new Cancelled('cancelled');
  return answer;
};

// Its types ask for an optional label of strings; a function cannot tell that its own Value is one.
const optionsOf = <Value extends string>(choices: readonly Choice<Value>[]) =>
  choices.map(({ value, label, hint }) => ({ value, label, ...(hint !== undefined && { hint }) })) as Parameters<
    typeof import('@clack/prompts').select<Value>
  >[0]['options'];

const promptsOn = (clack: Clack, streams: NonNullable<Io['dialogue']>): Prompts => ({
  text: async ({ message, initial, validate }) =>
    answered(
      await clack.text({
        ...streams,
        message,
        ...(initial !== undefined && { placeholder: initial, defaultValue: initial }),
        ...(validate && { validate: (answer) => validate(answer || (initial ?? '')) }),
      }),
    ),
  confirm: async ({ message, initial = true }) => answered(await clack.confirm({ ...streams, message, initialValue: initial })),
  select: async ({ message, choices, initial }) =>
    answered(
      await clack.select({ ...streams, message, options: optionsOf(choices), ...(initial !== undefined && { initialValue: initial }) }),
    ),
  multiselect: async ({ message, choices, initial = choices.map(({ value }) => value), required = false }) =>
    answered(await clack.multiselect({ ...streams, message, options: optionsOf(choices), initialValues: [...initial], required })),
});

/** Prompts on the terminal; undefined where there is none, or in CI, where nobody would answer. */
export const openPrompts = async ({ dialogue, env }: Pick<Io, 'dialogue' | 'env'>): Promise<Prompts | undefined> =>
  dialogue === undefined || (env['CI'] ?? '') !== '' ? undefined : promptsOn(await import('@clack/prompts'), dialogue);
