/** The names under which incident reports write the columns of timelines and of actions, in the languages that people write them in. */

const column = (...names: readonly string[]): RegExp => new RegExp(`^(?:${names.join('|')})$`, 'iu');

const timeNames = [
  'time(?:stamp)?|when|date|date/time|date and time|datetime|date & time|time of day|clock|(?:start|local|utc|event) time|hour',
  '時刻|日時|時間|시각|시간|일시|时间|時間点|时间点',
  'zeit(?:punkt|stempel)?|uhrzeit|heure|horodatage|date et heure|quand|hora|fecha(?: y hora)?|cuándo|horário|data(?: e |/)hora|quando',
  'время|дата|когда|orario|waktu|jam|pukul|tijd|godzina|czas',
];

const eventNames = [
  'イベント|内容|出来事|対応|事象|이벤트|내용|사건|事件|内容|描述|操作',
  'ereignis|was passiert|beschreibung|vorgang|événement|évènement|evento|qué (?:ocurrió|pasó)|hecho|descripción|acontecimento|o que aconteceu|descrição',
  'событие|что произошло|описание|evento|kejadian|peristiwa|gebeurtenis|zdarzenie',
];

/** Columns of a timeline. */
export const timelineColumns = {
  time: column(...timeNames),
  day: column('date|day|datum|tag|jour|fecha|día|data|dia|日付|日期|날짜|дата'),
  clock: column('time|clock|uhrzeit|zeit|heure|hora|horário|時刻|时间|시각|время'),
  event: new RegExp(
    `^(?:event|events|what|what happened|description|action|activity|details?|notes?|entry|update|${eventNames.join('|')})`,
    'iu',
  ),
} as const;

/** Columns of a table of actions. */
export const actionColumns = {
  what: column(
    'action(?: items?)?s?|items?|tasks?|what|description|follow-?ups?|improvement|recommendation|summary|title|issue|(?:corrective|preventive|remediation|follow-?up) (?:action|measure|task)s?',
    'アクション|対策|内容|조치|조치 ?사항|작업|행동|措施|行动项?|任务|改进(?:措施|项)|事项',
    'maßnahmen?|aufgaben?|was|actions?|mesures?|tâches?|quoi|acci[oó]n(?:es)?(?: \\p{L}+)?|tareas?|medidas?|a[cç](?:ão|ões|ao|oes)(?: \\p{L}+)?|tarefas?',
    'действи[ея]|мер[аы]|задач[аи]|что сделать|azion[ei]|tindakan(?: perbaikan)?|acties?|maatregel(?:en)?|działani[ae]',
  ),
  owner: column(
    'owners?|assignees?|assigned(?: to)?|responsible(?: (?:party|person|team))?|who|dri|lead|accountable|(?:action|task) owner',
    '担当|担当者|담당|담당자|负责人|责任人|執行者',
    'verantwortlich(?:er?)?|zuständig(?:keit)?|wer|responsables?|porteur|pilote|qui|dueñ[oa]|propietari[oa]|encargad[oa]|quién|responsável|responsáveis|dono|quem',
    'ответственный|исполнитель|кто|responsabile|penanggung jawab(?: \\p{L}+)?|eigenaar|verantwoordelijke?|odpowiedzialny',
  ),
  due: column(
    'due(?: (?:date|by|on))?|eta|deadline|target(?: date| closure)?|by(?: when)?|when|(?:completion|planned|expected) date',
    '期限|期日|기한|마감일?|截止(?:日期|时间)?|完成(?:日期|时间)|期限日',
    'fällig(?: (?:am|bis))?|frist|termin|bis(?: wann)?|échéance|date limite|pour le|délai|fecha(?: (?:l[ií]mite|objetivo|de entrega|prevista|compromiso))?|plazo|vencimiento|prazo|data (?:limite|prevista|de entrega)',
    'срок(?:и)?|дедлайн|scadenza|tenggat(?: waktu)?|batas waktu|termijn',
  ),
  state: column(
    'status|state|done|progress|状態|ステータス|상태|진행|状态|进度|stand|zustand|statut|état|estado|situação|статус|состояние|stato',
  ),
} as const;
