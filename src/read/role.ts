/** Roles: whether a label names a role that signs off, and which. */

const roleWord =
  /\b(?:lead|manager|owner|engineer(?:ing)?|director|officer|qa|security|legal|compliance|product|operations?|ops|on[\s\u2010-\u2014/-]call|sre|architect|maintainer|reviewer|approver|sponsor|support|dev ?ops|c[teois]o|vp|head|platform|dba|captain|coordinator|team|counsel|pm|witness)\b/i;

const named = /^(.{2,50}?)\s+(?:sign[\s\u2010-\u2014-]?off|approval|approved)\b/i;

/** The role that a box stands for, if its label names a role and no work. */
export const roleOf = (label: string): string | undefined => {
  const text = label.replace(/^\*+|\*+$/g, '').trim();
  const handle = /^@[\w-]+/.exec(text)?.[0];
  if (handle !== undefined) return handle.slice(1);
  const explicit = named.exec(text)?.[1];
  if (explicit !== undefined && explicit.split(/\s+/).length <= 5 && /^\p{L}/u.test(explicit) && roleWord.test(explicit)) return explicit;
  const short = (text.split(/[:(@—–]/)[0] ?? '').trim().replace(/[.]$/, '');
  return short.split(/\s+/).length <= 4 &&
    roleWord.test(short) &&
    !/\b(?:to|is|are|was|were|has|have|all|run|verify|verified|update[ds]?|check(?:ed)?|notif(?:y|ied)|briefed|agreed|green|current|ready|complete[d]?|passe[sd])\b/i.test(
      short,
    )
    ? short
    : undefined;
};
