/** The columns of a check list in a table: which one says what is to be done, and which ones say what became of it. */
import { isBlank } from './blank.ts';
import { stateOfMark } from './mark-state.ts';
import { stateOfText } from './state-words.ts';
import { headerName, isLegendHeader, type ReadTable } from './tables.ts';

const stateHeader =
  /^(?:(?:current |test |qa |ci |build |gate |release |verification )?(?:status|state|verdict)|done|completed?|check(?:ed)?|verified|pass(?:ed)?|pass ?\/ ?fail|met|fulfilled|achieved|ready|done ?\/ ?not done|yes ?\/ ?no|y ?\/ ?n|ok ?\/ ?nok|p ?\/ ?f|go(?: ?\/ ?no[- ]?go)?|erfüllt|(?:test |qa |ci |actual |linux |windows |macos )?results?|ergebnis|résultat|resultado|结果|結果|ok|✓|✔|✅|☑|☐|statut|estado|situação|zustand|état|状态|状態|狀態|状況|ステータス|完成|通过|通過|erledigt|fertig|fait|hecho|feito|concluído)\??$/iu;
const itemHeader =
  /^(?:(?:check(?:list)? |release |test )?(?:items?|checks?|tasks?|steps?|actions?|activit(?:y|ies)|criteri(?:on|a)|requirements?|gates?|scenarios?|tests?|test (?:steps?|cases?|names?|class(?:es)?|suites?|scenarios?|ids?)|verification|deliverables?|preconditions?|prerequisites?|checkpoints?|controls?)|what|punkt|aufgabe|schritt|tâche|étape|tarea|tarefa|etapa|prüfpunkt|prüfung|kriterium|contrôle|vérification|comprobación|verificación|verificação|requisito|critério|criterio|entregables?|entregáve(?:l|is)|livrables?|liefergegenstand|检查项|任务|步骤|检查项目|項目|確認項目|功能項目|測試項目|檢查項目|驗收項目|功能项目|测试项目|验收项目|作業|チェック項目)$/i;
// What one option may meet and another may not.
const comparedHeader = /^(?:criteri(?:on|a)|requirements?|scenarios?|what)$/i;
/** Columns that people tick with a day, initials or an x. */
const tickHeader = /^(?:done|completed?|check(?:ed)?|verified|passed|ok|✓|✔|✅|☑|☐|完成|erledigt|fertig|fait|hecho|feito|concluído)\??$/iu;
// What came out may be a state or a measurement.
const resultHeader = /^(?:(?:\p{L}+ )?results?|achieved|ergebnis|résultat|resultado|结果|結果)$/iu;
const noteHeader =
  /^(?:notes?|comments?|remarks?|reasons?|rationale|justifications?|explanations?|details?|evidence|why|bemerkung(?:en)?|kommentare?|begründung|remarques?|commentaires?|raison|observaciones|comentarios?|motivo|observações|comentários?|justificativa|备注|说明|原因|備考|理由|コメント)$/i;
const logHeader = /^(?:(?:known )?(?:risks?|issues?|bugs?|tickets?|defects?|limitations?|alerts?|incidents?)|service)$/i;
const counter = /^(?:#|no\.?|nr\.?|id|day|phase|)$/i;

/** Whether a column is named for the state of its rows. */
export const namesState = (name: string): boolean => stateHeader.test(name);

/** Whether a column may hold measurements. */
const measuresIn = (names: readonly string[], column: number): boolean => resultHeader.test(names[column] ?? '');

export interface Columns {
  readonly label: number;
  readonly state: number;
  /** Further columns of state. */
  readonly others: readonly number[];
  /** The first column says that rows are things to do: then words of state count, and so does an empty cell. */
  readonly asksItems: boolean;
  /** The column of state is ticked with a day, initials or an x. */
  readonly ticks: boolean;
  /** The columns of state that may hold measurements. */
  readonly measures: readonly number[];
  /** It asks for nothing but a state, so that anything else there is not understood. */
  readonly strict: boolean;
  /** Columns in which somebody signs for the row: those that are blank in some rows only. */
  readonly signs: readonly number[];
  /** Columns that may give reasons. */
  readonly notes: readonly number[];
}

// A verdict in so many words is a mark wherever a state is asked.
const verdict =
  /^[^\p{L}\p{N}]*(?:(?:pass|fail)(?:ed)?|(?:not |un)?verified|needs verification|blocked|no-go|not (?:run|tested|confirmed|ready|met))(?!\p{L})/iu;

const hasMark = (table: ReadTable, column: number): boolean =>
  table.rows.some(({ cells }) => stateOfMark(cells[column]?.text ?? '') !== undefined || verdict.test(cells[column]?.text ?? ''));

const notesOf = ({ header }: ReadTable): number[] =>
  header.flatMap((cell, column) => (noteHeader.test(headerName(cell.text)) ? [column] : []));

const signHeader =
  /^(?:(?:signed|signed[- ]off|verified|checked|tested|approved|reviewed|confirmed)[- ]by|sign-?off|signature|initials|kürzel|geprüft von|vérifié par|verificado por)(?: ?(?:\/|and|&) ?(?:date|day|time))?$/i;

// A column that nobody fills in is one that the team does not use.
const signsOf = ({ header, rows }: ReadTable): number[] =>
  header.flatMap((cell, column) =>
    signHeader.test(headerName(cell.text)) && rows.some(({ cells }) => !isBlank(cells[column]?.raw ?? '', cells[column]?.text ?? ''))
      ? [column]
      : [],
  );

// A column of results is one of states where half of them are.
const mostlyKnown = ({ rows }: ReadTable, column: number): boolean => {
  const said = rows.flatMap(({ cells }) => cells[column]?.text || []);
  return said.filter((text) => (stateOfMark(text) ?? stateOfText(text)) !== undefined).length * 2 >= said.length;
};

// What a check is like, not how it went.
const natureHeader =
  /^(?:automat(?:ed|ic)|auto|manual|required|optional|mandatory|recommended|needed|applicable|enabled|supported|critical|blocking|blocker|breaking|public|new)\??$/i;

const isOfMarks = (table: ReadTable, column: number): boolean => {
  const said = table.rows.flatMap(({ cells }) => cells[column]?.text || []);
  return hasMark(table, column) && said.every((text) => (stateOfMark(text) ?? stateOfText(text)) !== undefined);
};

// `Test | Linux | Windows`: columns of nothing but marks. An empty cell there asks for nothing.
const unnamed = (table: ReadTable, label: number): Columns | undefined => {
  const [state, ...others] = table.header.flatMap(({ text }, column) =>
    !natureHeader.test(headerName(text)) && isOfMarks(table, column) ? [column] : [],
  );
  return state === undefined
    ? undefined
    : { label, state, others, asksItems: false, ticks: false, measures: [], strict: false, signs: signsOf(table), notes: notesOf(table) };
};

/** The columns of a table that is a check list; undefined for any other table. */
export const checkColumns = (table: ReadTable): Columns | undefined => {
  const names = table.header.map((cell) => headerName(cell.text));
  const asking = names.findIndex((name) => itemHeader.test(name));
  const label = asking >= 0 ? asking : names.findIndex((name) => !counter.test(name) && !stateHeader.test(name));
  const named = names.flatMap((name, index) => (index !== label && stateHeader.test(name) ? [index] : []));
  const measures = named.filter((column) => measuresIn(names, column));
  // `Achieved | Status`: what was measured comes second to what is said of it.
  const [state, ...others] = [...named.filter((column) => !measures.includes(column)), ...measures];
  if (label < 0 || logHeader.test(names[label] ?? '') || isLegendHeader(names)) return undefined;
  // `Ready?` asks for an answer, whatever stands before it.
  const asksItems = asking >= 0 || (names[state ?? -1] ?? '').endsWith('?');
  if (state === undefined) return asksItems && !comparedHeader.test(names[label] ?? '') ? unnamed(table, label) : undefined;
  if (!asksItems && !hasMark(table, state)) return undefined;
  const name = names[state] ?? '';
  const strict = asksItems && (!measures.includes(state) || mostlyKnown(table, state));
  return { label, state, others, asksItems, ticks: tickHeader.test(name), measures, strict, signs: signsOf(table), notes: notesOf(table) };
};
