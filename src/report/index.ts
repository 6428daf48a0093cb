/** The report formats by name, each loaded when it is asked for. */
import type { Print } from '../model/report.ts';

export const formatNames = ['pretty', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const;

export type FormatName = (typeof formatNames)[number];

export const formats: Readonly<Record<FormatName, () => Promise<Print>>> = {
  pretty: async () => (await import('./pretty.ts')).printPretty,
  json: async () => (await import('./json.ts')).printJson,
  sarif: async () => (await import('./sarif.ts')).printSarif,
  junit: async () => (await import('./junit.ts')).printJunit,
  github: async () => (await import('./github.ts')).printGithub,
  gitlab: async () => (await import('./gitlab.ts')).printGitlab,
  markdown: async () => (await import('./markdown.ts')).printMarkdown,
};
