/** Where auto-changelog tells the edge repository otherwise. */
import { commonMark, conventional, type Difference, keepAChangelog } from './difference.ts';

export const autoChangelog: readonly Difference[] = [
  {
    name: 'headers without type are entries, and so is one without space after its colon',
    right: 'nobody',
    because: 'it reads no types at all; docgate names these commits on standard error',
    theirs: ['Unreleased: feat:no space', 'Unreleased: update things'],
  },
  {
    name: 'what was taken back is listed, and each revert',
    right: 'docgate',
    because: `${keepAChangelog}: a list of changes; the release does not hold these`,
    theirs: [
      '1.1.0-rc.1: gone for good',
      '1.1.0-rc.1: revert "Revert "feat: taken back""',
      '1.1.0-rc.1: revert "feat: taken back"',
      '1.1.0-rc.1: revert "fix: gone for good"',
    ],
  },
  {
    name: 'a release of a line that never came back is one of this line',
    right: 'docgate',
    because: 'gitrevisions(7): HEAD does not reach it, and v1.1.1...v1.10.0 is no step of this history',
    theirs: ['1.1.1: hot'],
    prints: /compare\/v1\.1\.1\.\.\.v1\.10\.0/,
    docgate: /^\[1\.10\.0\]: .*\/compare\/v1\.1\.0\.\.\.v1\.10\.0$/m,
  },
  {
    name: 'a version that two tags name is two releases',
    right: 'docgate',
    because: 'Semantic Versioning 2.0.0 3: one version, one content',
    prints: /^#### \[1\.1\.0\]\(.*compare\/v1\.1\.0\.\.\.1\.1\.0\)\n[\s\S]*^#### \[v1\.1\.0\]/m,
    docgate: /^(?!(?:[\s\S]*\n## \[1\.1\.0\]){2})/,
  },
  {
    name: 'HTML is escaped inside of code',
    right: 'docgate',
    because: `${commonMark} 2.5: entities stand for themselves in code, so that the reader sees them`,
    prints: /`code &lt;b&gt; span`/,
    docgate: /`code <b> span`/,
  },
  {
    name: 'a change is listed once more for each issue that it closes',
    right: 'nobody',
    because: 'it lists issues beside commits; docgate names them in the entry',
    prints: /support \[`#3`\][\s\S]*support \(#3\) \[`#30`\]/,
    docgate: /support \(\[#3\]\(.*?\), \[#30\]\(/,
  },
  {
    name: 'nothing says what breaks',
    right: 'docgate',
    because: `${conventional} 11 to 13`,
    prints: /^(?![\s\S]*breaking)/i,
    docgate: /\*\*Breaking:\*\* need node 22/,
  },
];
