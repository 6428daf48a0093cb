/** Lines that hold a field: `**Key:** value`, `**Key**: value`, `**Key: value**`, `Key: value`, also two of them. */

/** A line that opens with a key. */
export interface KeyMatch {
  readonly label: string;
  readonly labelAt: number;
  readonly value: string;
  readonly valueAt: number;
  readonly form: 'bold' | 'plain';
}

const marker = '(?:(?:[-*+•]|\\d{1,3}[.)])[ \\t]+(?:\\[[ xX]\\][ \\t]+)?)?';
const boldKey = new RegExp(
  `^(${marker})(\\*\\*|__|\\*|_)(?![\\s*_])([^*\\n]{1,60}?)(?:[:：]\\2|\\2[ \\t]*(?:\\([^()\\n]{1,40}\\))?[ \\t]*[:：])[ \\t]*(.*)$`,
);
const wholeBold = new RegExp(
  `^(${marker})(\\*\\*|__)([\\p{Lu}\\p{Lo}][^:：.!?|*_]{0,59}?)(?:[:：][ \\t]+|：)([^*\\n]{1,120}?)\\2[ \\t]*$`,
  'u',
);
const plainKey = new RegExp(`^(${marker})([\\p{Lu}\\p{Lo}][^:：.!?|*_]{0,59}?)(?:[:：](?:[ \\t]+|$|(?=[^\\x00-\\x7F]))|：)(.*)$`, 'u');

const wholeKey = (raw: string): KeyMatch | undefined => {
  const [, lead = '', marks = '', label = '', value = ''] = wholeBold.exec(raw) ?? [];
  if (label === '' || label.split(/\s+/).length > 6) return undefined;
  const valueAt = raw.indexOf(value, lead.length + marks.length + label.length + 1);
  return { label, labelAt: lead.length, value, valueAt, form: 'bold' };
};

/** The key and value of a line, if it has the form of one. */
export const matchLine = (raw: string): KeyMatch | undefined => {
  const bold = boldKey.exec(raw);
  if (bold !== null) {
    const [whole, lead = '', , label = '', value = ''] = bold;
    return { label, labelAt: lead.length, value, valueAt: whole.length - value.length, form: 'bold' };
  }
  const simple = plainKey.exec(raw);
  if (simple === null) return wholeKey(raw);
  const [whole, lead = '', label = '', value = ''] = simple;
  if (label.split(/\s+/).length > 6 || value.startsWith('//')) return undefined;
  return { label, labelAt: lead.length, value, valueAt: whole.length - value.length, form: 'plain' };
};

// `Name: ____ Date: ____` holds two fields in one line; so does `mw Date: 2025-12-22`.
const secondKey =
  /(?:^|[ \t])((?:\*\*)?(?:Date|Time|Name|Signature|Signed|Role)(?: \([A-Z]+\))?:(?:\*\*)?|\*\*(?:Date|Time|Name|Signature|Signed|Role)\*\*[ \t]*[:：])[ \t]*/g;

/** A field of a line; `offset` is where the value it was cut from starts. */
export interface KeyPiece {
  readonly match: KeyMatch;
  readonly offset: number;
}

// Behind a bold key, any further bold key in the line opens a field of its own.
const secondBoldKey = /(?:^|[ \t])(\*\*[^*\n]{1,40}?(?::\*\*|\*\*[ \t]*[:：]))[ \t]*/g;

// `Severity: P2 | Duration: 1h | Status: Closed`: a bar stands between them.
const barredKey = /[ \t]+[|·•][ \t]+((?:\*\*)?\p{Lu}[^:：|*\n]{0,39}?(?::\*\*|\*\*[ \t]*[:：]|[:：](?=[ \t])))[ \t]*/gu;

/** The fields of a line: most lines hold one. */
export const splitPieces = (match: KeyMatch): KeyPiece[] => {
  const ways = [barredKey, ...(match.form === 'bold' ? [secondBoldKey] : []), secondKey];
  const cuts = (ways.map((way) => [...match.value.matchAll(way)]).find((found) => found.length > 0) ?? []).filter((cut) => cut.index > 0);
  const first = cuts[0];
  if (first === undefined) return [{ match, offset: 0 }];
  const rest = cuts.map((cut, index) => {
    const label = cut[1] ?? '';
    const labelAt = cut.index + cut[0].indexOf(label);
    const valueAt = cut.index + cut[0].length;
    const end = cuts[index + 1]?.index ?? match.value.length;
    return {
      match: {
        label: label.replace(/\*/g, '').replace(/\s*[:：]$/, ''),
        labelAt,
        value: match.value.slice(valueAt, end),
        valueAt,
        form: match.form,
      },
      offset: match.valueAt,
    };
  });
  return [{ match: { ...match, value: match.value.slice(0, first.index) }, offset: 0 }, ...rest];
};
