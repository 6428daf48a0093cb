/** The people of a project, from its configuration or its people file, with the aliases of its mailmap. */
import type { Config } from '../config/types.ts';
import { type PeopleList, peoplePath, readPeople } from '../facts/people.ts';
import { type PeopleMap, peopleMap } from '../facts/people-map.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Tree } from '../tree/tree.ts';

const textOf = async (tree: Tree, path: string): Promise<string | undefined> => {
  const bytes = await tree.read(path);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
};

const listOf = async (tree: Tree, { people, file }: Config): Promise<PeopleList | undefined> => {
  if (typeof people === 'object') return { people, locate: (pointer) => file?.locate(`/people${pointer}`) ?? 'people' };
  const path = people ?? peoplePath;
  const text = await textOf(tree, path);
  if (text !== undefined) return readPeople(path, text);
  if (people === undefined) return undefined;
  throw new UsageError(`${file?.locate('/people') ?? 'people'}: There is no file ${path}. Correct the path, or list the people here.`);
};

/** Who is who. Without a list everybody stands for themselves. */
export const loadPeople = async (tree: Tree, config: Config): Promise<PeopleMap> => {
  const [list, mailmap] = await Promise.all([listOf(tree, config), textOf(tree, '.mailmap')]);
  return peopleMap(list?.people, mailmap ?? '', list?.locate);
};
