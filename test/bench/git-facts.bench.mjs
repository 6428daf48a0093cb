/**
 * What all git facts together cost against one `git log --name-status -z` of the same history, its output thrown away:
 * `node test/bench/git-facts.bench.mjs [rounds]`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bundle } from '../tooling/bundling.mjs';

const limit = 2;
const rounds = Number(process.argv[2] ?? 21);
const commits = 2000;
const reports = 200;
const start = Date.UTC(2025, 0, 1) / 1000;
const folder = mkdtempSync(join(tmpdir(), 'docgate-bench-'));
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

const git = (args, options = {}) => {
  const { status, stderr } = spawnSync('git', args, { cwd: folder, env, stdio: ['pipe', 'ignore', 'pipe'], ...options });
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
};

const pathOf = (index, state) =>
  `docs/incidents/${state === 'new' && index % 20 === 0 ? 'draft-' : ''}INC-${String(index).padStart(4, '0')}.md`;

/** A report as it is written: opened from a template, its root cause filled in, then reworded. */
const reportOf = (index, state) => {
  const day = new Date((start + index * 10 * 3600) * 1000).toISOString().slice(0, 10);
  const cause =
    state === 'new'
      ? '<!-- Why did it happen? -->\n\nTBD'
      : `Service ${index} ran out of connections under retries.\nA deploy had halved the pool.`;
  return [
    `# Incident INC-${index}: service ${index} down`,
    `**Date:** ${day}\n**Severity:** SEV2\n**Detected:** ${day} 10:00 UTC\n**Resolved:** ${day} 11:30 UTC`,
    `## Summary\n\nRequests to service ${index} failed.${state === 'last' ? ' About one in five.' : ''}`,
    `## Impact\n\nUsers of service ${index} saw errors.`,
    `## Timeline\n\n${Array.from({ length: 12 }, (_, step) => `- 10:${String(step * 4).padStart(2, '0')} - step ${step} of ${index}`).join('\n')}`,
    `## Root Cause\n\n${cause}`,
    `## Resolution\n\nThe pool was doubled.`,
    `## Action items\n\n- [x] Add a regression test \`test/incident-${index}.test.ts\` @alice\n- [ ] Alert on pool use @bob`,
  ]
    .join('\n\n')
    .concat('\n');
};

const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;
const modify = (path, text) => `M 100644 inline ${path}\n${data(text)}`;

/** What a commit does: every tenth opens a report, the next ones go on with it; the others are code. */
const changesOf = (number) => {
  const [index, step] = [Math.floor(number / 10), number % 10];
  const code =
    modify(`src/part-${number % 300}.ts`, `export const value${number} = ${number};\n`.repeat(20)) +
    modify(`src/lib/part-${number % 77}.ts`, `// ${number}\n`.repeat(30));
  if (index >= reports || ![0, 3, 5, 7].includes(step)) return code;
  if (step === 0) return code + modify(pathOf(index, 'new'), reportOf(index, 'new'));
  if (step === 5) return code + modify(`test/incident-${index}.test.ts`, `test('incident ${index}', () => {});\n`);
  const moved = pathOf(index, 'new') === pathOf(index, 'filled') || step !== 3 ? '' : `D ${pathOf(index, 'new')}\n`;
  return code + moved + modify(pathOf(index, 'filled'), reportOf(index, step === 3 ? 'filled' : 'last'));
};

const people = ['Alice', 'Bob', 'Carol', 'Dan'];

const commitOf = (number) => {
  const who = people[number % people.length];
  const stamp = `${who} <${who.toLowerCase()}@example.org> ${start + number * 3600} +0000`;
  return `commit refs/heads/main\nauthor ${stamp}\ncommitter ${stamp}\n${data(`Change ${number}`)}${changesOf(number)}`;
};

const makeRepository = () => {
  git(['init', '-q', '-b', 'main']);
  git(['fast-import', '--quiet'], { input: Array.from({ length: commits }, (_, number) => commitOf(number)).join('') });
};

/** The sources themselves, bundled: no build is needed before. */
const loadFacts = async () => {
  const [input, file] = [join(folder, '.git', 'facts.ts'), join(folder, '.git', 'facts.mjs')];
  const exported = {
    contentDigest: 'facts/digest',
    gitChanges: 'facts/git-changed-since',
    gitHistory: 'facts/git-history',
    fileHistory: 'facts/git-versions',
    gitEvents: 'facts/with-git-events',
    readDocument: 'kinds/index',
    sourceOfText: 'model/source',
    blobReader: 'tree/blobs',
  };
  const lines = Object.entries(exported).map(([name, path]) => `export { ${name} } from ${JSON.stringify(resolve(`src/${path}.ts`))};\n`);
  writeFileSync(input, lines.join(''));
  await bundle({ input, output: { file, codeSplitting: false } });
  return import(pathToFileURL(file).href);
};

const causeStated = ({ data }) => data.rootCause !== undefined && data.rootCause.empty !== true;

const allFacts = async ({ gitHistory, fileHistory, gitEvents, blobReader, readDocument }, documents) => {
  const history = gitHistory({ root: folder, env });
  const withGit = gitEvents({ history, read: blobReader(folder, env), states: (source) => causeStated(readDocument(source, 'incident')) });
  const read = await Promise.all(documents.map(withGit));
  const known = await history();
  return read.map((document) => ({ events: document.data.events, history: fileHistory(known, document.source.path) }));
};

/** A bench of wrong answers proves nothing. */
const verify = (facts) => {
  for (const [index, { events, history }] of facts.entries()) {
    const hours = [events.reported, events.rca, events.test].map(
      (event) => (Date.parse(event?.git?.at) / 1000 - start) / 3600 - index * 10,
    );
    if (hours.join() !== '0,3,5' || history.commits.length !== 3)
      throw new Error(`INC-${index}: ${hours.join()}, ${history?.commits.length} commits`);
  }
};

/** What changed since an approval of every report as it was filled in: asked only where an approval is stale. */
const allChanges = async ({ gitHistory, gitChanges, blobReader, contentDigest }) => {
  const changes = gitChanges({ history: gitHistory({ root: folder, env }), read: blobReader(folder, env) });
  const bytes = (index, state) => Buffer.from(reportOf(index, state));
  return Promise.all(
    Array.from({ length: reports }, (_, index) =>
      changes(pathOf(index, 'last'), bytes(index, 'last'), { digest: contentDigest(bytes(index, 'filled')) }),
    ),
  );
};

const verifyChanges = (all) => {
  for (const [index, { commits, places, uncommitted }] of all.entries())
    if (commits.length !== 1 || places.length !== 1 || uncommitted)
      throw new Error(`INC-${index}: ${commits.length} commits, ${places.length} places, ${uncommitted}`);
};

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

// A real run reads once: it does not clear away what earlier rounds left behind.
const timed = async (work) => {
  collectGarbage();
  const before = performance.now();
  await work();
  return performance.now() - before;
};

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

try {
  makeRepository();
  const facts = await loadFacts();
  const documents = Array.from({ length: reports }, (_, index) =>
    facts.readDocument(facts.sourceOfText(pathOf(index, 'last'), reportOf(index, 'last')), 'incident'),
  );
  verify(await allFacts(facts, documents));
  verifyChanges(await allChanges(facts));
  const [log, all, changes] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    log.push(await timed(() => git(['log', '--name-status', '-z'])));
    all.push(await timed(() => allFacts(facts, documents)));
    changes.push(await timed(() => allChanges(facts)));
  }
  // Round by round: what else the machine does comes and goes, and the two of a round share it.
  const ratio = median(all.map((time, round) => time / log[round]));
  console.log('yardstick                  git log --name-status -z >/dev/null, with the renames that git finds by default');
  console.log(`git log --name-status -z   ${median(log).toFixed(1)} ms (median of ${rounds}, ${commits} commits)`);
  console.log(`all git facts              ${median(all).toFixed(1)} ms (${reports} incident reports)`);
  console.log(`ratio                      ${ratio.toFixed(2)} (median of the rounds; must be < ${limit})`);
  const changesRatio = median(changes.map((time, round) => time / log[round]));
  console.log(`changes since ${reports} stale approvals, history included: ${changesRatio.toFixed(2)} of git log; without one: nothing`);
  process.exitCode = ratio < limit ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
