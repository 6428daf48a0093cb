/** Words that compare: `at least 99.9 %`, `1 % or less`, `höchstens 5`, `99.9% 以上`. */

export type Comparison = '<' | '<=' | '>' | '>=';

export interface Compared {
  readonly comparator: Comparison;
  readonly amount: string | undefined;
  readonly unit: string | undefined;
}

/** A number, and the unit behind it. */
export const amount = '(?<amount>-?\\d+(?:,\\d{3})*(?:[.,]\\d+)?(?:e-?\\d+)?)';
export const unit =
  '(?<unit>%|‰|[µmn]?s\\b|ms\\b|sec(?:onds?)?\\b|min(?:ute[sn]?)?\\b|m\\b|h(?:ours?)?\\b|d(?:ays?)?\\b|Sekunden?\\b|Stunden?\\b|Tage?\\b|secondes?\\b|heures?\\b|jours?\\b|segundos?\\b|minutos?\\b|horas?\\b|d[ií]as?\\b|毫秒|ミリ秒|秒|分钟|分|小时|時間|x\\b|×|σ|[KMGT]i?B\\b|rps\\b|req/s|[A-Za-z]+/[A-Za-z]+)?';

const before: Readonly<Record<Comparison, string>> = {
  '>=': 'at least|not (?:below|under|less than|fewer than|lower than)|min(?:imum)?\\b\\.?(?: of)?|mindestens|nicht unter|au moins|al menos|pelo menos|como mínimo|至少|最少|不低于|不少于|不小于',
  '<=': "at most|not (?:above|over|more than|greater than|higher than)|no more than|up to|max(?:imum)?\\b\\.?(?: of)?|höchstens|maximal|nicht über|bis zu|au plus|au maximum|jusqu[’']à|como máximo|a lo sumo|no máximo|hasta|até|至多|最多|不超过|不高于|不大于|不多于",
  '<': 'less than|fewer than|lower than|smaller than|below|under|weniger als|unter|moins de|inférieure? à|en dessous de|menos de|por debajo de|inferior a|menor (?:que|a)|abaixo de|低于|小于|少于',
  '>': 'more than|greater than|higher than|larger than|above|over|beyond|exceed(?:s|ing|ed)?|mehr als|über|plus de|supérieure? à|au[- ]dessus de|más de|por encima de|superior a|mayor (?:que|a)|mais de|acima de|maior que|高于|超过|大于|多于',
};

const after: Readonly<Record<Comparison, string>> = {
  '<=': 'or (?:less|lower|fewer|below|under|smaller|faster)\\b|at most\\b|max(?:imum)?\\b|oder weniger\\b|ou moins\\b|o menos\\b|ou menos\\b|以下|以内',
  '>=': 'or (?:more|higher|greater|above|over|longer)\\b|and (?:above|higher|up)\\b|at least\\b|min(?:imum)?\\b(?!utes)|oder mehr\\b|ou plus\\b|o más|ou mais\\b|以上',
  '<': '未満',
  '>': '超',
};

const every = (words: Readonly<Record<Comparison, string>>): string => Object.values(words).join('|');

const comparatorOf = (words: Readonly<Record<Comparison, string>>, said: string): Comparison | undefined =>
  (['>=', '<=', '<', '>'] as const).find((comparator) => new RegExp(`^(?:${words[comparator]})$`, 'iu').test(said));

const inverted = { '<': '>=', '>': '<=', '<=': '>', '>=': '<' } as const;

// `must not exceed 1%`, `no less than 99%`, `never below 3`, `darf nicht über 1 %`.
const negation = /(?:(?<!\p{L})(?:not|no|never|without|cannot|nicht|nie|kein|nunca|jamais|não)(?!\p{L})|n[’']t\b)[^.;,:|]{0,20}$/iu;

/** Words before a number, then the number: `at least 99.9`. Scripts without spaces run on. */
const leading = `(?:(?<![\\p{L}\\p{N}])|(?=\\p{scx=Han}))(?:${every(before)})\\s*:?\\s*~?`;
const trailing = `(?:${every(after)})`;

const leadingLimit = new RegExp(`(?<words>${leading})${amount}\\s*${unit}`, 'iu');
const trailingLimit = new RegExp(`(?<![\\d.,])${amount}\\s*${unit}\\s*(?<words>${trailing})`, 'iu');

/** The limit that words make of the first number that they stand at. */
export const wordedLimit = (raw: string): Compared | undefined => {
  const lead = leadingLimit.exec(raw);
  const found = lead ?? trailingLimit.exec(raw);
  const said = comparatorOf(lead === null ? after : before, found?.groups?.['words']?.replace(/[\s:~]+$/, '') ?? '');
  if (found === null || said === undefined) return undefined;
  const negated = lead !== null && negation.test(raw.slice(0, lead.index));
  return { comparator: negated ? inverted[said] : said, amount: found.groups?.['amount'], unit: found.groups?.['unit'] };
};

const everyLeading = new RegExp(`${leading}\\d`, 'giu');

/** How many limits in words a text holds, asides in brackets not counted. */
export const countWorded = (raw: string): number => raw.replace(/\([^()]*\)/g, ' ').match(everyLeading)?.length ?? 0;

const auxiliaries = [
  "is|are|be|been|stays?|remains?|kept|keeps?|holds?|must|should|shall|may|can|will|would|do(?:es)?|ha(?:s|ve) to|needs? to|to|never|not|cannot|(?:ca|do|does|must|should|wo)n[’']t|always|consistently",
  'dips?|goes|(?:rises?|climbs?|spikes?|increases?|decreases?|grows?|drops?|falls?)(?: by)?|lies|sits|averages?|reach(?:es)?|equals?',
  'muss|müssen|darf|soll|ist|sind|bleibt|bleiben|liegt|liegen|nicht|steigt|fällt|sinkt|doit|doivent|est|reste|être|ne|pas|debe|deben|ser|es|está|no|supera|se mantiene|deve|é|não|fica',
].join('|');

/** A limit in words, at the start of a text: `stays below 300 ms`, `1 % or less`; `verb` is set where one leads to it. */
export const opensWorded = new RegExp(
  `^(?<verb>(?:(?:${auxiliaries})\\s+)+)?(?:(?:of|at|a)\\s+)*(?:${leading}\\d|${amount.replace('?<amount>', '?:')}\\s*${unit.replace('?<unit>', '?:')}\\s*(?:${trailing}|or better\\b)|(?:within|between|zwischen|entre)\\s+[±~]?\\d|±\\s*\\d)`,
  'iu',
);
