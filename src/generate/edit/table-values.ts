/** Values of a sign-off row: which cell says what, so that the reader finds every part of the entry again. */
import { type Entry, subjectPath, subjectsWords } from './entry.ts';
import { escapeText } from './plain-text.ts';
import type { Columns, Part } from './sign-off-columns.ts';

/** Whether a table can say who decided what in which role. Without a decision column, a signature or a name with a date approves. */
export const canHold = ({ role, person, signature, decision }: Columns, entry: Entry): boolean =>
  role !== undefined && (person ?? signature) !== undefined && (decision !== undefined || entry.decision === 'approved');

interface Words {
  readonly columns: Columns;
  readonly entry: Entry;
}

// What has no column of its own is said in the notes, else behind the date or the decision.
const extras = ({ columns, entry }: Words): string[] => {
  const subjects = columns.subject === undefined && columns.digest === undefined ? subjectsWords(entry) : '';
  const date = columns.date === undefined ? entry.date : '';
  return [entry.note ?? '', subjects, date].filter((words) => words !== '');
};

const lastOf = ({ date, decision }: Columns): number | undefined =>
  date === undefined || decision === undefined ? (date ?? decision) : Math.max(date, decision);

/** The cells of a row by column, as Markdown. */
export const rowValues = (entry: Entry, columns: Columns): Map<number, string> => {
  const values = new Map<number, string>();
  const put = (part: Part, text: string): void => {
    const column = columns[part];
    if (column !== undefined && text !== '') values.set(column, escapeText(text));
  };
  put('signature', entry.person);
  put('person', entry.person);
  put('role', entry.role);
  put('date', entry.date);
  put('decision', entry.decision);
  const isSplit = columns.subject !== undefined && columns.digest !== undefined;
  put('digest', isSplit ? entry.subjects.map(({ digest }) => digest).join(', ') : subjectsWords(entry));
  put('subject', isSplit ? entry.subjects.map(subjectPath).join(', ') : subjectsWords(entry));
  const more = extras({ columns, entry }).join('; ');
  if (columns.note !== undefined) put('note', more);
  else if (more !== '') addTo(values, lastOf(columns), escapeText(more));
  return values;
};

const addTo = (values: Map<number, string>, column: number | undefined, text: string): void => {
  if (column !== undefined) values.set(column, `${values.get(column) ?? ''} (${text})`.trim());
};
