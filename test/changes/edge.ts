/** Repositories of which every byte is known: one that any tool tells alike, and one that holds what changelog tools stumble over. */
import { execFileSync } from 'node:child_process';
import { git, isolated } from '../tree/sandbox.ts';
import { newStory, type Story } from './story.ts';

const taking = (header: string, id: string): string => `Revert "${header}"\n\nThis reverts commit ${id}.\n`;

/** A commit whose message holds a NUL byte, which `git commit` refuses to write. */
const commitWithNul = ({ root, last, head }: Story, message: string): void => {
  const body = execFileSync('git', ['cat-file', 'commit', last()], { cwd: root, env: { ...isolated }, encoding: 'utf8' });
  const [headers = ''] = body.split('\n\n');
  const lines = headers.split('\n').filter((line) => !line.startsWith('parent '));
  const input = [lines[0], `parent ${last()}`, ...lines.slice(1), '', message].join('\n');
  head(
    execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], {
      cwd: root,
      input,
      env: { ...isolated },
      encoding: 'utf8',
    }).trim(),
  );
};

const first = (made: Story): void => {
  made.commit('feat: begin');
  made.tag('v1.0.0', undefined, Date.UTC(2024, 0, 2) / 1000);
};

const texts = (made: Story): void => {
  made.commit('feat(parser): Array<T> __proto__ *.md | <script>alert(1)</script> (#2)');
  made.commit(
    'fix!: drop `code <b> span` support (#3)\n\nBREAKING CHANGE: one\ntwo\n\n- *three*\n- four\n\nReviewed-by: A <a@example.org>\nCloses #30, other/repo#31',
  );
  made.commit('fix: parse what @octocat sent, as in other/repo#46');
};

const reverts = (made: Story): void => {
  const back = made.commit('feat: taken back');
  const revert = made.commit(taking('feat: taken back', back));
  made.commit(taking('Revert "feat: taken back"', revert));
  made.commit(taking('fix: gone for good', made.commit('fix: gone for good')));
  made.commit(taking('feat: begin', git(made.root, ['rev-parse', 'v1.0.0^{commit}'])));
  made.tag('v1.1.0-rc.1');
  made.tag('nightly');
};

const merges = (made: Story): void => {
  const main = made.last();
  const side = made.commit('feat: from a branch', { parents: [main] });
  const merge = made.commit('Merge pull request #13 from dev/topic\n\nfeat: from a branch', { parents: [main, side] });
  made.commit('feat: squashed (#14)\n\n* feat: inner one\n\n* fix: inner two\n\nCo-authored-by: Dev Two <two@example.org>\n', {
    parents: [merge],
  });
  made.commit('perf: quick\r\n\r\nwith CRLF\r\n\r\nRefs: #15\r\n');
  for (const tag of ['1.1.0', 'stable', 'widgets@7.0.0']) made.tag(tag);
  made.tag('v1.1.0', undefined, Date.UTC(2024, 0, 3) / 1000);
};

/** A commit dated before all others, and the tag of a release on a line that never came back. */
const lines = (made: Story): void => {
  const main = made.last();
  made.commit('fix: hot', { parents: [main] });
  made.tag('v1.1.1');
  made.commit('fix: sent late', { parents: [main], at: Date.UTC(2023, 5, 1) / 1000 });
  made.tag('v1.10.0');
};

const spellings = (made: Story): void => {
  made.commit('fix: body of delimiters\n\n-hash-\n0123456789abcdef0123456789abcdef01234567\n-gitTags-\n\u001f\u001e %x00 \\0 |', {
    at: Date.UTC(2024, 1, 1) / 1000,
  });
  commitWithNul(made, 'fix: body with a NUL\n\nbefore\0feat: after\n');
  made.commit('FEAT: in capitals');
  made.commit('chore!: need node 22');
  made.commit('fix: old names go\n\nBREAKING-CHANGE: use the new ones');
  made.commit('security: close the door\n\nbreaking change: not really');
  made.commit('feat:no space');
  made.commit('Update things');
};

/** Everything that other tools stumble over; who makes it removes it. */
export const edgeRepository = (): Story => {
  const made = newStory();
  for (const part of [first, texts, reverts, merges, lines, spellings]) part(made);
  return made;
};

const kinds = ['feat', 'fix', 'perf', 'feat(cart)', 'fix(cart)', 'docs', 'chore', 'refactor(api)'] as const;

/** Four releases of plain Conventional Commits, branches merged, and what is not released; who makes it removes it. */
export const ordinaryRepository = (): Story => {
  const made = newStory();
  for (let index = 0; index < 40; index += 1) {
    const message = `${kinds[index % kinds.length]}: change number ${index}${index % 5 === 0 ? '\n\nWith some words about it.' : ''}`;
    const main = made.last();
    if (index % 9 === 4) {
      const side = made.commit(message, { parents: [main] });
      made.commit(`Merge branch 'topic-${index}'`, { parents: [main, side] });
    } else made.commit(message);
    if (index % 9 === 8) made.tag(`v1.${index}.0`, undefined, Date.UTC(2024, 0, 2 + index) / 1000);
  }
  return made;
};
