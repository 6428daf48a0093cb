/** Sign-offs as fields: `**Release manager:** ____`, `Maintainer 1: mw Date: 2025-12-22`, `QA Engineer sign-off: complete.` */
import type { Section } from '../markdown/outline.ts';
import { at, type Located } from '../model/located.ts';
import type { Decision, SignOff } from '../model/parts/sign-off.ts';
import type { Source } from '../model/source.ts';
import { saysNobody } from './blank.ts';
import { readDecision } from './decision.ts';
import type { Field } from './field.ts';
import { fieldsOf } from './fields.ts';
import { loneFields } from './lone-decisions.ts';
import { readPerson } from './person.ts';
import { roleOf } from './role.ts';
import { bareTitle, isSignOffSection, sectionNames } from './section-names.ts';
import { readSubjects } from './sign-off-subjects.ts';
import { isInstructions } from './silent-titles.ts';
import { readTime } from './time.ts';

const signOffKey = /^(.+?)-sign-?off$|^sign-?off-by$|^(.+)-approval$/;
const byKey =
  /^(?:approved|signed|signed-off|sign-off|accepted|authori[sz]ed|reviewed|承認)(?:-by)?$|^(?:decided|decision|released|authori[sz]ation)-by$|^approvers?$|^(?:freigegeben|genehmigt|abgenommen|entschieden)-von$|^(?:aprovado|autorizado|assinado|aprobado|firmado)-por$|^(?:approuvé|validé|signé)-par$|^(?:审批人|批准人|签字)$/u;
const personKey =
  /^(?:(?:.+-)?(?:approver|reviewer|maintainer|release-manager|qa-lead|engineering-lead|tech-lead|product-owner|security-lead|decision-owner|signatory|sponsor|witness)(?:-name|-\d+)?|name|担当|レビュー)$/;
const dateKey =
  /^(?:date|signed-on|signed-at|approved-on|approval-date|date-signed|date-of-approval|decision-timestamp|time|日付|日期|datum|fecha|datum-der-entscheidung|data-da-aprovação)(?:-utc)?$/;
const decisionKey =
  /^(?:decision|final-decision|status|statut|estado|estatus|situação|approval-status|verdict|outcome|recommendation|entscheidung|décision|decisión|decisão|结论|审批意见)$/;
const signatureKey = /^(?:signature|signed|initials|unterschrift|firma|assinatura|签名)$/;
const noteKey = /^(?:notes?|comments?|conditions?|remarks?)$/;
const subjectKey = /^(?:subject|approved-content|content)$/;
const digestKey = /^(?:digest|content-digest|sha-?256|checksum)$/;
const commitKey = /^(?:commit|commit-sha|approved-commit|revision)$/;

type Part = 'lead' | 'date' | 'decision' | 'signature' | 'note' | 'subject' | 'digest' | 'commit';

const partOf = ({ key }: Field): Part | undefined => {
  if (dateKey.test(key)) return 'date';
  if (decisionKey.test(key)) return 'decision';
  if (signatureKey.test(key)) return 'signature';
  if (noteKey.test(key)) return 'note';
  if (subjectKey.test(key)) return 'subject';
  if (digestKey.test(key)) return 'digest';
  if (commitKey.test(key)) return 'commit';
  return signOffKey.test(key) || byKey.test(key) || personKey.test(key) ? 'lead' : undefined;
};

// `SRE lead: NO-GO`, `Platform owner: ____`, `SRE lead: jo Date: ____` below a heading of sign-offs; a name alone lists who is to be asked.
const isRoleLine = (field: Field, next: Field | undefined, alone: boolean): boolean => {
  const { label, form, empty, raw, text, section } = field;
  if (
    form === 'front-matter' ||
    partOf(field) !== undefined ||
    !(isNear(section) || (alone && isSignOffSection(section))) ||
    roleOf(label) === undefined
  )
    return false;
  if (empty ? raw.trim() !== '' : saysDecision(raw, text)) return true;
  return next !== undefined && ['date', 'signature'].includes(partOf(next) ?? '') && follows(field, next);
};

// Behind the value, or in the line below.
const follows = (field: Field, next: Field): boolean => next.range.start - field.valueRange.end <= 8 && next.block === field.block;

// Initials and handles are people, whatever they spell.
const saysDecision = (raw: string, text: string): boolean => !/^@|^\p{L}{1,2}$/u.test(text) && readDecision(raw, text) !== 'pending';

// The title of the whole document does not make its metadata sign-offs.
const isNear = (section: Section): boolean =>
  section.path.slice(1).some((title) => sectionNames.signOff.test(bareTitle(title))) ||
  (section.depth > 1 && isSignOffSection(section) && roleOf(bareTitle(section.title)) !== undefined) ||
  (section.depth > 1 && section.path.length === 1 && isSignOffSection(section));

interface Group {
  readonly lead: Field;
  readonly parts: Map<Part, Field>;
}

// The decision may stand above the name, in the block of the name; a date there dates something else.
const decisionAbove = (fields: readonly Field[], index: number): Field | undefined =>
  fields.slice(0, index).find((field) => field.block === fields[index]?.block && field.key !== 'status' && partOf(field) === 'decision');

const opens = (fields: readonly Field[], index: number, alone: boolean): boolean => {
  const field = fields[index] as Field;
  return partOf(field) === 'lead' || isRoleLine(field, fields[index + 1], alone);
};

// A lead field opens a group; the fields that follow in the section fill it, each part once.
const groupsOf = (fields: readonly Field[], alone: boolean): Group[] => {
  const groups: Group[] = [];
  for (const [index, field] of fields.entries()) {
    const last = groups.at(-1);
    if (opens(fields, index, alone)) {
      const decision = last === undefined ? decisionAbove(fields, index) : undefined;
      groups.push({ lead: field, parts: new Map(decision === undefined ? [] : [['decision', decision]]) });
      continue;
    }
    const part = partOf(field);
    if (part !== undefined && last !== undefined && !last.parts.has(part)) last.parts.set(part, field);
  }
  return groups;
};

const roleFromTitle = (section: Section): string | undefined => {
  const title = bareTitle(section.title);
  const rest = title
    .replace(/\b(?:sign[\s\u2010-\u2014-]?offs?|approvals?|sign)\b/gi, '')
    .replace(/[\s:–—-]+$/, '')
    .trim();
  if (rest === title) return roleOf(title) === undefined ? undefined : title;
  return rest === '' || /^(?:final|required|release|qa release)$/i.test(rest) ? undefined : rest;
};

const groupRole = ({ lead }: Group): string | undefined => {
  if (/^name$|^sign-?off-by$/.test(lead.key) || byKey.test(lead.key)) return roleFromTitle(lead.section);
  return lead.label.replace(/\s*sign[\s\u2010-\u2014-]?off$/i, '').trim();
};

const signsByWords = ({ lead }: Group): boolean => signOffKey.test(lead.key) && !lead.key.endsWith('-by');

// `QA lead: rejected` names nobody.
const decidesItself = ({ lead }: Group): boolean => !byKey.test(lead.key) && lead.key !== 'name' && saysDecision(lead.raw, lead.text);

const decisionOf = (group: Group): Decision => {
  const stated = group.parts.get('decision');
  if (stated !== undefined) return stated.empty ? 'pending' : readDecision(stated.raw, stated.text);
  if (signsByWords(group)) return group.lead.empty ? 'pending' : readDecision(group.lead.raw, group.lead.text);
  if (group.lead.empty || saysNobody(group.lead.text)) return 'pending';
  if (decidesItself(group)) return readDecision(group.lead.raw, group.lead.text);
  const signed = [group.parts.get('signature'), group.parts.get('date')].filter((field) => field !== undefined);
  if (signed.length > 0) return signed.every((field) => !field.empty && !saysNobody(field.text)) ? 'approved' : 'pending';
  return byKey.test(group.lead.key) ? 'approved' : 'pending';
};

const subjectOf = ({ lead, parts }: Group): Pick<SignOff, 'subject' | 'subjects'> => {
  const [subject, digest, commit, note] = (['subject', 'digest', 'commit', 'note'] as const).map((part) => parts.get(part));
  const rest = [lead, parts.get('date'), parts.get('decision')].map((field) => field?.raw ?? '').join(' ');
  const subjects = readSubjects({ subject: subject?.raw, digest: digest?.raw, commit: commit?.raw, note: note?.raw, rest });
  return { ...(subject !== undefined && !subject.empty && { subject: subject.text }), ...(subjects.length > 0 && { subjects }) };
};

// `Release manager: ____` and nothing else in its line.
const standsAlone = (source: Source, { lead, parts }: Group): boolean =>
  lead.empty &&
  !parts.has('decision') &&
  [...parts.values()].every(({ range }) => /[\r\n]/.test(source.text.slice(lead.range.start, range.start)));

const groupSignOff = (source: Source, group: Group): Located<SignOff> => {
  const { lead, parts } = group;
  const [date, decision, signature, note] = (['date', 'decision', 'signature', 'note'] as const).map((part) => parts.get(part));
  const person = signsByWords(group) || lead.empty || saysNobody(lead.text) || decidesItself(group) ? {} : readPerson(lead.text);
  const asks = [
    ...(signsByWords(group) || decidesItself(group) ? [] : ['person']),
    ...(date === undefined ? [] : ['date']),
    ...(signature === undefined ? [] : ['signature']),
  ];
  return at(lead.range, {
    form: 'field' as const,
    decision: at((decision ?? lead).range, decisionOf(group)),
    asks,
    section: lead.section.path,
    role: groupRole(group),
    label: groupRole(group) === undefined ? lead.label : undefined,
    ...person,
    date: date === undefined || date.empty ? undefined : at(date.valueRange, readTime(date.text)),
    signature: signature === undefined || signature.empty ? undefined : signature.text,
    ...subjectOf(group),
    note: note === undefined || note.empty ? undefined : note.text,
    raw: decision?.text,
    alone: standsAlone(source, group) || undefined,
  });
};

const isCued = (group: Group, alone: boolean): boolean => {
  const { lead, parts } = group;
  if (byKey.test(lead.key) || signOffKey.test(lead.key)) return true;
  return isSignOffSection(lead.section) && (alone || isNear(lead.section) || parts.has('signature') || parts.has('decision'));
};

/** `cued`: the titles above speak of sign-offs; `alone`: no other form of sign-off stands in the document. */
export interface Cue {
  readonly cued: boolean;
  readonly alone: boolean;
}

const groupsIn = (fields: readonly Field[], section: Section, { cued, alone }: Cue): Group[] =>
  cued ? groupsOf(fields, alone).filter((group) => isCued(group, alone) && !(isInstructions(section) && group.lead.empty)) : [];

/** The sign-offs in a section's fields; without titles that speak of sign-offs, only decisions that stop. */
export const fieldSignOffs = (source: Source, section: Section, cue: Cue): Located<SignOff>[] => {
  const fields = fieldsOf(source, section);
  const groups = groupsIn(fields, section, cue);
  const used = new Set(groups.flatMap(({ lead, parts }) => [lead, ...parts.values()]));
  const others = fields.filter((field) => !used.has(field));
  return [...groups.map((group) => groupSignOff(source, group)), ...loneFields(section, others)];
};

/** The fields of each sign-off that nobody has given, its first one first. */
export const openFields = (source: Source, section: Section, cue: Cue): Field[][] =>
  groupsIn(fieldsOf(source, section), section, cue)
    .filter((group) => decisionOf(group) === 'pending')
    .map(({ lead, parts }) => [lead, ...(lead.empty ? parts.values() : []), ...[parts.get('decision') ?? []].flat()]);
