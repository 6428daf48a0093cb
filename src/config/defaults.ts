/** What holds without a configuration: the usual names of release documents. */
import type { Governed } from './types.ts';

const folders = '{,docs/,doc/,.github/}';

export const defaultDocuments: readonly Governed[] = [
  { files: ['docs/releases/**/*.md'], rules: {} },
  { files: [`${folders}{RELEASE,release}{-,_,}{CHECKLIST,checklist}.md`, `docs/releases/**/*checklist*.md`], kind: 'checklist', rules: {} },
  { files: [`${folders}{approvals,APPROVALS,signoff,SIGNOFF,sign-off}.md`, 'docs/releases/**/approvals.md'], kind: 'approvals', rules: {} },
  { files: ['{,docs/}{incidents,postmortems,post-mortems}/**/*.md'], kind: 'incident', rules: {} },
  { files: [`${folders}{release-promotion,RELEASE-PROMOTION,promotion}.md`], kind: 'promotion', rules: {} },
  { files: [`${folders}{release-process,RELEASE-PROCESS,release-workflow,production-release-workflow}.md`], kind: 'process', rules: {} },
  { files: ['CHANGELOG.md'], kind: 'changelog', rules: {} },
];

/** Indexes and templates are not records. */
export const defaultIgnore: readonly string[] = [
  '**/node_modules/**',
  '**/.git/**',
  '**/README.md',
  '**/{template,TEMPLATE,_template}*.md',
  '**/*{-,_}{template,TEMPLATE}.md',
];

// A folder's name is a name, not a pattern.
const literal = (folder: string): string => folder.replace(/[*?[\]{}()!@+]/g, '[$&]');

/** The usual names below a folder (relative to the root, without a slash at its end). */
export const defaultsBelow = (folder: string): readonly Governed[] =>
  defaultDocuments.map(({ files, ...entry }) => ({ ...entry, files: files.map((file) => `${literal(folder)}/${file}`) }));
