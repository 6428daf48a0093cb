/** The areas of the command line: each is loaded when one of its commands is asked for, all of them for help. */
import type { Command } from '@commander-js/extra-typings';
import type { Running } from './program/common.ts';

/** Adds the commands of an area to the program. */
export type AddCommands = (program: Command, running: Running) => void;

export interface Area {
  readonly commands: readonly string[];
  readonly load: () => Promise<AddCommands>;
}

/** In the order of the help. */
export const areas: readonly Area[] = [
  { commands: ['check'], load: async () => (await import('./program/check.ts')).addCheck },
  { commands: ['status', 'inspect'], load: async () => (await import('./program/readers.ts')).addReaders },
  { commands: ['explain', 'schema', 'policy'], load: async () => (await import('./program/explainers.ts')).addExplainers },
  { commands: ['tick', 'sign', 'revoke'], load: async () => (await import('./program/editors.ts')).addEditors },
  { commands: ['template'], load: async () => (await import('./program/generators.ts')).addGenerators },
  { commands: ['new'], load: async () => (await import('./program/new.ts')).addNew },
  { commands: ['hook'], load: async () => (await import('./program/setup.ts')).addSetup },
  { commands: ['init'], load: async () => (await import('./program/init.ts')).addInit },
  { commands: ['changelog', 'bump'], load: async () => (await import('./program/changelog.ts')).addChangelog },
  { commands: ['notes', 'notice', 'metrics'], load: async () => (await import('./program/publishing.ts')).addPublishing },
];

/** The areas that a command line needs, by its first word. */
export const areasFor = (word: string | undefined): readonly Area[] => {
  const own = areas.filter(({ commands }) => word !== undefined && commands.includes(word));
  return own.length === 0 ? areas : own;
};
