/** Words that say nothing yet: promises to write, guidance of a template, labels and questions without an answer. */
import type { Nodes } from 'mdast';
import { descend, plain } from '../markdown/nodes.ts';
import type { Source } from '../model/source.ts';
import { isBlank } from './blank.ts';
import { matchLine } from './key-line.ts';
import { linesOf } from './lines.ts';

const promises = [
  'to be (?:determined|confirmed|completed|filled(?: in| out)?|added|written|announced|defined|investigated|updated|decided|provided|analy[sz]ed)',
  '(?:(?:the |this |root cause |rca |it )*(?:is |are )?(?:still |currently )*)?(?:under|being|pending|awaiting) ?(?:investigat\\w*|analysis|review|rca)?',
  "(?:we(?:'re| are) )?(?:still |currently )*investigating(?: (?:the )?(?:root )?causes?)?",
  '(?:the |an )?(?:investigation|analysis|rca) (?:is )?(?:still )?(?:ongoing|in progress|pending|under ?way)(?: investigation)?',
  '(?:(?:the |this |our )?(?:exact |root )?(?:it|cause|issue|problem|rca)\\s*:?\\s*(?:is |was |has (?:been )?|remains )?)?(?:still |currently )*(?:unknown|undetermined|unclear|not known|not (?:yet )?(?:been )?(?:known|determined|identified|found|available|established|clear|written)|under (?:investigation|review)|pending)(?: (?:at this time|at the moment|yet|so far|for now))?',
  'no (?:root )?cause (?:has been |was )?(?:yet )?(?:found|identified|determined)(?: yet| so far)?',
  "(?:could not be determined|(?:we )?(?:do not|don[’']t) (?:yet )?know(?: yet)?|will be determined|root cause analysis (?:is )?pending|t\\.b\\.d)",
  '原因不明|不明|(?:noch )?(?:unbekannt|unklar)',
  '(?:no response|coming soon|work in progress|wip|in progress|tbd|tba|tbc|todo|to ?do|fixme|placeholder|fill (?:me )?in|fill this in|more to come|details to follow|will be (?:added|updated|filled in|provided)(?: later| soon)?)',
  "調査中|確認中|未定|조사 ?중|调查中|待定|待补充|wird (?:noch |derzeit |aktuell )*(?:(?:vom|von|durch|im|in der) [^.,;:]{1,40} )?(?:untersucht|ergänzt|nachgereicht)|in (?:klärung|arbeit)|en cours(?: d[’']analyse| d[’']investigation)?|à (?:déterminer|compléter)|por (?:determinar|definir)|en investigación|a definir|em (?:investigação|análise)|в работе|уточняется",
];
// When, by whom, where: one phrase, without a clause of its own that would tell what happened.
const article = '(?:the|an?|our|this|that|their|its|another|all)';
const preposition = '(?:of|by|with|from|on|in|at|for|to|until|since|after|before|during|via|and|or)';
const contrast = '(?:but|however|although|though|because|yet)';
const verb = '(?:no|was|were|is|are|had|has|did|ran|went|broke|fell|lost|sent|took|hit|got)';
const letters = '(?:[^\\s.,;:!?()]|[.:/?](?=\\S))+';
const noun = `(?!(?:${article}|${preposition}|${contrast}|${verb})(?![\\w-]))${letters}`;
const phrase = `(?:${article}\\s+)?${noun}(?:\\s+(?!\\w+ed\\b)${noun}){0,2}`;
const clause = `(?:(?!\\b${contrast}\\b)[^.,;:!?]){0,80}`;
const hint = [
  `(?:[\\s,;:–—-]*(?:(?:during|after|before|by|in|on|at|from|since|see|pending|with|for|until|waiting(?: on| for)?)\\s+${phrase}(?:\\s+${preposition}\\s+${phrase}){0,3}`,
  `(?:once|when|as soon as|until|why|what|how|whether|which|where|who)\\b${clause}`,
  '\\([^)]{0,60}\\)))?',
].join('|');
const promise = new RegExp(`^[\\s"'“(\\[_*]*(?:${promises.join('|')})${hint}[\\s"'”)\\]_*.…!]*$`, 'iu');

// Imperatives of a template. An item may be one of the team's own: "Document the failover".
const guidance =
  /^[\s_*([]*(?:please )?(?:(?:describe|explain|summari[sz]e|outline|fill in) (?:here|the|a|an|what|how|why|when|who|which|any|your|in|key|below|actions?|immediate)\b|provide a (?:brief|short|clear|detailed)\b|list (?:the|all|any) (?:factors|causes|key|events|actions|steps)\b|(?:explanation|analysis|description|explain) here\b)/i;

// `Describe containment and repair.`; `Describe calls were throttled` speaks of an interface, and says what happened.
const describing =
  /^[\s_*([]*(?:describe|summari[sz]e) (?!\w*(?:calls?|apis?|requests?|operations?|commands?|output)\b)[a-z](?!.*\b(?:was|were|failed|returned|showed|took)\b)/i;

// The same in other languages, in the words that address whoever fills it in.
const elsewhere =
  /^[\s_*([（「]*(?:ここに|以下に)?[^。]{0,30}(?:記入|記載|記述|入力|記録)して(?:ください|下さい)|^[\s_*([（「]*(?:请|在此|此处)(?:在此|此处)?(?:填写|描述|说明|补充)|^[\s_*([]*(?:여기에|[^.]{0,20}(?:작성|기재|입력|기술)(?:해 ?주세요|하세요))|^[\s_*([]*(?:(?:bitte )?(?:beschreiben sie|hier (?:eintragen|beschreiben|ausfüllen)|(?:eintragen|ausfüllen)$)|décri(?:re|vez) (?:ici|les?|la|l[’'](?=\p{L}))|à (?:remplir|renseigner)|describ(?:ir|a|e) (?:aqu[ií]|el|la|los|las|lo|qu[eé])|(?:explicar|completar) (?:aqu[ií]|el|la|los|las|lo|qu[eé])|descrev(?:er|a) (?:aqui|o|a|os|as)|preencher|опишите|заполните|укажите)(?!(?<![’'])\p{L})/iu;

const isGuidance = (text: string): boolean => guidance.test(text) || describing.test(text) || elsewhere.test(text);

const marks = /\{\{[^{}]*\}\}|\{[^{}\n]{2,}\}|\[[^\]\n]{2,}\](?![([])|<(?!https?:|mailto:)[A-Za-z][^<>\n]*>/g;

/** Whether a text only promises, or only asks: `To be completed after the review`, `Under investigation`, `What failed?` */
export const isUnsaid = (text: string): boolean => {
  if (isBlank(text) || promise.test(text)) return true;
  const sentences = text.split(/(?<=[.!?。？！])\s+/);
  if (sentences.length > 1 && sentences.every((sentence) => promise.test(sentence))) return true;
  return /^(?:what|why|how|who|which|when)\b[^.!?]{0,120}\?$/i.test(text.trim());
};

// What is left of a line without what a template left in it: a label, a question or nothing.
const saysLine = (raw: string): boolean => {
  const match = matchLine(raw);
  const label = match !== undefined && (match.form === 'bold' || /^\s*$/.test(match.value));
  const value = label ? match.value : raw.replace(/^(?:[-*+•]|\d{1,3}[.)])\s+/, '');
  const left = value.replace(/[*_`]/g, '').trim();
  if (left === '' || isUnsaid(left)) return false;
  const open = left.replace(marks, '').trim();
  return open !== '' && (open === left || /[\p{L}\p{N}]/u.test(open)) && !(open !== left && /[?？]$/.test(open));
};

const saysParagraph = (source: Source, node: Nodes, inItem: boolean): boolean => {
  const whole = plain(node);
  if (isUnsaid(whole) || (!inItem && isGuidance(whole))) return false;
  return linesOf(source, node).some(({ raw }) => saysLine(raw.replace(/<!--.*?-->/g, '')));
};

const saysTable = (node: Extract<Nodes, { type: 'table' }>): boolean =>
  node.children.length < 2 || node.children.slice(1).some((row) => row.children.some((cell) => !isBlank(plain(cell))));

/** Whether a block says something; comments, blanks and what a template left do not count. */
export const saysIn = (source: Source, block: Nodes): boolean =>
  [...descend(block)].some(({ node, ancestors }) => {
    if (node.type === 'code' || node.type === 'image') return true;
    if (node.type === 'table') return saysTable(node);
    return (
      node.type === 'paragraph' &&
      saysParagraph(
        source,
        node,
        ancestors.some(({ type }) => type === 'listItem'),
      )
    );
  });
