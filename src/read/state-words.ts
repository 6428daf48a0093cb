/** Words of state: what "Pending", "42/42", "Zurückgestellt" or "N/A" say of an item; undefined for what is not understood. */
import { isHedged } from './decision.ts';
import { openBoxes, tickedBoxes } from './glyphs.ts';

export type MarkState = 'open' | 'done' | 'not-applicable';

// ✅ beside words is a mark, no box of a choice.
const boxes = new RegExp(`[${openBoxes}${tickedBoxes.replace('✅', '')}]|\\[[ xX]\\]`, 'gu');
const end = '(?![\\p{L}\\p{N}])';
const alone = '(?=\\s*(?:$|[.,;:!(/（–—-]))';

const openWord = new RegExp(
  `^(?:not(?:[ _-]yet)?(?:$|[ _-](?:started|done|complete[d]?|run|tested|verified|ready|ok|passed|passing|implemented|deployed|signed|approved))|on hold|deferred|ongoing|in review|under (?:test|review|investigation)|planned|scheduled|to be|never|almost|nearly|nope|untested|unverified|undone|unresolved|aborted|nein|não|(?:open|started|red|error)${alone}|incomplete|pending|in[-_ ]progress|to ?-?do|wip|blocked|fail(?:ed|ing|s)?|no${alone}|outstanding|missing|overdue|waiting|awaiting|tbd|partial(?:ly)?|pendiente|pendente|en cours|à faire|offen|in arbeit|nicht)${end}|^(?:待|未|进行中|不通过)`,
  'iu',
);

// Words that say so only where nothing but a state is asked.
const openState = new RegExp(
  `^(?:not|postponed|delayed|paused|queued|on[- ]going|broken|flaky|unstable|unknown|unclear|rejected|denied|cancell?ed|investigating|reopened|backlog|draft|stuck|degraded|at risk|needs?|requires?|ready (?:for|to)|amber|yellow|warn(?:ing)?|n|ng|f|no[- ]?go|ko|nok)${end}|` +
    `^(?:n\\. ?i\\. ?o\\.?|nio|ausstehend|zurückgestellt|verschoben|fehlgeschlagen|fehlerhaft|fehlt|teilweise|geplant|läuft|blockiert|in (?:prüfung|bearbeitung)|nicht bestanden)${end}|` +
    `^(?:en attente|échoué?e?s?|échec|bloquée?s?|reportée?s?|partiel(?:le)?|manquante?|non|à (?:valider|vérifier|tester|revoir))${end}|` +
    `^(?:en (?:curso|progreso|proceso|espera|revisión)|fallid[oa]s?|falló|bloquead[oa]s?|aplazad[oa]s?|parcial|por hacer|falta|sin (?:hacer|probar))${end}|` +
    `^(?:em (?:andamento|progresso|análise|espera)|falhou|falha|adiad[oa]s?|a fazer|reprovad[oa]s?)${end}|` +
    '^(?:不合格|失败|失敗|阻塞|保留|対応中|確認中|作業中|進行中|要確認|いいえ|否|无法)',
  'iu',
);

const doneWord = new RegExp(
  `^(?:done|completed?|pass(?:ed|es|ing)?|p${alone}|go${alone}|yes|y|ok(?:ay)?|verified|closed|resolved|ready|green|succe(?:ss(?:ful(?:ly)?)?|eded)|finished|tested|reviewed|validated|confirmed|fixed|merged|deployed|released|shipped|delivered|implemented|approved|accepted|signed(?:[- ]off)?|works|working|met|satisfied|achieved|clean|healthy|live|in place|as expected|up to date|no (?:\\p{L}+ )?(?:issues|errors|findings|failures|blockers|regressions|problems|defects|vulnerabilities|concerns|objections))${end}|` +
    `^(?:i\\. ?o\\.?|erledigt|fertig|abgeschlossen|bestanden|erfüllt|geprüft|umgesetzt|ja|faite?s?|terminée?s?|validée?s?|réussie?s?|effectuée?s?|conforme|oui|hech[oa]s?|completad[oa]s?|terminad[oa]s?|list[oa]s?|aprobad[oa]s?|superad[oa]s?|verificad[oa]s?|sí|feit[oa]s?|concluíd[oa]s?|aprovad[oa]s?|sim)${end}|` +
    '^(?:完成|完了|通过|合格|正常|是|はい|対応済|実施済|確認済|済|已(?:完成|通过|验证|执行|确认|修复))',
  'iu',
);

const notApplicable = new RegExp(
  `^(?:n\\.?/?a\\.?|not[ _-](?:applicable|required|needed|relevant)|skipped|entfällt|nicht (?:erforderlich|zutreffend|relevant|nötig|anwendbar)|non (?:applicable|requise?)|sans objet|no (?:aplica|aplicable|requerid[oa]|procede)|não (?:se aplica|aplicável|requerid[oa]))${end}|^(?:不适用|不需要|対象外|該当なし|不要)|^[-–—]+$`,
  'iu',
);
// Not now is not never.
const notYet = /\?\s*$|\b(?:yet|until|pending|once|to be)\b/i;

export const countBoxes = (text: string): number => text.match(boxes)?.length ?? 0;

/** The words behind marks and ornaments. */
export const bareWords = (text: string): string => text.replace(/^[^\p{L}\p{N}[]+/u, '').trim();

// `42/42`, `1,204 passed, 0 failed` against `40/42`, `2 failed`.
const stateOfCount = (words: string): MarkState | undefined => {
  const counts = words.replace(/(?<=\d)[,.'’](?=\d{3}(?!\d))/gu, '');
  const [, part, whole] = /^(\d+) ?(?:\/|of) ?(\d+)(?![\d./])/.exec(counts) ?? [];
  if (part !== undefined && whole !== undefined) return Number(part) === Number(whole) ? 'done' : 'open';
  if (/(?<![\d.])[1-9]\d* (?:tests? )?(?:failed|failing|failures?|errors?|blocked)\b/i.test(counts)) return 'open';
  return /^\d+ (?:tests? )?pass(?:ed|ing)?\b|^0 (?:\p{L}+ )?(?:failed|failures|errors|issues|findings|vulnerabilities)\b/iu.test(counts)
    ? 'done'
    : undefined;
};

/** How far something is, where a state is asked: `100%` is done, `85%` is not. Elsewhere it is a measurement. */
export const stateOfShare = (text: string): MarkState | undefined => {
  const share = /^[<>≤≥~≈±]/u.test(text.trim())
    ? undefined
    : /^(\d+(?:[.,]\d+)?) ?%(?:$|\s+(?:done|complete|passed|passing))/i.exec(bareWords(text))?.[1];
  return share === undefined ? undefined : Number(share) === 100 ? 'done' : 'open';
};

/** Whether words that stand beside a tick say that it is not so. */
export const saysOpen = (words: string): string | undefined => openWord.exec(words)?.[0];

/** Whether words say that something does not apply: they, and not those of a later time. */
const excuse = (text: string, words: string): MarkState | undefined => {
  if (!notApplicable.test(text.trim()) && !notApplicable.test(words)) return undefined;
  return notYet.test(words) ? 'open' : 'not-applicable';
};

/** What a word of state says; undefined where it says nothing that is known. */
export const stateOfText = (text: string): MarkState | undefined => {
  if (countBoxes(text) > 1) return undefined;
  if (/^[○〇◯◎×✕△▲]$/u.test(text.trim())) return /^[○〇◯◎]$/u.test(text.trim()) ? 'done' : 'open';
  const words = bareWords(text);
  const excused = excuse(text, words);
  if (excused !== undefined) return excused;
  if (openWord.test(words) || (!doneWord.test(words) && openState.test(words))) return 'open';
  if (!doneWord.test(words)) return stateOfCount(words);
  return isHedged(words.toLowerCase()) || /\bfor (?:testing|review|qa)\b|\bby \w+day\b/i.test(words) ? 'open' : 'done';
};

/** What stands behind the word that says that something does not apply. */
export const behindExcuse = (text: string): string =>
  bareWords(text)
    .replace(notApplicable, '')
    .replace(/^[\s.,;:(（–—-]+|[\s.)）]+$/gu, '');
