/** The areas of the command line: only those are built whose commands are asked for, and all of them for help. */
import { addChangelog } from './program/changelog.ts';
import { addCheck } from './program/check.ts';
import type { AddCommands } from './program/common.ts';
import { addEditors } from './program/editors.ts';
import { addExplainers } from './program/explainers.ts';
import { addGenerators } from './program/generators.ts';
import { addInit } from './program/init.ts';
import { addNew } from './program/new.ts';
import { addPublishing } from './program/publishing.ts';
import { addReaders } from './program/readers.ts';
import { addSetup } from './program/setup.ts';

export interface Area {
  readonly commands: readonly string[];
  readonly add: AddCommands;
}

/** In the order of the help. */
export const areas: readonly Area[] = [
  { commands: ['check'], add: addCheck },
  { commands: ['status', 'inspect'], add: addReaders },
  { commands: ['explain', 'schema', 'policy'], add: addExplainers },
  { commands: ['tick', 'sign', 'revoke'], add: addEditors },
  { commands: ['template'], add: addGenerators },
  { commands: ['new'], add: addNew },
  { commands: ['hook'], add: addSetup },
  { commands: ['init'], add: addInit },
  { commands: ['changelog', 'bump'], add: addChangelog },
  { commands: ['notes', 'notice', 'metrics'], add: addPublishing },
];

/** The areas that a command line needs, by its first word. */
export const areasFor = (word: string | undefined): readonly Area[] => {
  const own = areas.filter(({ commands }) => word !== undefined && commands.includes(word));
  return own.length === 0 ? areas : own;
};
