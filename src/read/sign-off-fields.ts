/** Sign-offs as fields: `**Release manager:** ____`, `Maintainer 1: mw Date: 2025-12-22`, `QA Engineer sign-off: complete.` */
import type { Section } from '../markdown/outline.ts';
import { at } from '../model/located.ts';
import type { Source } from '../model/source.ts';
import { type Decision, readDecision } from './decision.ts';
import type { Field } from './field.ts';
import { fieldsOf } from './fields.ts';
import { loneFields } from './lone-decisions.ts';
import { readPerson } from './person.ts';
import { bareTitle, isSignOffSection } from './section-names.ts';
import type { SignOff, SignOffTree } from './sign-off.ts';
import { readSubjects } from './sign-off-subjects.ts';
import { readTime } from './time.ts';

const signOffKey = /^(.+?)-sign-?off$|^sign-?off-by$|^(.+)-approval$/;
const byKey = /^(?:approved|signed|signed-off|sign-off|accepted|authori[sz]ed|reviewed|承認)(?:-by)?$/;
const personKey =
  /^(?:(?:.+-)?(?:approver|reviewer|maintainer|release-manager|qa-lead|engineering-lead|tech-lead|product-owner|security-lead|decision-owner|signatory|sponsor|witness)(?:-name|-\d+)?|name|担当|レビュー)$/;
const dateKey =
  /^(?:date|signed-on|signed-at|approved-on|approval-date|date-signed|date-of-approval|decision-timestamp|time|日付)(?:-utc)?$/;
const decisionKey = /^(?:decision|final-decision|status|approval-status|verdict|outcome|recommendation)$/;
const signatureKey = /^(?:signature|signed|initials)$/;
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

interface Group {
  readonly lead: Field;
  readonly parts: Map<Part, Field>;
}

// A lead field opens a group; the fields that follow in the section fill it, each part once.
const groupsOf = (fields: readonly Field[]): Group[] => {
  const groups: Group[] = [];
  for (const field of fields) {
    const part = partOf(field);
    if (part === 'lead') groups.push({ lead: field, parts: new Map() });
    const parts = groups.at(-1)?.parts;
    if (part !== undefined && part !== 'lead' && parts !== undefined && !parts.has(part)) parts.set(part, field);
  }
  return groups;
};

const roleFromTitle = (section: Section): string | undefined => {
  const title = bareTitle(section.title);
  const rest = title
    .replace(/\b(?:sign[\s\u2010-\u2014-]?offs?|approvals?|sign)\b/gi, '')
    .replace(/[\s:–—-]+$/, '')
    .trim();
  return rest === '' || rest === title || /^(?:final|required|release|qa release)$/i.test(rest) ? undefined : rest;
};

const roleOf = ({ lead }: Group): string | undefined => {
  if (/^name$|^sign-?off-by$/.test(lead.key) || byKey.test(lead.key)) return roleFromTitle(lead.section);
  return lead.label.replace(/\s*sign[\s\u2010-\u2014-]?off$/i, '').trim();
};

const signsByWords = ({ lead }: Group): boolean => signOffKey.test(lead.key) && !lead.key.endsWith('-by');

const decisionOf = (group: Group): Decision => {
  const stated = group.parts.get('decision');
  if (stated !== undefined) return stated.empty ? 'pending' : readDecision(stated.raw, stated.text);
  if (signsByWords(group)) return group.lead.empty ? 'pending' : readDecision(group.lead.raw, group.lead.text);
  if (group.lead.empty) return 'pending';
  const signed = [group.parts.get('signature'), group.parts.get('date')].filter((field) => field !== undefined);
  if (signed.length > 0) return signed.every((field) => !field.empty) ? 'approved' : 'pending';
  return byKey.test(group.lead.key) ? 'approved' : 'pending';
};

const subjectOf = ({ lead, parts }: Group): Pick<SignOff, 'subject' | 'subjects'> => {
  const [subject, digest, commit, note] = (['subject', 'digest', 'commit', 'note'] as const).map((part) => parts.get(part));
  const rest = [lead, parts.get('date'), parts.get('decision')].map((field) => field?.raw ?? '').join(' ');
  const subjects = readSubjects({ subject: subject?.raw, digest: digest?.raw, commit: commit?.raw, note: note?.raw, rest });
  return { ...(subject !== undefined && !subject.empty && { subject: subject.text }), ...(subjects.length > 0 && { subjects }) };
};

const groupSignOff = (group: Group): SignOffTree => {
  const { lead, parts } = group;
  const [date, decision, signature, note] = (['date', 'decision', 'signature', 'note'] as const).map((part) => parts.get(part));
  const person = signsByWords(group) || lead.empty ? {} : readPerson(lead.text);
  const asks = [
    ...(signsByWords(group) ? [] : ['person']),
    ...(date === undefined ? [] : ['date']),
    ...(signature === undefined ? [] : ['signature']),
  ];
  return at(lead.range, {
    form: 'field' as const,
    decision: at((decision ?? lead).range, decisionOf(group)),
    asks,
    section: lead.section.path,
    role: roleOf(group),
    ...person,
    date: date === undefined || date.empty ? undefined : at(date.valueRange, readTime(date.text)),
    signature: signature === undefined || signature.empty ? undefined : signature.text,
    ...subjectOf(group),
    note: note === undefined || note.empty ? undefined : note.text,
    raw: decision?.text,
  });
};

const isCued = (group: Group): boolean => {
  const { lead } = group;
  if (byKey.test(lead.key) || signOffKey.test(lead.key)) return true;
  return isSignOffSection(lead.section);
};

/** The sign-offs in a section's fields; without titles that speak of sign-offs (`cued`), only decisions that stop. */
export const fieldSignOffs = (source: Source, section: Section, cued: boolean): SignOffTree[] => {
  const fields = fieldsOf(source, section);
  const groups = cued ? groupsOf(fields).filter((group) => isCued(group)) : [];
  const used = new Set(groups.flatMap(({ lead, parts }) => [lead, ...parts.values()]));
  const others = fields.filter((field) => !used.has(field));
  return [...groups.map(groupSignOff), ...loneFields(section, others)];
};
