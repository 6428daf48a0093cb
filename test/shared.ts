/** Material that lies beside the repository on some machines; tests that need it skip by name where it is absent. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('../../shared/', import.meta.url).pathname;

export const hasShared = existsSync(join(root, 'corpus'));

export const sharedBytes = (path: string): Uint8Array => readFileSync(join(root, path));

/** Paths of all corpus documents, as `corpus/<set>/<file>`. */
export const corpusPaths = (): string[] =>
  hasShared
    ? ['approvals', 'changelogs', 'checklists', 'incidents', 'promotion'].flatMap((set) =>
        readdirSync(join(root, 'corpus', set)).map((file) => `corpus/${set}/${file}`),
      )
    : [];

export const seedPaths = (): string[] => (hasShared ? readdirSync(join(root, 'seeds')).map((file) => `seeds/${file}`) : []);
