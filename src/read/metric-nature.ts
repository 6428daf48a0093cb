/** What is good for a metric by its nature: errors and delays should be few, availability and coverage high. */
const anyOf = (...words: readonly string[]): RegExp => new RegExp(`\\b(?:${words.join('|')})\\b`, 'i');

const faults = 'fail(?:ures?|ed|s)|errors?|bugs?|defects?|incidents?|regressions?|vulnerabilit(?:y|ies)|crash(?:es)?|timeouts?';
const room = 'disk|memory|ram|cpu|space|storage|capacity|heap|connections?';
const goods = 'availability|uptime|throughput|coverage|success|hit|conversion|adoption|satisfaction|traffic';

// Words that turn what the rest of a name says: a failure that is fixed is good, an availability that is lost is not.
const turnedHigh = anyOf(
  '(?:crash|error|fault|failure|incident|bug|defect|hang|anr|loss)(?:es|s)?[- ]free',
  'remaining|left|idle|headroom|unused|zero[- ]downtime',
  `(?:free|available|spare) (?:\\w+ )?(?:${room})`,
  `(?:${room})(?: space)? (?:free|available)`,
  `(?:${faults}|findings?) (?:fixed|resolved|closed|handled|caught|recovered|mitigated|detected|prevented|avoided)`,
  '(?:time|days|hours) (?:between|since|without)|time to failure|mtb[fio]|mttf',
  '(?:soak(?:ing)?|bak(?:e|ing)|canary|observation|monitoring|burn-in|stability|stable|hold|trial|pilot|minimum|stage)(?: \\w+)? (?:duration|time|period)',
  '(?:slos?|slas?|targets?) (?:attainment|compliance|adherence|met)',
  'tests? pass(?:ed|ing)',
);
const turnedLow = anyOf(
  '(?:un|non-)availability|unhealthy|uncovered|unsuccessful|inaccurate|not (?:available|healthy|covered|successful)',
  '(?:budget|capacity|quota) (?:consumed|consumption|used|burned|spent)',
  `(?:${goods})(?: rate)? (?:loss|drops?|decreases?|degradation|falls?|reduction)`,
);

const low = anyOf(
  `${faults}|[45]xx|exceptions?|rejections?|complaints?|drop(?:s|ped)?|loss(?:es)?|miss(?:es| rate)|outages?|downtime|issues?|discrepanc(?:y|ies)|anomal(?:y|ies)|mismatch(?:es)?`,
  'latenc(?:y|ies)|response times?|(?<!^\\W*)duration|p\\d{2,3}|lag|delays?|time to \\w+|mtt[rda]|lcp|cls|inp|fcp|tti|tbt|ttfb',
  'cpu|memory|disk|utili[sz]ation|saturation|queue(?: depth| length)?|backlog|restarts?|retr(?:y|ies)|burn(?: rate)?|cost',
);
const high = anyOf(
  'success(?:es|ful)?(?: rate)?|availability|uptime|throughput|coverage|hit rate|pass rate|healthy|readiness',
  'conversion|adoption|satisfaction|apdex|accuracy|precision|recall',
);

// In other languages: names that run on without spaces, or end in letters that no word boundary knows.
const lowElsewhere = /fehler|latenz|ausf[aä]ll|latence|erreurs?|latencia|errores|latência|erros|错误|延迟|失败|エラー|レイテンシ|遅延/i;
const highElsewhere = /verfügbarkeit|erfolgsquote|disponibilité|disponibilidade?|可用|成功|稼働率/i;

/** Whether little of a metric is good, or much; undefined where its name says both, or neither. */
export const natureOf = (metric: string): 'few' | 'many' | undefined => {
  const turned = [turnedLow.test(metric), turnedHigh.test(metric)];
  const [few, many] =
    turned[0] === turned[1] ? [low.test(metric) || lowElsewhere.test(metric), high.test(metric) || highElsewhere.test(metric)] : turned;
  if (few === many) return undefined;
  return few ? 'few' : 'many';
};

/** `Error rate > 1%` is a breach, `Error rate < 1%` is to be kept; unknown where the nature of the metric is. */
export const polarityByNature = (metric: string, comparator: string | undefined): 'pass' | 'breach' | 'unknown' => {
  const nature = natureOf(metric);
  if (nature === undefined || comparator === undefined || !/^[<>]/.test(comparator)) return 'unknown';
  return comparator.startsWith('<') === (nature === 'few') ? 'pass' : 'breach';
};
