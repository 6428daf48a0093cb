/** Ratios measured side by side in one run: start-up and check against bare Node, git facts against git log. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rounds = Number(process.argv[2] ?? 15);

const commands = {
  'node -e 0': ['-e', '0'],
  'docgate --version': ['dist/bin.js', '--version'],
  'docgate check, one checklist of 1 KB': [
    'dist/bin.js',
    'check',
    '--cwd',
    'docs/examples/webshop',
    'docs/releases/1.4.0/checklist.md',
    '-q',
  ],
  'docgate check, nine documents': ['dist/bin.js', 'check', '--cwd', 'docs/examples/webshop', '--no-git', '-q'],
};

const timed = (args) => {
  const start = performance.now();
  spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore' });
  return performance.now() - start;
};

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

spawnSync(process.execPath, ['test/tooling/build.mjs'], { cwd: root, stdio: 'inherit' });
const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let round = 0; round < rounds; round += 1) for (const [name, args] of Object.entries(commands)) times[name].push(timed(args));
const bare = median(times['node -e 0']);
for (const [name, all] of Object.entries(times)) console.log(`${(median(all) / bare).toFixed(2).padStart(6)} x  ${name}`);
spawnSync(process.execPath, ['test/bench/git-facts.bench.mjs'], { cwd: root, stdio: 'inherit' });
spawnSync(process.execPath, ['test/bench/changelog.bench.mjs'], { cwd: root, stdio: 'inherit' });
