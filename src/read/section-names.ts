/** The names under which real documents write the same section, matched whole or by their head. */

export const sectionNames = {
  timeline:
    /^(?:incident |event )?(?:time ?lines?|chronology|key events|sequence of events|events|タイムライン|時系列)\b|^(?:タイムライン|時系列|経緯|zeit(?:achse|verlauf)|chronologie)/i,
  rootCause:
    /^(?:the )?(?:root[- ]?causes?(?: analysis)?|rca|causes?|contributing (?:factors?|causes?)|what (?:happened and why|caused)|why (?:it|did it) happen(?:ed)?|technical (?:cause|analysis)|trigger)\b|^(?:根本原因|原因|ursache|cause racine|causa)/i,
  resolution:
    /^(?:resolution|mitigation|fix(?:es)?|remediation|recovery|restoration|solution|workaround|repair|how (?:it|we|was it).{0,20}(?:fixed|resolved|mitigated)|immediate (?:actions?|fix|response)|response|actions? taken)\b|^(?:対応|解決|復旧|緩和|behebung|l(?:ö|oe)sung|résolution|resolução)/i,
  prevention:
    /^(?:prevent(?:at)?i(?:ve|on)(?: measures?| actions?)?|capa|(?:what|how)\b.{0,30}\bprevent\w*|future actions?|ma(?:ß|ss)nahmen|action(?:s| items?)\b|action plan|follow[- ]?ups?(?: (?:issues|actions|items|tasks))?|corrective (?:and prevent(?:at)?ive )?(?:actions?|measures?)|review actions?|remediation (?:items|plan|actions)|next steps|post[- ]?incident actions|recommendations?|improvements?|to ?dos?|tasks)\b|^(?:再発防止|アクション)/i,
  impact:
    /^(?:customer |user |business |service )?impact(?:ed)?\b|^(?:service|users|customers) (?:impacted|affected)\b|^(?:影響|auswirkung|impacto)/i,
  summary:
    /^(?:(?:incident |executive )?summary|overview|abstract|what happened|description|tl;?dr|context|identified|概要|インシデント概要)\b|^概要/i,
  signOff:
    /sign[\s\u2010-\u2014-]?offs?|approv|reviewers?\b|go\s*\/\s*no[- ]?go|authori[sz]ation|witness|role-specific review|承認|aprova/i,
  rollback: /\broll[- ]?back|\bhalt (?:rules?|criteria)|\babort criteria|\bback[- ]?out|\brevert/i,
  deliverables: /\bdeliverables?\b/i,
} as const;

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

/** Sections that explain how to fill in the document: what stands there is not the record. */
export const isInstructions = ({ path }: { readonly path: readonly string[] }): boolean =>
  path.some((title) =>
    /\b(?:instructions?|how to use|usage|using this template|about this template|legend|conventions|naming|format|notes? for)\b/i.test(
      title,
    ),
  ) || path.slice(1).some((title) => /\b(?:template|examples?)\b/i.test(title));
