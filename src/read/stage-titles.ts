/** Titles of stages: `Stage 1: Dev → Staging`, `2) Canary stage`, `Promotion to production`. */

const numbered = /^(?:stage|gate|phase|cohort|ring|wave)\s+(?:(\d+)|[A-Z]|[IVX]+)\b\s*[:.–—-]?\s*(.*)$/i;
// `### 1. CI gate`, `## 2) Canary stage`.
const counted = /^\d+[.)]\s+.{1,60}\b(?:gate|stage|ring|wave)$/i;
const arrow = /^(.{1,60}?)\s*(?:→|->|=>|➜|⟶|—>)\s*(.{1,60}?)(?:\s+(?:PR\s+)?(?:gate|promotion|stage))?$/i;
const promoted = /^\W*promot(?:e|ion|ing)\b(?:\s+(?:from\s+)?(\S.{0,40}?))??\s+to\s+(\S.{0,40})$/i;

export interface Route {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

// `Procedure — promote dev` leads from dev; marks before a name are no part of it.
const place = (text: string | undefined): string | undefined =>
  text
    ?.replace(/^.*(?:\s[-–—]\s|:\s)/, '')
    .replace(/^[^\p{L}\p{N}]*(?:(?:promot\w*|deploy\w*|release|rollout|from)\s+(?:(?:from|of)\s+)?)?/iu, '')
    .replace(/[\s`*_]+$/, '')
    .trim() || undefined;

const routeOf = (title: string): Route => {
  const [, from, to] = arrow.exec(title) ?? promoted.exec(title) ?? [];
  return { from: place(from), to: place(to) };
};

/** What the title of a stage says: its number, and where it leads. */
export const stageTitle = (title: string): Route & { readonly number?: number | undefined } => {
  const [, number, rest] = numbered.exec(title) ?? [];
  return { number: number === undefined ? undefined : Number(number), ...routeOf(rest ?? title) };
};

export const isNumberedStage = (title: string): boolean => numbered.test(title);

/** The titles of stages in a list; numbered ones make the pipeline, others do so only where there are none. */
export const stagesAmong = <T extends { readonly title: string }>(all: readonly T[]): readonly T[] => {
  const ways = [numbered, counted].map((pattern) => all.filter(({ title }) => pattern.test(title)));
  return ways.find((found) => found.length > 0) ?? all.filter(({ title }) => arrow.test(title) || promoted.test(title));
};
