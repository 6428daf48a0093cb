/** The hook of plain git: a file of docgate's own that runs whatever stood in its place before, under another name, first. */
import { UsageError } from '../../model/usage-error.ts';
import { type Block, blockLines, findBlocks } from './block.ts';
import { scriptLines } from './script.ts';
import type { HookManager, HookPlan, HooksOfGit, HookView, Move } from './view.ts';

const name = 'pre-commit';

const pathOf = ({ folder }: HooksOfGit, file: string): string => `${folder}/${file}`;

const keptName = (names: readonly string[], count = 1): string => {
  const kept = `${name}.before-docgate${count === 1 ? '' : `-${count}`}`;
  return names.includes(kept) ? keptName(names, count + 1) : kept;
};

const chainLines = (kept: string | undefined): readonly string[] =>
  kept === undefined ? [] : [`before=$(dirname "$0")/${kept}`, 'if [ -x "$before" ]; then "$before" "$@" || exit; fi'];

const hookText = (view: HookView, kept: string | undefined): string =>
  [
    '#!/bin/sh',
    ...blockLines([
      '# Written by "docgate hook install"; "docgate hook uninstall" takes it away and puts back what stood here before.',
      ...chainLines(kept),
      ...scriptLines(view),
    ]),
    '',
  ].join('\n');

interface Own {
  readonly text: string;
  readonly kept: string | undefined;
}

const keptIn = ({ lines }: Block): string | undefined =>
  lines
    .map((line) => /^before=\$\(dirname "\$0"\)\/(pre-commit\.before-docgate(?:-\d+)?)$/.exec(line)?.[1])
    .find((kept) => kept !== undefined);

/** The present hook, if all of it was written by docgate. */
const ownHook = ({ current }: HooksOfGit): Own | undefined => {
  const [block] = findBlocks(current ?? '');
  if (current === undefined || block === undefined) return undefined;
  const whole = block.intact && current === `#!/bin/sh\n${current.slice(block.start, block.end)}`;
  return whole ? { text: current, kept: keptIn(block) } : undefined;
};

const refuseForeignFolder = ({ configured, folder }: HooksOfGit): void => {
  if (configured === undefined) return;
  if (configured.everywhere)
    throw new UsageError(
      `core.hooksPath is ${configured.value} for all your repositories, and a hook there would run in each. Give this one its own: git config core.hooksPath .githooks`,
    );
  if (/[\\/]\.husky[\\/]_$/.test(folder))
    throw new UsageError(`core.hooksPath is ${configured.value}, whose files husky writes anew. Use: docgate hook install --manager husky`);
};

const marked = ({ current }: HooksOfGit): boolean => (current ?? '').includes('# docgate hook: begin');

const notesFor = ({ linked, configured, folder }: HooksOfGit): string[] => [
  ...(configured === undefined ? [] : [`core.hooksPath is ${configured.value}: git takes its hooks from ${folder}.`]),
  ...(linked && configured === undefined
    ? ['The linked work trees of a repository share this hook; each needs docgate in its node_modules, or on the PATH.']
    : []),
];

const renewed = (view: HookView, { text, kept }: Own): HookPlan => {
  const path = pathOf(view.git, name);
  const now = hookText(view, kept);
  const notes = notesFor(view.git);
  if (now === text) return { changes: [], summary: `${path}: docgate's hook is there already`, notes };
  return { changes: [{ path, before: text, text: now }], summary: `${path}: renewed`, notes };
};

const install = (view: HookView): HookPlan => {
  const { git } = view;
  refuseForeignFolder(git);
  const own = ownHook(git);
  if (own !== undefined) return renewed(view, own);
  const path = pathOf(git, name);
  if (marked(git)) return { changes: [], summary: `${path}: docgate's hook is there, changed by hand; it was left as it is`, notes: [] };
  const kept = git.names.includes(name) ? keptName(git.names) : undefined;
  const moves: Move[] = kept === undefined ? [] : [{ from: path, to: pathOf(git, kept) }];
  return {
    changes: [...moves, { path, before: undefined, text: hookText(view, kept), mode: 0o755 }],
    summary: `${path}: installed${kept === undefined ? '' : `; the hook before it is kept as ${kept} and runs first`}`,
    notes: notesFor(git),
  };
};

const uninstall = ({ git }: HookView): HookPlan | undefined => {
  const path = pathOf(git, name);
  const own = ownHook(git);
  if (own === undefined && marked(git))
    throw new UsageError(`${path}: The hook was changed after docgate wrote it, so it is left as it is. Take docgate's lines out by hand.`);
  if (own === undefined) return undefined;
  const { text, kept } = own;
  const back = kept !== undefined && git.names.includes(kept);
  return {
    changes: [{ path, before: text, text: undefined, mode: 0o755 }, ...(back ? [{ from: pathOf(git, kept), to: path }] : [])],
    summary: `${path}: ${back ? 'the hook before docgate is back' : 'removed'}`,
    notes: kept === undefined || back ? [] : [`${kept}, the hook before docgate, is gone, so there was nothing to put back.`],
  };
};

export const plainGit: HookManager = { title: 'plain git', files: () => [], isUsed: () => false, install, uninstall };
