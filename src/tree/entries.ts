/** A tree made of a list of entries that is known in full: memory, the git index, a commit. */
import { posix } from 'node:path';
import { confined } from './confined.ts';
import { select } from './paths.ts';
import type { Link, Tree } from './tree.ts';

export interface Entry<Content> {
  /** POSIX path relative to the root. */
  readonly path: string;
  /** Only files have bytes; a link (symbolic) and a module (git submodule) are there, what lies beneath them is not known. */
  readonly kind: 'file' | 'link' | 'module';
  readonly content: Content;
}

export interface Listing<Content> {
  readonly name: string;
  readonly entries: readonly Entry<Content>[];
  readonly read: (content: Content) => Promise<Uint8Array>;
}

/** The folders a path stands in, innermost first. */
function* foldersOf(path: string): Generator<string> {
  for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) yield path.slice(0, cut);
}

const allFolders = (paths: Iterable<string>): ReadonlySet<string> => {
  const folders = new Set(['.']);
  for (const path of paths) {
    for (const folder of foldersOf(path)) {
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
};

export const treeOfEntries = <Content>({ name, entries, read }: Listing<Content>): Tree => {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const folders = allFolders(byPath.keys());
  const ofKind = (kind: Entry<Content>['kind']): string[] => entries.filter((entry) => entry.kind === kind).map(({ path }) => path);
  const files = ofKind('file');
  // A link to a link counts as leading nowhere: somebody has to look at it.
  const linkAt = async (path: string): Promise<Link> => {
    const written = new TextDecoder().decode(await read((byPath.get(path) as Entry<Content>).content));
    const target = confined(posix.join(posix.dirname(path), written));
    return target !== undefined && !posix.isAbsolute(written) && byPath.get(target)?.kind === 'file' ? { path, target } : { path };
  };
  return {
    name,
    list: async (patterns, ignore) => select(files, patterns, ignore),
    links: async (patterns) => Promise.all(select(ofKind('link'), patterns).map(linkAt)),
    read: async (path) => {
      const entry = byPath.get(confined(path) ?? '');
      return entry?.kind === 'file' ? read(entry.content) : undefined;
    },
    has: async (path) => {
      const clean = confined(path);
      if (clean === undefined) return undefined;
      if (byPath.has(clean) || folders.has(clean)) return true;
      const leadsOut = [...foldersOf(clean)].some((folder) => ['link', 'module'].includes(byPath.get(folder)?.kind ?? 'file'));
      return leadsOut ? undefined : false;
    },
  };
};
