/** `docgate new incident`: a numbered report with its first events and its deadlines. */
import { resolve } from 'node:path';
import { type PlannedIncident, planIncident, type ScaffoldPlace, severities } from '../flows/scaffold-incident.ts';
import { renderIncident } from '../flows/scaffold-render.ts';
import { UsageError } from '../model/usage-error.ts';
import { writeArtifacts } from './artifacts.ts';
import type { Io } from './io.ts';
import type { NewOptions } from './new-options.ts';
import { type Planned, placeOf, report, shown, valuesOf } from './new-parts.ts';
import { openPrompts } from './prompts.ts';
import { fromRoot } from './settings.ts';

interface Answers {
  readonly title: string;
  readonly severity: (typeof severities)[number];
  readonly detected: string;
}

const missingFlags = ({ title, severity, detected }: NewOptions): string[] => [
  ...(title === undefined ? ['a title'] : []),
  ...(severity === undefined ? ['--severity'] : []),
  ...(detected === undefined ? ['--detected'] : []),
];

const refuseMissing = (missing: readonly string[]): UsageError =>
  new UsageError(
    `A new incident needs ${missing.join(' and ')}, for example: docgate new incident "Checkout returns 500" --severity high --detected 2026-01-05T10:02Z`,
  );

const ask = async (options: NewOptions, place: ScaffoldPlace, io: Io): Promise<Answers> => {
  const { title, severity, detected } = options;
  if (title !== undefined && severity !== undefined && detected !== undefined) return { title, severity, detected };
  const prompts = await openPrompts(io);
  if (prompts === undefined) throw refuseMissing(missingFlags(options));
  const now = `${place.now.slice(0, 16)}Z`;
  const required = (answer: string): string | undefined => (answer.trim() === '' ? 'Say in a few words what happened.' : undefined);
  return {
    title: title ?? (await prompts.text({ message: 'What happened?', validate: required })),
    severity:
      severity ??
      (await prompts.select({
        message: 'How severe is it?',
        choices: severities.map((value) => ({ value, label: value })),
        initial: 'high',
      })),
    detected: detected ?? (await prompts.text({ message: 'When was it detected?', initial: now })),
  };
};

const linesOf = ({ detection, dueTimes }: PlannedIncident): string[] => {
  const width = Math.max(8, ...dueTimes.map(({ label }) => label.length));
  return [
    `  ${'Detected'.padEnd(width)}      ${detection.text}`,
    ...dueTimes.map(({ label, due, within }) => `  ${label.padEnd(width)}  due ${due}, ${within} after detection`),
  ];
};

// `--to FILE` names the document itself; the number is still the next one.
const targetOf = ({ to, cwd }: NewOptions, { root }: ScaffoldPlace, io: Io): string | undefined =>
  to === undefined ? undefined : fromRoot(root, resolve(io.cwd, cwd ?? '.'), to);

interface Draft extends Planned {
  readonly incident: PlannedIncident;
}

interface Desk {
  readonly place: ScaffoldPlace;
  readonly answers: Answers;
  readonly io: Io;
}

const draft = async (options: NewOptions, { place, answers, io }: Desk, reserved: readonly string[] = []): Promise<Draft> => {
  const incident = await planIncident(place, { ...answers, reserved });
  const path = targetOf(options, place, io) ?? incident.path;
  const { text, context } = await renderIncident({ ...place, shipped: io.shipped }, { incident, ...answers, values: valuesOf(options) });
  return { incident, context, artifacts: [{ path, text, before: undefined }], notes: incident.notes, lines: linesOf(incident) };
};

const mostTries = 50;

/**
 * Writes a report under a number that nobody else can get: whoever creates the lock of a number has it, if the folder does not hold it by then.
 * A lock that a stopped run left behind costs its number, and is named.
 */
const writeNumbered = async (options: NewOptions, desk: Desk): Promise<Draft> => {
  const { place, io } = desk;
  const reserved: string[] = [];
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const { incident } = await draft(options, desk, reserved);
    const lock = resolve(place.root, incident.folder, `.${incident.id}.lock`);
    if (!(await io.createFile(lock, ''))) {
      io.stderr(
        `note: ${incident.id} is being taken by somebody else (${incident.folder}/.${incident.id}.lock); the next number is tried.\n`,
      );
      reserved.push(incident.id);
      continue;
    }
    try {
      const planned = await draft(options, desk, reserved);
      if (planned.incident.id !== incident.id) io.stderr(`note: ${incident.id} was taken meanwhile; the next number is tried.\n`);
      else {
        await writeArtifacts(place.root, planned.artifacts, io);
        return planned;
      }
    } finally {
      await io.removeFile(lock);
    }
  }
  throw new UsageError('Too many reports are being written at the same time. Try again.');
};

const writeNamed = async (options: NewOptions, desk: Desk): Promise<Draft> => {
  const planned = await draft(options, desk);
  await writeArtifacts(desk.place.root, planned.artifacts, desk.io);
  return planned;
};

/** Makes a report. */
export const newIncident = async (options: NewOptions, io: Io): Promise<void> => {
  const place = await placeOf(options, io);
  const desk = { place, answers: await ask(options, place, io), io };
  if (options.dryRun === true || options.json === true) await shown(await draft(options, desk), options, io);
  else report(await (options.to === undefined ? writeNumbered : writeNamed)(options, desk), options, io);
};
