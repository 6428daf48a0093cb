/** Each area of the command line adds just the commands by which it is found. */
import { Command } from '@commander-js/extra-typings';
import { describe, expect, it } from 'vitest';
import { areas, areasFor } from '../../src/cli/areas.ts';
import type { Io } from '../../src/cli/io.ts';

describe('areas', () => {
  it.each(areas.map((area) => [area.commands.join(', '), area] as const))('%s', async (_, { commands, load }) => {
    const program = new Command('docgate');
    (await load())(program, { io: {} as Io, run: () => undefined });
    expect(program.commands.map((command) => command.name())).toEqual(commands);
  });

  it('are one for the name of a command, and all for anything else', () => {
    expect(areasFor('bump').map(({ commands }) => commands)).toEqual([['changelog', 'bump']]);
    for (const word of [undefined, '--help', 'help', 'chek', 'constructor']) expect(areasFor(word)).toEqual(areas);
  });
});
