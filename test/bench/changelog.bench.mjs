/**
 * What a changelog costs: the whole one against one plain `git log` of the same fields and against the generators from npm, the latest
 * against bare Node: `node test/bench/changelog.bench.mjs [rounds]`. dist/ has to be built.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { providePeer } from '../tooling/peers.mjs';

const rounds = Number(process.argv[2] ?? 9);
const limits = { full: 6, latest: 2 };
const root = fileURLToPath(new URL('../..', import.meta.url));
const maker = join(root, '../shared/tools/mkrepo.sh');
const docgate = [process.execPath, join(root, 'dist/bin.js')];
const fields = '--format=%H%x00%P%x00%ct%x00%aN%x00%aE%x00%B';

/** The newest of each that runs on the oldest Node that docgate runs on, and brings what it needs. */
const peers = {
  'git-cliff': { spec: 'git-cliff@2.14.2', full: [], latest: ['--unreleased'] },
  'conventional-changelog': {
    spec: 'conventional-changelog-cli@5.0.0',
    full: ['-p', 'angular', '-r', '0'],
    latest: ['-p', 'angular', '-r', '1'],
  },
  'auto-changelog': { spec: 'auto-changelog@2.7.0', full: ['--stdout'], latest: ['--stdout', '--unreleased-only'] },
};

const peerCommands = () =>
  Object.entries(peers).flatMap(([name, { spec, full, latest }]) => {
    const folder = providePeer(spec);
    const bin = folder === undefined ? undefined : join(folder, 'node_modules/.bin', name);
    if (bin !== undefined && existsSync(bin)) return [{ name, full: [bin, ...full], latest: [bin, ...latest] }];
    console.log(`skipped: ${name} (npm could not install ${spec})`);
    return [];
  });

const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));

const timed = (cwd, [command, ...args]) => {
  const start = performance.now();
  const { status, stdout } = spawnSync(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 30 });
  const time = performance.now() - start;
  if (status !== 0 && command !== 'git') throw new Error(`${command} ${args.join(' ')}: ${status}`);
  if (stdout.length === 0 && args[0] === docgate[1]) throw new Error(`${command} ${args.join(' ')} printed nothing`);
  return time;
};

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Times by name, one of each per round, so that what else the machine does falls on all of them. */
const measure = (cwd, commands) => {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, command] of Object.entries(commands)) {
      const time = timed(cwd, command);
      if (round >= 0) times[name].push(time);
    }
  }
  return times;
};

const report = (title, times, floor) => {
  console.log(`\n${title}`);
  for (const [name, all] of Object.entries(times)) {
    const ratio = median(all.map((time, round) => time / times[floor][round]));
    console.log(`${median(all).toFixed(0).padStart(7)} ms ${ratio.toFixed(2).padStart(7)} x  ${name}`);
  }
};

const ratioOf = (times, name, other) => median(times[name].map((time, round) => time / times[other][round]));

const failures = [];

const judge = (title, times, { floor, limit, others }) => {
  const ratio = ratioOf(times, 'docgate', floor);
  if (ratio > limit) failures.push(`${title}: ${ratio.toFixed(2)} times ${floor}; at most ${limit}`);
  for (const name of others) if (ratioOf(times, 'docgate', name) >= 1) failures.push(`${title}: slower than ${name}`);
};

const bench = (folder, commits, others) => {
  const repository = join(folder, `r${commits}`);
  spawnSync('bash', [maker, repository, String(commits)], { env, stdio: 'ignore' });
  const full = measure(repository, {
    'git log': ['git', 'log', '-z', fields],
    docgate: [...docgate, 'changelog'],
    ...Object.fromEntries(others.map(({ name, full: command }) => [name, command])),
  });
  report(`whole changelog, ${commits} commits`, full, 'git log');
  judge(`whole changelog, ${commits} commits`, full, { floor: 'git log', limit: limits.full, others: others.map(({ name }) => name) });
  const latest = measure(repository, {
    'node -e 0': [process.execPath, '-e', '0'],
    docgate: [...docgate, 'changelog', '--unreleased'],
    ...Object.fromEntries(others.map(({ name, latest: command }) => [name, command])),
  });
  report(`what is not released, ${commits} commits`, latest, 'node -e 0');
  judge(`what is not released, ${commits} commits`, latest, {
    floor: 'node -e 0',
    limit: limits.latest,
    others: others.map(({ name }) => name),
  });
};

if (!existsSync(maker)) console.log(`skipped: changelog bench (needs ${maker})`);
else {
  const folder = mkdtempSync(join(tmpdir(), 'docgate-changelog-bench-'));
  try {
    const others = peerCommands();
    for (const commits of [5000, 20000]) bench(folder, commits, others);
    for (const failure of failures) console.log(`MISSED ${failure}`);
    process.exitCode = failures.length === 0 ? 0 : 1;
  } finally {
    if (readdirSync(folder).length > 0) rmSync(folder, { recursive: true, force: true });
  }
}
