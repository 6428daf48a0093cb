import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { exit } from '../../src/cli/exit.ts';
import { main } from '../../src/cli/main.ts';
import { Cancelled, openPrompts, type Prompts } from '../../src/cli/prompts.ts';
import { desk } from './editing.ts';

const enter = '\r';
const cancel = '\u001B';
const down = '\u001B[B';

/** A dialogue without a terminal: what is written to `type` are the keys that somebody presses. */
const pretended = async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  output.resume();
  const dialogue = { input, output } as unknown as { input: NodeJS.ReadStream; output: NodeJS.WriteStream };
  const prompts = (await openPrompts({ dialogue, env: {} })) as Prompts;
  const type = async (...keys: string[]): Promise<void> => {
    for (const key of keys) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      input.write(key);
    }
  };
  return { prompts, type };
};

const choices = [
  { value: 'a', label: 'First' },
  { value: 'b', label: 'Second', hint: 'the other' },
] as const;

describe('prompts', () => {
  it('are absent where nobody would answer', async () => {
    const streams = { input: new PassThrough(), output: new PassThrough() } as never;
    expect(await openPrompts({ env: {} })).toBeUndefined();
    expect(await openPrompts({ dialogue: streams, env: { CI: 'true' } })).toBeUndefined();
    expect(await openPrompts({ dialogue: streams, env: { CI: '' } })).toBeDefined();
  });

  it('answer what is typed, or what was proposed', async () => {
    const { prompts, type } = await pretended();
    const named = prompts.text({ message: 'Name?', initial: 'main' });
    await type('x', 'y', enter);
    expect(await named).toBe('xy');
    const proposed = prompts.text({ message: 'Name?', initial: 'main' });
    await type(enter);
    expect(await proposed).toBe('main');
    const agreed = prompts.confirm({ message: 'Sure?' });
    await type(enter);
    expect(await agreed).toBe(true);
    const refused = prompts.confirm({ message: 'Sure?' });
    await type('n');
    expect(await refused).toBe(false);
  });

  it('let one or several be chosen', async () => {
    const { prompts, type } = await pretended();
    const one = prompts.select({ message: 'Which?', choices });
    await type(down, enter);
    expect(await one).toBe('b');
    const initial = prompts.select({ message: 'Which?', choices, initial: 'b' });
    await type(enter);
    expect(await initial).toBe('b');
    const all = prompts.multiselect({ message: 'Which?', choices });
    await type(enter);
    expect(await all).toEqual(['a', 'b']);
    const fewer = prompts.multiselect({ message: 'Which?', choices });
    await type(' ', enter);
    expect(await fewer).toEqual(['b']);
  });

  it('hold an answer back until it is a good one', async () => {
    const { prompts, type } = await pretended();
    const answer = prompts.text({ message: 'Day?', validate: (day) => (day === '1' ? undefined : 'Not that day.') });
    await type('2', enter, '\u007F', '1', enter);
    expect(await answer).toBe('1');
  });

  it('throw when they are cancelled', async () => {
    const { prompts, type } = await pretended();
    const answers = [
      () => prompts.text({ message: 'Name?' }),
      () => prompts.confirm({ message: 'Sure?' }),
      () => prompts.select({ message: 'Which?', choices }),
      () => prompts.multiselect({ message: 'Which?', choices }),
    ];
    for (const ask of answers) {
      const cancelled = expect(ask()).rejects.toBeInstanceOf(Cancelled);
      await type(cancel);
      await cancelled;
    }
  });
});

describe('a cancelled command', () => {
  it('ends with 130', async () => {
    const printed: string[] = [];
    const { io } = desk({}, { stderr: (text) => void printed.push(text) });
    const stdin = () => Promise.reject(new Cancelled('cancelled'));
    expect(await main(['check', '-'], { ...io, stdin })).toBe(exit.cancelled);
    expect(printed.join('')).toBe('docgate: cancelled; nothing was written\n');
  });
});
