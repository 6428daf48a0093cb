/** Where git-cliff tells the edge repository otherwise. */
import { commonMark, conventional, type Difference, keepAChangelog } from './difference.ts';

const kept = ['--config', 'keepachangelog'];

export const gitCliff: readonly Difference[] = [
  {
    name: 'a header without a space after its colon counts',
    right: 'docgate',
    because: `${conventional} 5: a space belongs to the prefix`,
    theirs: ['Unreleased Added: no space'],
  },
  {
    name: 'a type in capitals is another type',
    right: 'docgate',
    because: `${conventional} 15: only BREAKING CHANGE is sensitive to case`,
    theirs: ['Unreleased 💼 Other: in capitals'],
    ours: ['Unreleased Added: in capitals'],
  },
  {
    name: 'a closed vulnerability is "Other"',
    right: 'docgate',
    because: `${keepAChangelog}: Security is a group`,
    theirs: ['Unreleased 💼 Other: close the door'],
    ours: ['Unreleased Security: close the door'],
  },
  {
    name: 'a chore that breaks something is a miscellaneous task',
    right: 'nobody',
    because: `${conventional} 14 leaves types to the tools; ${keepAChangelog} knows no such group, so docgate says Changed`,
    theirs: ['Unreleased ⚙️ Miscellaneous Tasks: need node 22'],
    ours: ['Unreleased Changed: need node 22'],
  },
  {
    name: 'a release is named after another tag of its commit',
    right: 'docgate',
    because: 'Semantic Versioning 2.0.0: of v1.1.0, 1.1.0, stable and widgets@7.0.0 the first two name 1.1.0',
    theirs: ['widgets@7.0.0 Added: from a branch', 'widgets@7.0.0 Added: squashed', 'widgets@7.0.0 Changed: quick'],
    ours: ['1.1.0 Added: from a branch', '1.1.0 Added: squashed', '1.1.0 Changed: quick'],
  },
  {
    name: 'what was taken back is listed',
    right: 'docgate',
    because: `${keepAChangelog}: a list of changes; the release does not hold this one`,
    theirs: ['1.1.0-rc.1 Fixed: gone for good'],
  },
  {
    name: 'the loss of what an earlier release held is not listed',
    right: 'docgate',
    because: `${keepAChangelog}: users have to see what is no more`,
    ours: ['1.1.0-rc.1 Changed: revert "feat: begin"'],
  },
  {
    name: 'a release has the date of its commit, not of its tag',
    right: 'docgate',
    because: `${keepAChangelog} wants the date of the release, and git keeps it in the tag`,
    prints: /^## \[1\.0\.0\] - 2024-01-01$/m,
    docgate: /^## \[1\.0\.0\] - 2024-01-02$/m,
  },
  {
    name: 'Markdown and HTML of a header are markup in the changelog',
    right: 'docgate',
    because: `${commonMark} 2.4, 6.6: unescaped they would be read as emphasis and a script`,
    prints: /Array<T> __proto__ \*\.md \| <script>/,
    docgate: /Array\\<T> \\_\\_proto\\_\\_ \\\*\.md \\\| \\<script>/,
  },
  {
    name: 'the note of a breaking change is not printed',
    right: 'docgate',
    because: `${conventional} 12: the footer says what breaks`,
    prints: /^- \[\*\*breaking\*\*\] Old names go\n(?! )/m,
    docgate: /^- \*\*Breaking:\*\* old names go .*\n\n {2}use the new ones$/m,
  },
  {
    name: 'links compare nothing, and 1.0.0 with a later release',
    right: 'docgate',
    because: 'the address has neither owner nor repository, and gitrevisions(7) needs the older one first',
    args: kept,
    prints: /^\[1\.0\.0\]: https:\/\/github\.com\/\/\/compare\/v1\.10\.0\.\.v1\.0\.0$/m,
    docgate: /^\[1\.0\.0\]: https:\/\/github\.com\/example\/widgets\/releases\/tag\/v1\.0\.0$/m,
  },
  {
    name: 'features are "Changed", a merge is an entry beside its branch',
    right: 'docgate',
    because: `${keepAChangelog}: Added is for new features; one change is one entry`,
    args: kept,
    prints: /### Changed\n\n- From a branch\n- Merge pull request #13 from dev\/topic\n/,
    docgate: /### Added\n\n- squashed .*\n- from a branch \(\[#13\]/,
  },
];
