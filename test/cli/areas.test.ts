/** Each area of the command line adds just the commands by which it is found. */
import { Command } from '@commander-js/extra-typings';
import { describe, expect, it } from 'vitest';
import { areas, areasFor } from '../../src/cli/areas.ts';
import type { Io } from '../../src/cli/io.ts';

describe('areas', () => {
  it.each(areas.map((area) => [area.commands.join(', '), area] as const))('%s', (_, { commands, add }) => {
    const program = new Command('docgate');
    add(program, { io: {} as Io, run: () => undefined, words: [] });
    expect(program.commands.map((command) => command.name())).toEqual(commands);
  });

  it('are one for the name of a command, and all for anything else', () => {
    expect(areasFor('bump').map(({ commands }) => commands)).toEqual([['changelog', 'bump']]);
    for (const word of [undefined, '--help', 'help', 'chek', 'constructor']) expect(areasFor(word)).toEqual(areas);
  });
});
