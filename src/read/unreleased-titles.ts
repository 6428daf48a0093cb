/** Headings of what is not released yet: a section of its own, or a version that is announced. */

const translated =
  'não (?:publicado|lançado)|sin publicar|no publicado|non publié|unveröffentlicht|non rilasciato|niewydane|yayımlanmadı|не ?(?:выпущено|опубликовано)|未リリース|未发布|未發布|미배포';

const pending = 'tbc|tbd|tba|wip|work in progress|in progress|in development|coming soon|not (?:yet )?released|to be released';

// A name of the next release or of the branch that it comes from.
const next =
  'upcoming(?: (?:release|version|changes))?|v?next(?: (?:major|minor|patch))?(?: (?:release|version|changes))?|future (?:release|version)|próxim[ao] (?:versi[óo]n|versão|lanzamiento|lançamento)|à venir|prochaine version|nächste version|prossima versione|następna wersja|следующая версия|次のバージョン|次のリリース|下一个?版本|下一個?版本|다음 (?:버전|릴리스)';
const branch = 'head|trunk|dev|(?:main|master|develop(?:ment)?)(?: branch)?|development version';

// `acme (development version)`: what is named is the package.
const packaged = `(?!.*\\d\\.\\d)[^([]+[([](?:unreleased|development version|not yet released|${translated})[)\\]]\\s*$`;

/** A section of changes that are not released: "Next" and "Main" count alone, for "Next steps" and "Main changes" are something else. */
export const unreleasedTitle = new RegExp(
  `^(?:\\[?(?:(?:unreleased|${translated})(?![\\p{L}\\p{N}])|(?:${next}|${branch}|${pending})\\]?\\s*(?:$|[-–—:(/[]))|${packaged})`,
  'iu',
);

const planned = String.raw`(?:planned|expected|scheduled|eta|target(?:ed)?)(?:(?: (?:for|on|by|in))?:? (?:[A-Z][a-z]+ )?Q?\d.{0,20})?`;

/** A release that its heading names and announces: `1.2.0 (TBD)`, `1.2.0 (planned for Q3 2027)`; the words that say so are captured. */
export const notReleased = new RegExp(`[-–—(/\\s[](unreleased|upcoming|${pending}|${planned}|${translated})[)\\]]?\\s*$`, 'iu');

/** The line below the heading of a release that says so: `Unreleased`, `Release date: TBD`. */
export const notReleasedLine = new RegExp(
  `^\\W*(?:(?:released|release date|date)\\W+)?(unreleased|upcoming|not released yet|${pending}|${translated})\\W*$`,
  'iu',
);
