/** The names under which real documents write the same section, matched whole or by their head. */

export const sectionNames = {
  timeline:
    /^(?:incident |event |detailed |full |the )*(?:time ?lines?|chronology|key events|sequence of events|events|log of events)\b|^(?:タイムライン|時系列|経緯|타임라인|경과|时间线|时间轴|事件经过|時間線|zeit(?:achse|verlauf|licher (?:ab|ver)lauf|strahl|linie)|ablauf|chronologi[ea]|cronología|cronologia|l(?:í|i)nea de tiempo|linha do tempo|хронология)/i,
  rootCause:
    /^(?:the )?(?:primary |likely |probable |technical |underlying )?(?:root[- ]?causes?(?: analysis)?|rca|causes?|contributing (?:factors?|causes?)|what (?:happened and why|caused|was the root cause)|why (?:it|did it|did this) happen(?:ed)?|technical (?:cause|analysis)|five whys|5 whys|trigger)\b|^(?:根本原因|根因|原因|근본 ?원인|원인|(?:grund|haupt)?ursachen?(?![a-z])|grundursache|causes? (?:racine|profonde)s?|causas? ra(?:í|i)z|causa(?![a-z])|(?:корневая |первопричина|причин[аы]))/i,
  resolution:
    /^(?:resolution|mitigations?|containment|eradication|what (?:we did|did we do)(?: to (?:fix|resolve|mitigate|recover|restore)\b.*)?$|(?:details of (?:the )?)?fix(?:es)?|remediation|recovery|restoration|solution|workaround|repair|how (?:it|we|was it|did we).{0,20}(?:fix(?:ed)?|resolv(?:ed?)|mitigat(?:ed?))|immediate (?:actions?|fix|response)|response|actions? taken)\b|^(?:対応|解決|復旧|緩和|是正|해결|조치|복구|대응|解决|处理|恢复|修复|behebung|l(?:ö|oe)sung|wiederherstellung|sofortmaßnahmen|r(?:é|e)solution|resoluci(?:ó|o)n|resolu(?:ç|c)(?:ã|a)o|respuesta|recuperaci(?:ó|o)n|recupera(?:ç|c)(?:ã|a)o|contenci(?:ó|o)n|conten(?:ç|c)(?:ã|a)o|proc(?:é|e)dure de r(?:é|e)solution|rem(?:é|e)diation|r(?:é|e)tablissement|correction|soluci(?:ó|o)n|solu(?:ç|c)(?:ã|a)o|mitigaci(?:ó|o)n|mitiga(?:ç|c)(?:ã|a)o|устранение|решение|исправление)/i,
  prevention:
    /^(?:prevent(?:at)?i(?:ve|on)(?: measures?| actions?)?|capa|(?:what|how)\b.{0,30}\bprevent\w*|future actions?|ma(?:ß|ss)nahmen|action(?:s| items?)(?! taken)\b|action plan|follow[- ]?ups?(?: (?:issues|actions|items|tasks))?|corrective (?:and prevent(?:at)?ive )?(?:actions?|measures?)|(?:mitigations and )?corrective actions?|review actions?|remediation (?:items|plan|actions)|next steps|post[- ]?incident actions|recommendations?|improvements?|to ?dos?|tasks)\b|^(?:再発防止|アクション|재발 ?방지|후속 ?조치|개선|改进措施|预防措施|防止再发|后续(?:行动|措施|工作)?|vorbeugung|folgemaßnahmen|(?:mesures|actions) (?:correctives|préventives|correctrices)|plan d['’]action|a(?:ç|c)(?:õ|o)es (?:corretivas|preventivas|de acompanhamento|de longo prazo)|acciones (?:correctivas|preventivas|de seguimiento)|medidas (?:correctivas|preventivas|corretivas)|acciones$|a(?:ç|c)(?:õ|o)es$|plan de acci(?:ó|o)n|plano de a(?:ç|c)(?:ã|a)o|меры|план действий)/i,
  impact:
    /^(?:customer |user |business |service |client )?impact(?:ed)?\b|^(?:services?|systems?|users?|customers?|components?|who(?: was)?) (?:impacted|affected)\b|^affected(?: (?:services?|systems?|users?|customers?|components?|surfaces?|areas?))?$|^(?:blast radius|影響|영향|影响|auswirkung|betroffen|impacto|incidence|cons(?:é|e)quences|influence|влияние|последствия)/i,
  summary:
    /^(?:(?:incident |executive )?summary|overview|abstract|what happened|description|tl;?dr|context|identified)\b|^(?:概要|インシデント概要|요약|개요|摘要|概述|zusammenfassung|résumé|resumen|resumo|sommaire|резюме)/i,
  signOff:
    /sign[\s\u2010-\u2014-]?offs?|approv|\bsignatures?\b|\bsignator(?:y|ies)\b|reviewers?\b|go\s*\/\s*no[- ]?go|authori[sz]ation|witness|role-specific review|承認|aprova|aprobaci|approbation|\bassinaturas?\b|\bfirmas\b|\bfreigabe(?:n|protokoll|liste|blatt|formular)?\b|genehmigung|unterschrift|\babnahme\b|审批|签字|签核|会签|批准|簽核|簽字|簽名|審批|核准|驗收結論|验收结论/i,
  rollback: /\broll[- ]?back|\bhalt (?:rules?|criteria)|\babort criteria|\bback[- ]?out|\brevert/i,
  deliverables: /\bdeliverables?\b/i,
} as const;

// "Resolution Time", "Root Cause Owner": a fact about the part, not the part.
const aboutIt = /\b(?:time|date|at|by|on|status|owner|team|eta|deadline|due|start|end|category|duration|link|id)$/i;

// `Kronologi (Timeline)`, `原因 / Root cause`: the second language of a title.
const translationsOf = (title: string): string[] => [
  ...[...title.matchAll(/[(（]\s*([^()（）]{3,40}?)\s*[)）]/g)].map(([, inner = '']) => inner),
  ...title.split(/\s+[/／|]\s+/).slice(1),
];

const isWhole = (text: string, names: RegExp): boolean => names.exec(text)?.[0].length === text.length;

/** Whether a title says a name in its own language or, in brackets or behind a slash, in another one. */
export const saysName = (title: string, names: RegExp): boolean =>
  names.test(title) || translationsOf(title).some((text) => isWhole(text.trim(), names));

/** Whether a title or label names a part: one of its names, and not merely its time, owner or status. */
export const namesPart = (title: string, names: RegExp): boolean =>
  saysName(title, names) && !aboutIt.test(title.replace(/\s*[(（].*$/, ''));

/** A heading or label without numbering, emoji, marks and closing colon. */
export const bareTitle = (title: string): string =>
  title
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^\d+(?:\.\d+)*[.)]?\s+/, '')
    .replace(/[\s:：*_]+$/, '')
    .trim();

/** Whether a title at or above a section speaks of sign-offs. */
export const isSignOffSection = ({ path }: { readonly path: readonly string[] }): boolean =>
  path.some((title) => sectionNames.signOff.test(bareTitle(title)));
