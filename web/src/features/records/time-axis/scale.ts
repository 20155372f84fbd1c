/** Days since 1970, so that sums are plain. */
export const dayOf = (iso: string) => Math.floor(Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : iso) / 86_400_000);
const at = (day: number) => new Date(day * 86_400_000);

export type Zoom = 'week' | 'month' | 'quarter' | 'year';
export const zooms: Zoom[] = ['week', 'month', 'quarter', 'year'];
export const pxPerDay: Record<Zoom, number> = { week: 26, month: 10, quarter: 3.6, year: 1.2 };

export interface Tick {
  day: number;
  label: string;
}

/** Long ticks above, short ones below. */
export interface Ticks {
  major: Tick[];
  minor: Tick[];
}

const longest = 12 * 366;

/** From the first date to the last with room on both sides, never without today, never so long that nobody could scroll it. */
export function rangeOf(first: number | null, last: number | null, today: number, zoom: Zoom): { from: number; to: number } {
  const room = { week: 14, month: 35, quarter: 100, year: 370 }[zoom];
  const from = Math.max(Math.min(first ?? today, today) - room, today - longest);
  const to = Math.min(Math.max(last ?? today, today) + room, today + longest);
  return { from, to };
}

function months(from: number, to: number, step: number, label: (d: Date) => string): Tick[] {
  const first = at(from);
  const ticks: Tick[] = [];
  for (let m = first.getUTCFullYear() * 12 + Math.floor(first.getUTCMonth() / step) * step; ; m += step) {
    const date = new Date(Date.UTC(Math.floor(m / 12), m % 12, 1));
    const day = Math.floor(date.getTime() / 86_400_000);
    if (day > to) return ticks;
    ticks.push({ day, label: label(date) });
  }
}

function days(from: number, to: number, step: number, first: number): Tick[] {
  const ticks: Tick[] = [];
  // The first of January 1970 was a Thursday; weeks begin on Monday.
  const begin = step === 7 ? from - ((from + 3) % 7) : from;
  for (let day = begin; day <= to; day += step) if (day >= first) ticks.push({ day, label: String(at(day).getUTCDate()) });
  return ticks;
}

/** The ticks of a stretch, as fine as the zoom has room for. */
export function ticksOf(from: number, to: number, zoom: Zoom, locale: string): Ticks {
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const quarter = (d: Date) => `Q${Math.floor(d.getUTCMonth() / 3) + 1}`;
  const year = (d: Date) => String(d.getUTCFullYear());
  switch (zoom) {
    case 'week':
      return { major: months(from, to, 1, d => month.format(d)), minor: days(from, to, 1, from) };
    case 'month':
      return { major: months(from, to, 1, d => month.format(d)), minor: days(from, to, 7, from - 7) };
    case 'quarter':
      return { major: months(from, to, 3, d => `${quarter(d)} ${year(d)}`), minor: months(from, to, 1, d => short.format(d)) };
    case 'year':
      return { major: months(from, to, 12, year), minor: months(from, to, 3, quarter) };
  }
}
