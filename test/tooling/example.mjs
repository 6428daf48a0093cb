/** Checks the example repository and says what the exit code means. */
import { spawnSync } from 'node:child_process';

const root = new URL('../..', import.meta.url).pathname;
const args = ['dist/bin.js', 'check', '--cwd', 'docs/examples/webshop', '--as-of', '2026-01-08T12:00:00Z'];
console.log(`$ docgate ${args.slice(1).join(' ')}\n`);
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
console.log(`\nExit code ${status}: a pre-commit hook or a CI job would ${status === 0 ? 'go on' : 'stop'} here.`);
// The example is there to show findings: anything else is a failure of the example itself.
process.exitCode = status === 1 ? 0 : 1;
