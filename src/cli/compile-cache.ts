/**
 * Compiled code, kept beside the program: most of the time of a short command is compiling. From Node 22.8 on this is Node's own module
 * compile cache; older ones get the same from V8's code cache. Whoever may write there may change the program itself.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { constants, Script } from 'node:vm';
import { crc32 } from 'node:zlib';

interface Compiled {
  readonly script: Script;
  readonly file: string;
}

/** What Node makes of a CommonJS file. */
type Wrapper = (...given: [exports: unknown, require: NodeJS.Require, module: NodeJS.Module, filename: string, dirname: string]) => void;

const opening = '(function (exports, require, module, __filename, __dirname) {';

const sumLength = 4;

// V8 believes what it is given, so a damaged file must not reach it.
const read = (file: string): Buffer | undefined => {
  try {
    const bytes = readFileSync(file);
    const code = bytes.subarray(0, -sumLength);
    return crc32(code) === bytes.readUInt32LE(code.length) ? code : undefined;
  } catch {
    return undefined;
  }
};

const withSum = (code: Buffer): Buffer => {
  const sum = Buffer.alloc(sumLength);
  sum.writeUInt32LE(crc32(code));
  return Buffer.concat([code, sum]);
};

/** Compiles a file from what was kept of it; V8 itself refuses what another version of it has made. */
const compile = (path: string, file: string): { readonly wrapper: Wrapper; readonly fresh: Compiled | undefined } => {
  const cachedData = read(file);
  const source = `${opening}${readFileSync(path, 'utf8')}\n})`;
  const script = new Script(source, {
    filename: path,
    columnOffset: -opening.length,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData && { cachedData }),
  });
  return { wrapper: script.runInThisContext() as Wrapper, fresh: cachedData === undefined ? { script, file } : undefined };
};

// Whole or not at all: another process may read it at the same time.
const write = ({ script, file }: Compiled): void => {
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, withSum(script.createCachedData()), { flag: 'wx' });
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
};

const writeAll = (all: readonly Compiled[], folder: string): void => {
  if (all.length === 0) return;
  try {
    mkdirSync(folder, { recursive: true });
    for (const one of all) write(one);
  } catch {
    // Where nothing may be written, every run compiles: slower, and as right.
  }
};

/** Compiles the program's files from the cache, from now on; the answer keeps what was compiled anew, with what it has called. */
const cacheCode = (program: string, folder: string): (() => void) => {
  const { extensions } = createRequire(join(program, 'bin.js'));
  const fallback = extensions['.js'];
  const fresh: Compiled[] = [];
  const load = (module: NodeJS.Module, path: string): void => {
    const compiled = compile(path, join(folder, basename(path)));
    if (compiled.fresh !== undefined) fresh.push(compiled.fresh);
    compiled.wrapper.call(module.exports, module.exports, createRequire(path), module, path, program);
  };
  extensions['.js'] = (module, path) => (dirname(path) === program ? load(module, path) : fallback?.(module, path));
  return () => writeAll(fresh, folder);
};

/**
 * Keeps what is compiled of a program, CommonJS files in one folder whose names change with what they hold; NODE_DISABLE_COMPILE_CACHE=1
 * forbids it. The answer is to be called when all has run.
 */
export const useCompileCache = (program: string): (() => void) => {
  const { NODE_DISABLE_COMPILE_CACHE: forbidden, NODE_COMPILE_CACHE: elsewhere } = process.env;
  if (forbidden !== undefined && forbidden !== '') return () => undefined;
  const folder = join(program, 'compiled');
  const { enableCompileCache } = process.getBuiltinModule('node:module') as { enableCompileCache?: (folder: string) => unknown };
  if (enableCompileCache === undefined) return cacheCode(program, join(folder, `${process.version}-${process.arch}`));
  enableCompileCache(elsewhere ?? folder);
  return () => undefined;
};
