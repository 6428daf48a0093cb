import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { gitSignatures } from '../../src/facts/git-signature.ts';
import { commit, counted, folder, git, repository, write } from '../tree/sandbox.ts';

const hasSshKeygen = ((): boolean => {
  try {
    execFileSync('sh', ['-c', 'command -v ssh-keygen'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

it.skipIf(!hasSshKeygen)('a commit is signed if git can verify it; each is asked once', async () => {
  const root = repository({ 'a.md': 'a' });
  const keys = folder();
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'test@example.org', '-f', join(keys, 'key')]);
  write(keys, { signers: `test@example.org ${execFileSync('cat', [join(keys, 'key.pub')], { encoding: 'utf8' })}`, none: '' });
  const configured = { 'gpg.format': 'ssh', 'user.signingKey': join(keys, 'key.pub'), 'gpg.ssh.allowedSignersFile': join(keys, 'signers') };
  for (const [key, value] of Object.entries(configured)) git(root, ['config', key, value]);
  const unsigned = commit(root);
  git(root, ['commit', '-q', '--allow-empty', '-S', '-m', 'signed']);
  const signed = git(root, ['rev-parse', 'HEAD']);
  const { env, calls } = counted();
  const isSigned = gitSignatures({ root, env });
  expect(await Promise.all([unsigned, signed, signed].map(isSigned))).toEqual([false, true, true]);
  expect(calls()).toHaveLength(2);
  git(root, ['config', 'gpg.ssh.allowedSignersFile', join(keys, 'none')]);
  expect(await gitSignatures({ root, env })(signed)).toBe(false);
});
