/** husky 5 to 9: lines in the script that husky runs, before all others, so that none of them can end it early. */
import { applySplices } from '../../generate/edit/splice.ts';
import { type Source, sourceOfText } from '../../model/source.ts';
import { blockLines } from './block.ts';
import { insertedLines, newBlockFile, onlyBlock, withoutBlock } from './block-file.ts';
import { scriptLines } from './script.ts';
import type { HookManager, HookPlan, HooksOfGit, HookView } from './view.ts';

const hooksPath = /^(?:(.*)\/)?\.husky(?:\/_)?\/?$/;

/** husky may stand in a folder below the top, and `core.hooksPath` says so. */
const scriptOf = ({ configured }: HooksOfGit): string => {
  const folder = hooksPath.exec(configured?.value ?? '')?.[1];
  return folder === undefined || folder.startsWith('/') ? '.husky/pre-commit' : `${folder}/.husky/pre-commit`;
};

const isActive = ({ configured }: HooksOfGit): boolean => configured !== undefined && hooksPath.test(configured.value);

const isUsed = ({ git, files }: HookView): boolean =>
  isActive(git) || files.has(scriptOf(git)) || /"husky"\s*:\s*"/.test(files.get('package.json') ?? '');

// Behind the first line, and behind the line by which husky before 9 starts the script once more.
const startOf = (source: Source): number => {
  const lines = source.text.split(/(?<=\n)/);
  const again = lines.findLastIndex((line) => /^\s*\.\s.*husky\.sh/.test(line)) + 1;
  const behind = again > 0 ? again : lines[0]?.startsWith('#!') ? 1 : 0;
  return source.lines[behind] ?? source.text.length;
};

const notesFor = (git: HooksOfGit): string[] => [
  ...(isActive(git) ? [] : ['husky is not active in this clone: run "npx husky" (the "prepare" script of package.json usually does).']),
  'In each linked work tree husky\'s hooks run only after "npx husky" there; until then git commits without any hook.',
];

const installIn = (path: string, before: string, lines: readonly string[]): HookPlan['changes'] => {
  const block = onlyBlock(path, before);
  if (block !== undefined && block.lines.join('\n') === lines.join('\n')) return [];
  const bare = block === undefined ? before : before.slice(0, block.start) + before.slice(block.end);
  const source = sourceOfText(path, bare);
  return [{ path, before, text: applySplices(source, [insertedLines(source, startOf(source), blockLines(lines, block))]) }];
};

const install = (view: HookView): HookPlan => {
  const path = scriptOf(view.git);
  const before = view.files.get(path);
  const lines = scriptLines(view);
  const changes = before === undefined ? [newBlockFile(path, lines, 0o755)] : installIn(path, before, lines);
  return {
    changes,
    summary: `${path}: ${changes.length === 0 ? "docgate's lines are there already" : 'installed'}`,
    notes: notesFor(view.git),
  };
};

const uninstall = ({ git, files }: HookView): HookPlan | undefined => {
  const path = scriptOf(git);
  const artifact = withoutBlock(path, files.get(path));
  return artifact && { changes: [artifact], summary: `${path}: docgate's lines are gone`, notes: [] };
};

export const husky: HookManager = { title: 'husky', files: (git) => [scriptOf(git), 'package.json'], isUsed, install, uninstall };
