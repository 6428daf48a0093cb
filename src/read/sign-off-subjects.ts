/** What a sign-off is about: paths, each bound to its content by a digest or a commit. */
import type { Subject } from '../model/parts/subject.ts';

type Piece = { readonly path: string; readonly bare: boolean } | { readonly digest: string } | { readonly commit: string };

const linkTarget = (target: string): string =>
  /^[a-z][a-z0-9+.-]*:|^#/i.test(target) ? ' ' : ` ${/^[./]/.test(target) ? '' : './'}${target.replace(/#.*$/, '')} `;

// A local link stands for its target, which is relative to the document; comments and addresses say nothing.
const cleaned = (raw: string): string =>
  raw
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/\[[^\]]{0,500}\]\(<?([^()\s>]+)>?[^()]{0,500}\)/g, (_, target: string) => linkTarget(target))
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/\S+/gi, ' ')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/[`*<>"'“”]/g, ' ');

const pattern =
  /\bsha-?256\s*[:=]\s*(?<tagged>[0-9a-f]+)|(?<![\w./-])(?<plain>[0-9a-f]{64})(?![\w/-])|\b(?:commit|rev(?:ision)?|sha1?)\b[\s:@]*(?<named>[0-9a-f]{7,40})\b|(?<![\w./-])(?<object>[0-9a-f]{40})(?![\w/-])|(?<path>[\p{L}\p{N}._+~@%/-]+)/giu;

const documentName =
  /\.(?:md|mdx|markdown|txt|rst|adoc|json|ya?ml|toml|csv|pdf|html?|svg|png|docx?|xlsx?|log|sarif|xml|zip|t?gz|tar|whl|jar)$/i;

// `UI/UX` and `Node.js` are words: a path has a directory and an extension, or is named like a document.
const isPath = (text: string): boolean =>
  documentName.test(text) || (text.includes('/') && /[\p{L}\p{N}_]\.[a-z][a-z0-9]{0,7}$/iu.test(text)) || /^\.{0,2}\/./.test(text);

const pieceOf = ({ groups = {} }: RegExpMatchArray): Piece[] => {
  const digest = groups['tagged'] ?? groups['plain'];
  if (digest !== undefined) return [{ digest: `sha256:${digest.toLowerCase()}` }];
  const commit = groups['named'] ?? groups['object'];
  if (commit !== undefined) return [{ commit: commit.toLowerCase() }];
  const path = (groups['path'] ?? '').replace(/[.]+$/, '');
  return isPath(path) ? [{ path, bare: !path.includes('/') }] : [];
};

const piecesOf = (raw: string): Piece[] => [...cleaned(raw).matchAll(pattern)].flatMap(pieceOf);

const isBound = ({ digest, commit }: Subject): boolean => digest !== undefined || commit !== undefined;

const added = (subjects: readonly Subject[], { path, ...binding }: Subject): Subject[] => {
  const last = subjects.at(-1);
  // `sha256:… docs/a.md`: the digest may stand first.
  if (path !== undefined && last !== undefined && last.path === undefined) return [...subjects.slice(0, -1), { ...last, path }];
  if (path !== undefined || last === undefined || isBound(last)) return [...subjects, { ...(path !== undefined && { path }), ...binding }];
  return [...subjects.slice(0, -1), { ...last, ...binding }];
};

const bareSubject = (piece: Piece): Subject => ('path' in piece ? { path: piece.path } : piece);

/** The subjects that a text names, each with the digest or commit that stands beside its path. */
export const subjectsIn = (raw: string): Subject[] =>
  piecesOf(raw).reduce<Subject[]>((subjects, piece) => added(subjects, bareSubject(piece)), []);

const bindFirst = (subjects: readonly Subject[], binding: Subject): Subject[] => {
  const named = subjects.findIndex((subject) => !isBound(subject) && (binding.path === undefined || subject.path === binding.path));
  return named < 0 ? [...subjects, binding] : subjects.map((subject, index) => (index === named ? { ...subject, ...binding } : subject));
};

/** The cells or lines of a sign-off that may name what it is about, as Markdown. */
export interface SubjectTexts {
  readonly subject?: string | undefined;
  readonly digest?: string | undefined;
  readonly commit?: string | undefined;
  readonly note?: string | undefined;
  /** What else is said, such as the date and the decision. */
  readonly rest?: string | undefined;
}

// The cell of a commit column may hold the bare beginning of a commit.
const commitsIn = (raw: string): Subject[] =>
  [...cleaned(raw).matchAll(/(?<![\w.])[0-9a-f]{7,40}(?![\w.])/gi)].map(([commit]) => ({ commit: commit.toLowerCase() }));

const withCommits = (subjects: readonly Subject[], commits: readonly Subject[]): Subject[] => {
  const [only, ...more] = commits;
  if (only === undefined || more.length > 0) return commits.reduce<Subject[]>(bindFirst, [...subjects]);
  return subjects.length === 0 ? [only] : subjects.map((subject) => ({ ...only, ...subject }));
};

/** What a sign-off is about. A note names a subject only where it binds it, the rest only by a digest; elsewhere every path counts. */
export const readSubjects = ({ subject = '', digest = '', commit = '', note = '', rest = '' }: SubjectTexts): Subject[] => {
  const named = subjectsIn(subject);
  const beside = [...subjectsIn(note).filter(isBound), ...subjectsIn(rest).filter((one) => one.digest !== undefined)];
  const bound = [...subjectsIn(digest), ...beside].reduce<Subject[]>(bindFirst, named);
  return withCommits(bound, commitsIn(commit));
};
