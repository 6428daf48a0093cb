/** Dates in the style of another: `2026-01-05` written as the file writes its dates. */

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

interface Day {
  readonly year: string;
  readonly month: number;
  readonly day: number;
}

const dayOf = (date: string): Day => ({ year: date.slice(0, 4), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) });

const padded = (value: number): string => String(value).padStart(2, '0');

const ordinal = (day: number): string => {
  if (day % 100 >= 11 && day % 100 <= 13) return 'th';
  return { 1: 'st', 2: 'nd', 3: 'rd' }[day % 10] ?? 'th';
};

const dayLike = (sample: string, day: number): string => {
  const number = /^0/.test(sample) ? padded(day) : String(day);
  return /[a-z]/i.test(sample) ? number + ordinal(day) : number;
};

const monthLike = (sample: string, month: number): string => {
  const name = months[month - 1] ?? '';
  return months.some((full) => full.toLowerCase() === sample.toLowerCase()) ? name : name.slice(0, 3);
};

/** An ISO date in the style of a sample; as it is where the style is not known. */
export const dateLike = (sample: string, date: string): string => {
  const { year, month, day } = dayOf(date);
  const numeric = /^\d{4}([-/.])\d{1,2}\1\d{1,2}$/.exec(sample);
  if (numeric !== null) return [year, padded(month), padded(day)].join(numeric[1]);
  const dayFirst = /^(\d{1,2}(?:st|nd|rd|th)?)( )([a-z]+)(\.?,? )\d{4}$/i.exec(sample);
  if (dayFirst !== null) return `${dayLike(dayFirst[1] ?? '', day)} ${monthLike(dayFirst[3] ?? '', month)}${dayFirst[4]}${year}`;
  const monthFirst = /^([a-z]+)(\.? )(\d{1,2}(?:st|nd|rd|th)?)(,? )\d{4}$/i.exec(sample);
  if (monthFirst !== null)
    return `${monthLike(monthFirst[1] ?? '', month)}${monthFirst[2]}${dayLike(monthFirst[3] ?? '', day)}${monthFirst[4]}${year}`;
  return /^\d{4}年\d{1,2}月\d{1,2}日$/.test(sample) ? `${year}年${month}月${day}日` : date;
};
