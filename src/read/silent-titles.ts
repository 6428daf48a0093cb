/** Titles that say that what stands below them is no record: how to fill in the document, or a log of what is known. */
import { bareTitle } from './section-names.ts';

const anyTitle = (names: readonly string[]): RegExp => new RegExp(`^(?:${names.join('|')})$`, 'iu');

const instructionTitle = anyTitle([
  '(?:\\p{L}+ ){0,2}instructions?(?: (?:for|to|on) .+)?',
  'how to (?:use|fill(?: in| out)?|complete)(?: (?:this|the|it|these)\\b.*)?',
  '(?:using|about) this \\p{L}+(?: \\p{L}+)?',
  '(?:template )?usage(?: (?:notes?|guide|of .+))?',
  '(?:\\p{L}+ ){0,2}legend',
  '(?:\\p{L}+ ){0,2}(?:naming|conventions?)(?: (?:conventions?|scheme|rules?))?',
  '(?:\\p{L}+ ){0,2}format(?:ting)?(?: (?:guide|guidelines|rules?|conventions?))?',
  'notes? for (?:the )?(?:authors?|reviewers?|editors?|maintainers?|contributors?|users?|readers?|release managers?|reference|template.*)',
  '(?:ausfüll)?anleitung|hinweise|legende|mode d.emploi|légende|instrucciones|leyenda|instruções|legenda|使い方|記入方法|凡例|使用说明|填写说明|图例',
]);

// The title of the document may say what it is a template of; it is the record all the same.
const exampleTitle = anyTitle([
  '(?:\\p{L}+ ){0,3}(?:template|examples?)',
  '(?:template|examples?)(?:(?: for| of|:) .+)?',
  'example(?: \\p{L}+){1,2}',
]);

const logTitle = anyTitle([
  '(?:\\p{L}+[- ]){0,3}(?:issues?|risks?|bugs?|defects?|limitations?)(?:,? (?:and|&|or) [\\p{L} -]+)?(?: (?:log|register|list|matrix|tracker|assessment|analysis))?',
  '(?:\\p{L}+ ){0,3}(?:history|change ?log)',
  '(?:recent|notable|document|key|other|all|summary of|list of)? ?changes(?: (?:since|in|from) .+)?',
  '(?:\\p{L}+ )?incidents?(?: (?:log|summary|list))?',
]);

// `Verify log format`, `No open issues` say what to do, or what has to be.
const saysWork = /^(?:verify|validate|confirm|ensure|check|run|update|migrate|follow|fix|resolve|review|close|finali[sz]e|no|all)\b/i;

// `Status summary / Note for reference`, `Risks (as of today)`.
const partsOf = (title: string): string[] =>
  title
    .split(/\s+\/\s+/)
    .map((part) => bareTitle(part.replace(/\s*[(（].*$/, '')))
    .filter((part) => !saysWork.test(part));

/** Sections that explain how to fill in the document: what stands there is not the record. */
export const isInstructions = ({ path }: { readonly path: readonly string[] }): boolean =>
  path.some((title) => partsOf(title).some((part) => instructionTitle.test(part))) ||
  path.slice(1).some((title) => partsOf(title).some((part) => exampleTitle.test(part)));

/** A section that lists what is known, what happened or what changed: its marks say how that stands, not what is to be done. */
export const isLog = ({ title }: { readonly title: string }): boolean => partsOf(title).some((part) => logTitle.test(part));
