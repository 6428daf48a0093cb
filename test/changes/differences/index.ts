/** Where other tools tell the edge repository otherwise than docgate. */
import type { PeerName } from '../peers.ts';
import { autoChangelog } from './auto-changelog.ts';
import { conventionalChangelog } from './conventional-changelog.ts';
import type { Difference } from './difference.ts';
import { gitCliff } from './git-cliff.ts';

export const differences: Readonly<Record<PeerName, readonly Difference[]>> = {
  'git-cliff': gitCliff,
  'conventional-changelog': conventionalChangelog,
  'auto-changelog': autoChangelog,
};
