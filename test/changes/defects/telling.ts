/** What tests of defects share: a release with commits behind it, and what the real binary says of a repository. */
import { rmSync } from 'node:fs';
import { expect, onTestFinished } from 'vitest';
import { docgate, type Outcome } from '../../cli/run.ts';
import { newStory, type Story } from '../story.ts';

/** A repository that is gone when the test is: a release 1.0.0, and these commits behind it. */
export const since = (...messages: readonly string[]): Story => {
  const made = newStory();
  onTestFinished(() => rmSync(made.root, { recursive: true, force: true }));
  made.commit('feat: begin');
  made.tag('v1.0.0');
  for (const message of messages) made.commit(message);
  return made;
};

export const run = ({ root }: Pick<Story, 'root'>, ...args: readonly string[]): Outcome => docgate(args, { cwd: root });

/** What it prints; it has to pass. */
export const said = (made: Pick<Story, 'root'>, ...args: readonly string[]): string => {
  const { code, stdout, stderr } = run(made, ...args);
  expect(code, stderr).toBe(0);
  return stdout;
};

/** What is not released, as Markdown. */
export const unreleased = (made: Pick<Story, 'root'>): string => said(made, 'changelog', '--unreleased');

/** A part of a changelog: from the heading of a version to the next. */
export const sectionOf = (text: string, version: string): string => {
  const [, rest = ''] = text.split(`## [${version}]`);
  return rest.split(/\n## \[/)[0] ?? '';
};
