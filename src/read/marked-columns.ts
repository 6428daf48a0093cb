/** The columns of a check list in a table: which one says what is to be done, and which ones say what became of it. */
import { stateOfMark } from './mark-state.ts';
import { headerName, type ReadTable } from './tables.ts';

const stateHeader =
  /^(?:(?:current |test )?(?:status|state)|done|completed?|check(?:ed)?|verified|pass(?:ed)?|pass ?\/ ?fail|result|ok|✓|✔|✅|☑|☐|statut|estado|situação|状态|完成|erledigt|fertig|fait|hecho|feito|concluído)\??$/iu;
const itemHeader =
  /^(?:(?:check(?:list)? |release |test )?(?:items?|checks?|tasks?|steps?|actions?|activit(?:y|ies)|criteri(?:on|a)|requirements?|gates?|scenarios?|tests?|test cases?|verification|deliverables?|preconditions?)|what|punkt|aufgabe|schritt|tâche|étape|tarea|tarefa|etapa|检查项|任务|步骤)$/i;
// What one option may meet and another may not.
const comparedHeader = /^(?:criteri(?:on|a)|requirements?|scenarios?|what)$/i;
const logHeader = /^(?:(?:known )?(?:risks?|issues?|bugs?|tickets?|defects?|limitations?|alerts?|incidents?)|service)$/i;
const counter = /^(?:#|no\.?|nr\.?|id|day|phase|)$/i;

export interface Columns {
  readonly label: number;
  readonly state: number;
  /** Further columns of state. */
  readonly others: readonly number[];
  /** The first column says that rows are things to do: then words of state count, and so does an empty cell. */
  readonly asksItems: boolean;
}

const hasMark = (table: ReadTable, column: number): boolean =>
  table.rows.some(({ cells }) => stateOfMark(cells[column]?.text ?? '') !== undefined);

// `Test | Linux | Windows`: columns of nothing but marks. An empty cell there asks for nothing.
const unnamed = (table: ReadTable, label: number): Columns | undefined => {
  const [state, ...others] = table.header.flatMap((_, column) => {
    const said = table.rows.flatMap(({ cells }) => cells[column]?.text || []);
    return said.length > 0 && said.every((text) => stateOfMark(text) !== undefined) ? [column] : [];
  });
  return state === undefined ? undefined : { label, state, others, asksItems: false };
};

/** The columns of a table that is a check list; undefined for any other table. */
export const checkColumns = (table: ReadTable): Columns | undefined => {
  const names = table.header.map((cell) => headerName(cell.text));
  const asking = names.findIndex((name) => itemHeader.test(name));
  const asksItems = asking >= 0;
  const label = asksItems ? asking : names.findIndex((name) => !counter.test(name) && !stateHeader.test(name));
  const [state, ...others] = names.flatMap((name, index) => (index !== label && stateHeader.test(name) ? [index] : []));
  if (label < 0 || logHeader.test(names[label] ?? '')) return undefined;
  if (state === undefined) return asksItems && !comparedHeader.test(names[label] ?? '') ? unnamed(table, label) : undefined;
  return asksItems || hasMark(table, state) ? { label, state, others, asksItems } : undefined;
};
