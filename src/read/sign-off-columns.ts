/** The names of the columns of sign-off tables, in the languages that people write them in. */
import { crosses, openBoxes, tickedBoxes, ticks, waits } from './glyphs.ts';
import { columnOf, headerName, type ReadTable } from './tables.ts';

export const signOffColumns = {
  role: /^(?:roles?|role persona|persona|job title|team|function|position|responsibility|department|gate|stakeholder|approval|sign-?off|役割|担当|角色|岗位|部门|職稱|職務|部門|rolle|funktion|abteilung|rôle|fonction|équipe|rol|cargo|función|função|papel|área)$/,
  person:
    /^(?:(?:(?:full|print(?:ed)?|tester|approver|reviewer|signer|signatory|stakeholder)(?:[’']s)? )?names?|approvers?|reviewers?|signers?|signatory|signed by|approved by|reviewed by|person|who|approver name|owner|承認者|氏名|姓名|审批人|审核人|負責人|核准人|审批者|负责人|freigegeben von|verantwortlich(?:er)?|nom|responsables?|approbateur|nombre|aprobador|nome|aprovador|responsável)$/,
  decision:
    /^(?:(?:(?:sign-?off|final|approval|go-live|uat) )?(?:decision|status|verdict|result)|decisions?|status|approved?\??|approvals?|approval status|sign-?off|signed off\??|verdict|votes?|votum|voto|outcome|approval|state|go ?\/ ?no-go|result|判定|结果|結果|résultat|resultado|承認|状态|意见|结论|审批意见|entscheidung|ergebnis|freigabe|décision|statut|avis|decisión|estado|decisão|situação|aprovado\??|aprobado\??)$/,
  date: /^(?:(?:(?:verification|sign-?off|review|decision|signature) )?date|date signed|date approved|approval date|approved on|signed on|signed at|approved at|timestamp|when|last updated|日付|承認日|日期|datum|fecha|data)$/,
  signature:
    /^(?:signatures?|signature (?:\/|or) initials|signed\??|initials|署名|签字|签名|簽名|簽章|簽核|unterschrift|firma|assinatura)$/,
  subject: /^(?:documents?|artifacts?|artefacts?|subject|deliverables?|component|file|scope|items?)$/,
  note: /^(?:notes?|comments?|remarks?|conditions?|備考|备注|bemerkung(?:en)?|remarques?|observaciones|observações)$/,
  digest: /^(?:digests?|content|content digest|sha-?256|checksum|hash)$/,
  commit: /^(?:commits?|commit (?:sha|id|hash)|revision|sha)$/,
} as const;

/** Names that no other table has. */
export const strongHeader =
  /^(?:approvers?|approved? by|approved?\??|approval date|approval status|signatures?|signature (?:\/|or) initials|decision|sign-?off|signed by|signatory|stakeholder|承認者|审批人|签字|签名|簽名|簽章|簽核|审批意见|unterschrift|freigabe|freigegeben von|approbateur|aprobador|firma|aprovador|assinatura)$/;

type Column = keyof typeof signOffColumns;
/** Where each column of a table of sign-offs stands; -1 for those it does not have. */
export type Columns = Readonly<Record<Column, number>>;

/** The columns of a table, by the parts they play. */
export const columnsOf = (table: ReadTable): Columns => {
  const found = Object.fromEntries(
    (Object.keys(signOffColumns) as Column[]).map((name) => [name, columnOf(table, signOffColumns[name])]),
  ) as Record<Column, number>;
  // One column plays one part: `Approval | Status` names the role first.
  if (found.decision === found.role && found.decision >= 0)
    found.decision = table.header.findIndex((cell, index) => index !== found.role && signOffColumns.decision.test(headerName(cell.text)));
  // `Item | Sign-off | Name`: behind what it is about, such a column names nobody.
  if (found.role > 0 && isBehind(table, found.role))
    Object.assign(found, { role: -1, ...(found.decision < 0 && holdsBoxes(table, found.role) && { decision: found.role }) });
  return found;
};

const isBehind = ({ header }: ReadTable, column: number): boolean => {
  const names = header.map(({ text }) => headerName(text));
  return /^(?:approval|sign-?off)$/.test(names[column] ?? '') && names.slice(0, column).some((name) => !/^(?:no\.?|nr\.?|id|)$/.test(name));
};

const onlyBox = new RegExp(`^(?:[${openBoxes}${tickedBoxes}${ticks}${crosses}${waits}]\\uFE0F?|\\[[ xX]?\\])?$`, 'u');

const holdsBoxes = ({ rows }: ReadTable, column: number): boolean =>
  rows.some(({ cells }) => cells[column]?.text) && rows.every(({ cells }) => onlyBox.test(cells[column]?.text ?? ''));
