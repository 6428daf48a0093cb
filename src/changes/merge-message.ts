/** Merge messages of GitHub, GitLab, Bitbucket, Gitea and Azure: which pull request was merged, and what it says. */
import type { Reference } from '../model/changes.ts';

export interface Merge {
  readonly pulls: readonly Reference[];
  /** Title and text of the pull request as a message; undefined where the merge says nothing of its own. */
  readonly message?: string;
}

const forms: readonly RegExp[] = [
  // GitHub, and the title below.
  /^Merge pull request #(?<number>\d+) from \S+$/,
  // Gitea and Forgejo.
  /^Merge pull request '(?<title>.*)' \([#!](?<number>\d+)\)(?: from .*)?$/,
  // Bitbucket, and the title below.
  /^Merged in .+ \(pull request #(?<number>\d+)\)$/,
  /^Pull request #(?<number>\d+): (?<title>.+)$/,
  // Azure.
  /^Merged PR (?<number>\d+): (?<title>.+)$/,
];

const plain = /^Merge (?:branch|branches|tag|tags|commit|commits|remote-tracking branch|remote branch|changes)\b/;
const gitlab = /^See merge request \S*!(\d+)$/m;

const said = (title: string | undefined, rest: string): Pick<Merge, 'message'> => {
  const message = (title === undefined ? rest : `${title}\n\n${rest}`).trim();
  return message === '' || /^See merge request /.test(message) ? {} : { message };
};

/** What a merge message says; undefined for any other message. */
export const readMerge = (text: string): Merge | undefined => {
  if (!/^(?:Merge|Pull)/.test(text)) return undefined;
  const end = text.search(/\r?\n|$/);
  const [header, rest] = [text.slice(0, end).trim(), text.slice(end).trim()];
  for (const form of forms) {
    const { number, title } = form.exec(header)?.groups ?? {};
    if (number !== undefined) return { pulls: [{ repository: undefined, number: Number(number) }], ...said(title, rest) };
  }
  if (!plain.test(header)) return undefined;
  const number = gitlab.exec(rest)?.[1];
  return { pulls: number === undefined ? [] : [{ repository: undefined, number: Number(number) }], ...said(undefined, rest) };
};
