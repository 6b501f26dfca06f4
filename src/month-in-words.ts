const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A date or month as prose says it: "2026-11" and "2026-11-27" are both "November 2026". */
export function monthInWords(date: string): string {
  const [year, month] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  if (!year || !name) throw new Error(`expected a date such as 2026-11 or 2026-11-27, received ${date}`);
  return `${name} ${year}`;
}
