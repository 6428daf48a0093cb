/** The tags of a repository. */
import type { HistoryTag } from '../model/history.ts';
import { runGit } from '../tree/git.ts';
import type { ChangesSpot } from './git-commits.ts';

const tagFields = ['%(refname:strip=2)', '%(objecttype)', '%(objectname)', '%(*objecttype)', '%(*objectname)', '%(creatordate:unix)'];

interface ReadTag extends HistoryTag {
  /** It stands for another tag. */
  readonly nested: boolean;
}

const tagOf = (line: string): ReadTag[] => {
  const [name = '', type, id = '', target, targetId = '', at] = line.split('\0');
  if (type === 'commit') return [{ name, commit: id, at: Number(at), nested: false }];
  return target === 'commit' || target === 'tag' ? [{ name, commit: targetId, at: Number(at), nested: target === 'tag' }] : [];
};

/** All tags of commits. */
export const readTags = async ({ root, env }: ChangesSpot): Promise<HistoryTag[]> => {
  const output = await runGit(root, ['for-each-ref', `--format=${tagFields.join('%00')}`, 'refs/tags'], { env });
  const tags = output.toString('utf8').split('\n').flatMap(tagOf);
  return Promise.all(
    tags.map(async ({ nested, ...tag }) => {
      if (!nested) return tag;
      const peeled = await runGit(root, ['rev-parse', `refs/tags/${tag.name}^{commit}`], { env });
      return { ...tag, commit: peeled.toString('utf8').trim() };
    }),
  );
};
