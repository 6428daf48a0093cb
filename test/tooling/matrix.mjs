/** Runs the scenarios of the command line and of the Action on other versions of Node: `npm run test:matrix [-- 22 24]`. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('../..', import.meta.url).pathname;
const given = process.argv.slice(2);
const versions = given.length > 0 ? given : ['22', '24'];

// The `node` package is a link to the package of a platform, made by a script at installation; npm may refuse to run it.
const platformPackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

const install = (folder, version) => {
  const home = join(folder, version);
  const manifest = { private: true, dependencies: { [platformPackage]: `npm:${platformPackage}@${version}` } };
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), JSON.stringify(manifest));
  spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: home, stdio: 'ignore' });
  const binary = join(home, 'node_modules', platformPackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(binary) ? binary : undefined;
};

const runScenarios = (folder, binary) => {
  const report = join(folder, 'report.json');
  const { status } = spawnSync(
    process.execPath,
    [
      ...[join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'test/tooling/vitest.config.ts'],
      ...['--reporter=json', `--outputFile=${report}`, '--reporter=dot', 'test/cli', 'test/action/run.test.ts'],
    ],
    { cwd: root, stdio: 'ignore', env: { ...process.env, DOCGATE_TEST_NODE: binary } },
  );
  return { status, report };
};

const figures = ({ status, report }) => {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = testResults.flatMap(({ assertionResults }) => assertionResults.filter((one) => one.status === 'failed'));
  return {
    passes: status === 0,
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests,
    names: failed.map((one) => one.fullName),
  };
};

const folder = mkdtempSync(join(tmpdir(), 'docgate-matrix-'));
try {
  for (const version of versions) {
    const binary = install(folder, version);
    if (binary === undefined) {
      console.log(`Node ${version}: skipped, npm could not install ${platformPackage}@${version}`);
      continue;
    }
    const exact = spawnSync(binary, ['--version'], { encoding: 'utf8' }).stdout.trim();
    const { passes, passed, failed, skipped, names } = figures(runScenarios(folder, binary));
    console.log(`Node ${exact}: ${passes ? 'pass' : 'FAIL'}  ${passed} passed, ${failed} failed, ${skipped} skipped`);
    for (const name of names) console.log(`  failed: ${name}`);
    if (!passes) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
