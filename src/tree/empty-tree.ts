/** The tree without files, which is known to every repository: what `git hash-object -t tree /dev/null` answers. */

const emptyTrees = {
  sha1: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  sha256: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
};

/** The empty tree of the repository that has an object of this full id. */
export const emptyTreeBeside = (id: string): string => (id.length === emptyTrees.sha256.length ? emptyTrees.sha256 : emptyTrees.sha1);
