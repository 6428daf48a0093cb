/** The shell lines that find docgate and run it: POSIX sh, as dash reads it. */
import type { HookView } from './view.ts';

/** A word of the shell that stands for exactly this text. */
export const quoteWord = (text: string): string => (/^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

const binary = 'node_modules/.bin/docgate';

type Work = Pick<HookView, 'folder' | 'config'>;

const candidates = ({ folder }: Work): string[] => (folder === '' ? [binary] : [quoteWord(`${folder}/${binary}`), binary]);

const command = ({ folder, config }: Work): string =>
  [
    '"$docgate" hook run',
    ...(folder === '' ? [] : ['--cwd', quoteWord(folder)]),
    ...(config === undefined ? [] : ['--config', quoteWord(config)]),
  ].join(' ');

const absent =
  'docgate: not found in node_modules/.bin or on the PATH, so the commit is blocked. Install it: npm install --save-dev docgate';
const withoutNode =
  'docgate: Node.js is not on the PATH of this program, so the commit is blocked. Install Node.js 20.19 or newer, or commit from a terminal.';

/**
 * Lines that judge what is staged and end the script with 1 unless it passes. They run at the top of the work tree, as all hooks do.
 * No braces and no doubled quotes within quotes: lefthook has a meaning of its own for braces.
 */
export const scriptLines = (work: Work): readonly string[] => [
  ...candidates(work).map((path, index) => `${index === 0 ? 'if' : 'elif'} [ -x ${path} ]; then docgate=${path}`),
  'else docgate=$(command -v docgate) || docgate=',
  'fi',
  'if [ -z "$docgate" ]; then',
  `  echo "${absent}" >&2`,
  '  exit 1',
  'fi',
  'if ! command -v node >/dev/null 2>&1; then',
  `  echo "${withoutNode}" >&2`,
  '  exit 1',
  'fi',
  `${command(work)} || exit 1`,
];
