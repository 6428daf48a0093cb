/** People as sign-offs name them, with the delegation that stands in brackets. */

export interface Person {
  readonly person?: string;
  readonly delegation?: string;
}

const delegated = /^(.*?)\s*[(（]((?:for|delegated|on behalf of|acting|deputy|proxy|per|via)\b[^()（）]*)[)）]\s*$/i;
const onBehalf = /^(.*?)\s+(on behalf of .+|for @.+)$/i;

/** `Product Lead (delegated core gate)` → person and delegation. */
export const readPerson = (text: string): Person => {
  const match = delegated.exec(text) ?? onBehalf.exec(text);
  if (match === null) return text === '' ? {} : { person: text };
  return { person: (match[1] ?? '').trim(), delegation: (match[2] ?? '').trim() };
};
