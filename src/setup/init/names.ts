/** What names tell before a document is read. */
import type { KindName } from '../../model/document.ts';

// Other people's files, things built, test data, and what was put away.
const foreign =
  /^(?:node_modules|vendor|third[-_]?party|dist|build|out|target|coverage|fixtures?|__fixtures__|testdata|test-data|golden|_?archived?|_?attic)$/i;

const templateFolder = /^(?:_?templates?|issue_template|pull_request_template|merge_request_templates|issue_templates)$/i;

const foldersOf = (path: string): readonly string[] => path.split('/').slice(0, -1);

export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Whether a path lies in a folder that no team writes its release documents in; of the hidden ones only the forges' count. */
export const isForeign = (path: string): boolean =>
  foldersOf(path).some((folder) => foreign.test(folder) || (folder.startsWith('.') && !/^\.(?:github|gitlab)$/.test(folder)));

/** Whether a path says that it is a form to be copied. */
export const isNamedTemplate = (path: string): boolean =>
  foldersOf(path).some((folder) => templateFolder.test(folder)) || /template/i.test(fileName(path));

const telling =
  /incident|post-?mortem|outage|check-?list|sign-?off|approv|promot|roll-?out|canary|(?<![a-z])gates?(?![a-z])|releas|deploy|change-?log|changes\.md|history\.md|hotfix|roll-?back|launch|go-?live|readiness|(?:^|\/)(?:inc|pm)[-_]?\d/i;

/** Whether a path, or the first lines of a file, promise a release document. */
export const isPromising = (text: string): boolean => telling.test(text);

/** Whether a file is a changelog by its name. */
export const isNamedChangelog = (path: string): boolean => /^(?:changelog|changes|history)\.md$/i.test(fileName(path));

const aboutReleases =
  /releas|deploy|launch|roll-?out|roll-?back|hotfix|promot|canary|go-?live|readiness|production|staging|\bship|(?<![a-z])gates?(?![a-z])/i;

/** Whether a document of a kind is one that a release process has, by its path and title. */
export const isRelevant = (kind: KindName, path: string, title: string): boolean => {
  if (kind === 'incident' || kind === 'approvals') return true;
  if (kind === 'changelog') return /change|history|releas|news/i.test(fileName(path));
  if (kind === 'checklist' && /check[- _]?list/i.test(`${fileName(path)} ${title}`)) return true;
  return kind !== 'document' && aboutReleases.test(`${path} ${title}`);
};

/** Whether a path names a version or a day: then it is the record of one release, not the form for all. */
export const isDated = (path: string): boolean => /(?:^|[^\d])v?\d+\.\d+|\d{4}-\d{2}|(?:^|[/_-])v?\d+(?:[/_.-]|$)/i.test(path);

const typicalFolders: Readonly<Partial<Record<KindName, RegExp>>> = {
  incident: /^(?:incidents?|incident-reports?|post-?mortems?|outages?)$/i,
  checklist: /^check-?lists?$/i,
  approvals: /^(?:approvals?|(?:release-)?sign-?offs?)$/i,
};

// Folders of everything: whatever comes into them next is something else.
const mixedFolder = /^(?:docs?|documentation|\.github|\.gitlab|wiki|runbooks?|guides?|pages|content|source|src|misc)$/i;

/** Whether the files of a folder are of a kind by the folder's name. */
export const isTypicalFolder = (folder: string, kind: KindName): boolean => typicalFolders[kind]?.test(fileName(folder)) === true;

/** Whether a folder may be one of records of a kind. */
export const isRecordFolder = (folder: string, kind: KindName): boolean =>
  typicalFolders[kind] !== undefined && !mixedFolder.test(fileName(folder));
