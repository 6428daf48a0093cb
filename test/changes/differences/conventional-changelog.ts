/** Where conventional-changelog tells the edge repository otherwise. */
import { commonMark, conventional, type Difference, keepAChangelog } from './difference.ts';

const angular = ['-r', '0', '-p', 'angular'];

export const conventionalChangelog: readonly Difference[] = [
  {
    name: '"breaking change:" in small letters breaks something',
    right: 'docgate',
    because: `${conventional} 12, 15: capitals only`,
    theirs: ['Unreleased Breaking: not really', 'Unreleased security: close the door'],
    ours: ['Unreleased Security: close the door'],
  },
  {
    name: 'a chore that breaks something is a miscellaneous chore',
    right: 'nobody',
    because: `${conventional} 14 leaves types to the tools; ${keepAChangelog} knows no such group, so docgate says Changed`,
    theirs: ['Unreleased Miscellaneous Chores: need node 22'],
    ours: ['Unreleased Changed: need node 22'],
  },
  {
    name: 'a release whose commit has another tag is lost, and its changes stand in the next',
    right: 'docgate',
    because: 'gitrevisions(7): v1.1.0 reaches them',
    theirs: ['1.10.0 Added: from a branch', '1.10.0 Added: squashed', '1.10.0 Changed: quick'],
    ours: ['1.1.0 Added: from a branch', '1.1.0 Added: squashed', '1.1.0 Changed: quick'],
  },
  {
    name: 'a list in a note leaves it, and trailers are part of it',
    right: 'docgate',
    because: `${commonMark} 5.2: what belongs to an item is indented; ${conventional} 10: the next token ends a footer`,
    theirs: ['1.1.0-rc.1 Breaking: *three*', '1.1.0-rc.1 Breaking: four'],
    prints: /^\* one\ntwo\n\n- \*three\*\n- four\n\nReviewed-by: A <a@example\.org>$/m,
    docgate: /^ {2}one\n {2}two\n\n {2}- \\\*three\\\*\n {2}- four\n- /m,
  },
  {
    name: 'a release has the date of its commit, not of its tag',
    right: 'docgate',
    because: `${keepAChangelog} wants the date of the release, and git keeps it in the tag`,
    prints: /^## \[1\.0\.0\]\(.*\) \(2024-01-01\)$/m,
    docgate: /^## \[1\.0\.0\] - 2024-01-02$/m,
  },
  {
    name: 'a line "-hash-" of a body becomes the commit',
    right: 'docgate',
    because: `${conventional} 7: a body is free text`,
    prints: /body of delimiters \(\[0123456\]\(https:\/\/github\.com\/example\/widgets\/commit\/0123456789abcdef0123456789abcdef01234567\n/,
    docgate: /body of delimiters \(\[`[0-9a-f]{7}`\]\(https:\/\/github\.com\/example\/widgets\/commit\/(?!01234)[0-9a-f]{40}\)\)$/m,
  },
  {
    name: 'the issue of another repository is one of its own',
    right: 'docgate',
    because: 'GitHub reads owner/repo#n as an issue of owner/repo',
    prints: /other\/repo\[#46\]\(https:\/\/github\.com\/example\/widgets\/issues\/46\)/,
    docgate: /\[other\/repo#46\]\(https:\/\/github\.com\/other\/repo\/issues\/46\)/,
  },
  {
    name: 'a name in a header is linked as a person, whom a release body notifies',
    right: 'nobody',
    because: 'no specification says who is meant; docgate notifies nobody',
    prints: /\[@octocat\]\(https:\/\/github\.com\/octocat\)/,
    docgate: /`@octocat`/,
  },
  {
    name: 'Markdown and HTML of a header are markup in the changelog',
    right: 'docgate',
    because: `${commonMark} 2.4, 6.6: unescaped they would be read as emphasis and a script`,
    prints: /Array<T> __proto__ \*\.md \| <script>/,
    docgate: /Array\\<T> \\_\\_proto\\_\\_ \\\*\.md \\\| \\<script>/,
  },
  {
    name: 'what is not released is compared with a tag "v" that nobody has',
    right: 'docgate',
    because: 'gitrevisions(7): HEAD names it',
    prints: /compare\/v1\.10\.0\.\.\.v\)/,
    docgate: /^\[Unreleased\]: .*\/compare\/v1\.10\.0\.\.\.HEAD$/m,
  },
  {
    name: 'with the angular preset, "chore!:" and capitals are not listed',
    right: 'docgate',
    because: `${conventional} 13, 15`,
    args: angular,
    prints: /^(?![\s\S]*(?:need node 22|in capitals))/,
    docgate: /in capitals[\s\S]*need node 22/,
  },
  {
    name: 'with the angular preset, "fix!:" stands under no heading, without its link',
    right: 'docgate',
    because: `${conventional} 13: it is a fix that breaks something`,
    args: angular,
    prints: /^\* fix!: drop .* \(\[\]\(https:\/\/github\.com\/example\/widgets\/commit\/\)\)/m,
    docgate: /### Fixed\n\n- \*\*Breaking:\*\* drop /,
  },
];
