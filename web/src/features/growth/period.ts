import type { Period } from './journeys-api';

export type Preset = '30d' | '90d' | '12m' | 'this_month' | 'last_month' | 'this_quarter' | 'last_quarter' | 'this_year' | 'custom';
export type Against = 'none' | 'previous' | 'month' | 'quarter' | 'year';

export const presets: { value: Preset; label: string }[] = [
  { value: '30d', label: 'Last 30 days' },
  { value: '90d', label: 'Last 90 days' },
  { value: '12m', label: 'Last 12 months' },
  { value: 'this_month', label: 'This month' },
  { value: 'last_month', label: 'Last month' },
  { value: 'this_quarter', label: 'This quarter' },
  { value: 'last_quarter', label: 'Last quarter' },
  { value: 'this_year', label: 'This year' },
  { value: 'custom', label: 'Own period' },
];

export const againsts: { value: Against; label: string; short: string }[] = [
  { value: 'previous', label: 'Period before', short: 'before' },
  { value: 'month', label: 'A month earlier', short: 'MoM' },
  { value: 'quarter', label: 'A quarter earlier', short: 'QoQ' },
  { value: 'year', label: 'A year earlier', short: 'YoY' },
  { value: 'none', label: 'No comparison', short: '' },
];

const day = 86_400_000;
const at = (iso: string) => Date.parse(`${iso}T00:00:00Z`);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);
export const plusDays = (date: string, by: number) => iso(at(date) + by * day);

/** The same day so many months on; the last of the month where there is no such day. */
export function plusMonths(date: string, by: number): string {
  const [year, month, dayOf] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + by + 1, 0)).getUTCDate();
  return iso(Date.UTC(year, month - 1 + by, Math.min(dayOf, last)));
}

const monthStart = (date: string) => `${date.slice(0, 8)}01`;
const quarterStart = (date: string) => {
  const month = Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${date.slice(0, 5)}${String(month).padStart(2, '0')}-01`;
};

/** Days of a preset as of today. Both ends belong to it. */
export function periodOf(preset: Exclude<Preset, 'custom'>, today: string): Period {
  switch (preset) {
    case '30d':
      return { from: plusDays(today, -29), to: today };
    case '90d':
      return { from: plusDays(today, -89), to: today };
    case '12m':
      return { from: plusDays(plusMonths(today, -12), 1), to: today };
    case 'this_month':
      return { from: monthStart(today), to: plusDays(plusMonths(monthStart(today), 1), -1) };
    case 'last_month':
      return { from: plusMonths(monthStart(today), -1), to: plusDays(monthStart(today), -1) };
    case 'this_quarter':
      return { from: quarterStart(today), to: plusDays(plusMonths(quarterStart(today), 3), -1) };
    case 'last_quarter':
      return { from: plusMonths(quarterStart(today), -3), to: plusDays(quarterStart(today), -1) };
    case 'this_year':
      return { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` };
  }
}

const isMonthStart = (date: string) => date.endsWith('-01');
const isMonthEnd = (date: string) => isMonthStart(plusDays(date, 1));

function shifted({ from, to }: Period, months: number): Period {
  const end = plusMonths(to, months);
  return { from: plusMonths(from, months), to: isMonthEnd(to) ? plusDays(plusMonths(plusDays(to, 1), months), -1) : end };
}

/**
 * What a period is compared with. A period that is not over is compared with as much of the other one as has passed of it, so that a half month is not
 * held against a whole one.
 */
export function comparedWith(period: Period, against: Against, today: string): Period | undefined {
  if (against === 'none') return undefined;
  const passed: Period = period.to > today && period.from <= today ? { from: period.from, to: today } : period;
  if (against === 'month') return shifted(passed, -1);
  if (against === 'quarter') return shifted(passed, -3);
  if (against === 'year') return shifted(passed, -12);
  const whole = isMonthStart(period.from) && isMonthEnd(period.to);
  if (whole) {
    const months = (Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4))) * 12 + Number(period.to.slice(5, 7)) - Number(period.from.slice(5, 7)) + 1;
    return shifted(passed, -months);
  }
  const days = Math.round((at(passed.to) - at(passed.from)) / day) + 1;
  return { from: plusDays(passed.from, -days), to: plusDays(passed.from, -1) };
}
