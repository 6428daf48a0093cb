/** Defects of other changelog tools, each with the test that shows that docgate does not have it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const files = {
  message: 'test/changes/message.test.ts',
  references: 'test/changes/references.test.ts',
  graph: 'test/changes/graph.test.ts',
  version: 'test/changes/version.test.ts',
  bump: 'test/changes/bump.test.ts',
  forge: 'test/changes/forge.test.ts',
  text: 'test/generate/views/plain-markdown.test.ts',
  flow: 'test/flows/changelog.test.ts',
  sources: 'test/flows/changelog-sources.test.ts',
  cli: 'test/cli/changelog.test.ts',
} as const;

/** What goes wrong elsewhere, and where it is shown that it does not here. */
const table: readonly (readonly [string, keyof typeof files, string])[] = [
  ['Markdown and HTML of a subject pass raw', 'flow', 'renders Markdown and HTML in a subject as text'],
  ['text is escaped inside code spans, or backticks are lost', 'text', 'reads the same, and marks up nothing but code'],
  ['feat!: is invisible, or its entry is dropped', 'message', '%s'],
  [
    'a breaking change of a hidden type is dropped or stands outside of any group',
    'flow',
    'lists a breaking change of a type that is not listed',
  ],
  [
    'a body line such as -hash- corrupts the commit id; a | in the subject its link',
    'flow',
    'is not confused by bodies that look like delimiters',
  ],
  ['a shallow clone is silently wrong', 'sources', 'refuses a shallow clone, with the fix'],
  ['the reverted change is listed', 'flow', 'leaves out what was taken back, and what took it back'],
  ['the revert of a revert is not understood', 'flow', 'keeps what was reverted twice, and four times'],
  ['a revert of a type that is not listed goes wrong', 'flow', 'takes back a change whose type is not listed, and lists neither'],
  [
    'a revert of released work takes back something else',
    'flow',
    'lists the revert of what an earlier release holds, even beside a change of the same name',
  ],
  [
    'only the date of the commit is printed, in the zone of whoever tagged',
    'sources',
    'come from the tag, the commit, the present or as given, in UTC or the zone that is set',
  ],
  ['a commit with another date stands in the wrong release', 'flow', 'follows reachability and versions, whatever the dates say'],
  ['1.10 is sorted before 1.9', 'version', 'are read by patterns, highest version first, each version once'],
  ['"feat:no space" counts as a type', 'message', 'is not one: %j'],
  ['FEAT: lands elsewhere', 'message', '%s'],
  ['"breaking change:" in small letters counts', 'message', 'is not breaking, and said aloud: %s'],
  ['BREAKING-CHANGE: is missed', 'message', 'is breaking: %s'],
  [
    'a trailer is swallowed into the note; paragraphs of the note are lost; it is cut at #4',
    'message',
    'keeps every paragraph of a note and the trailers apart',
  ],
  ['a continued note leaves its list item', 'flow', 'keeps a note of several paragraphs in its list item, without its trailers'],
  ['a wrapped line makes a phantom major', 'message', 'takes no wrapped line of a paragraph for a footer'],
  ['the ruler of a squash stops parsing', 'message', 'ends a note at the ruler of a squash, and reads the trailers behind it'],
  ['CRLF in a message is misread', 'flow', 'reads messages that end their lines in CRLF'],
  ['merge and branch commit are both listed', 'flow', 'lists a merge and its branch once, with the pull request'],
  ['merges of other forges are not understood', 'flow', 'reads the merge messages of every forge'],
  ['the same change is listed again and again', 'flow', 'joins commits that say the same, and drops fixups'],
  ['a squash body yields extra entries', 'flow', 'makes no entries of the list in a squash body'],
  ['owner/repo#n links to the own repository', 'flow', 'links owner/repo#n to that repository'],
  [
    'a compare link without owner and name where there is no upstream',
    'sources',
    'are left out, aloud, without an upstream or with one that nobody knows',
  ],
  ['compare links across unmerged branches', 'flow', 'compares with an ancestor only'],
  [
    'features are listed as Changed; Security, Deprecated and Removed never',
    'flow',
    'has the six groups of Keep a Changelog in their order',
  ],
  ['custom groups are not possible', 'flow', 'follows the mapping of the configuration'],
  ['prereleases do not roll up into the final release', 'flow', 'rolls prereleases up on demand'],
  ['a path filter hides tags', 'flow', 'limits changes to paths without losing tags'],
  ['only one tag of a commit is seen', 'flow', 'reads several tags on one commit'],
  ['older releases are missed beyond a fixed depth', 'flow', 'tells one release as it tells all of them'],
  ['stopping early changes the answer', 'graph', 'is the same as reading everything, where clocks are right'],
  ['the policy below 1.0.0 is fixed', 'bump', 'follows the policy below 1.0.0'],
  ['rc.10 before rc.2, or a number used twice', 'bump', 'numbers prereleases behind those that exist'],
  ['the first release has no changelog', 'flow', 'tells a history without tags, and says so'],
  ['unclassified commits vanish', 'flow', 'says aloud which commits it cannot place, and lists them by configuration only'],
  ['an entry cannot be mended after the merge', 'sources', 'say what commits should have said'],
  ['fragments or commits, never both', 'sources', 'go before the commits of their pull request'],
  ['co-authors and first contributions need an API', 'sources', 'are authors and co-authors, each once, and who came first'],
  ['credentials of the remote are printed', 'sources', 'come from the remote, the configuration goes before'],
  ['the output depends on the machine', 'cli', 'says the same in any zone and language'],
  [
    'every template engine and parser is loaded first',
    'cli',
    'loads neither YAML, a validator, a template engine nor a parser without a configuration',
  ],
  ['no run says that the file would change', 'cli', 'writes a changelog where there is none, and then finds it up to date'],
  ['the whole of it, against a golden file', 'cli', 'tells the edge repository as the golden file does'],
];

describe('defects of other tools', () => {
  it.each(table)('%s', (_defect, file, name) => {
    const text = readFileSync(new URL(`../../${files[file]}`, import.meta.url), 'utf8');
    expect(text).toContain(`'${name}'`);
  });
});
