'use client';
import { useSession } from './session';

export interface FormatSettings {
  locale: string;
  timeZone: string;
  currency: string;
}

export type MoneyValue = number | string | { amount: number | string; currency: string } | null | undefined;

const days = 86_400_000;

function makeMoney(locale: string, fallback: string) {
  const cache = new Map<string, Intl.NumberFormat>();
  const of = (currency: string, compact: boolean) => {
    const key = currency + compact;
    let f = cache.get(key);
    if (!f) {
      const options: Intl.NumberFormatOptions = compact
        ? { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1, minimumFractionDigits: 0 }
        : { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' };
      try {
        f = new Intl.NumberFormat(locale, options);
      } catch {
        f = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
      }
      cache.set(key, f);
    }
    return f;
  };
  return (value: MoneyValue, currency?: string | null, compact = false) => {
    if (value === null || value === undefined || value === '') return '';
    const amount = typeof value === 'object' ? value.amount : value;
    const unit = (typeof value === 'object' ? value.currency : currency) || fallback;
    return of(unit, compact).format(Number(amount));
  };
}

/** The objects behind it are dear to make (a third of a page's work when each component made its own): each is made once, when it is needed. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

export function makeFormats({ locale, timeZone, currency }: FormatSettings) {
  const number = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));
  // A date has no zone: it is read and shown in UTC, so that no clock can shift it by a day.
  const date = once(() => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }));
  const instant = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }));
  const time = once(() => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }));
  const narrow = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' }));
  const regions = once(() => new Intl.DisplayNames([locale], { type: 'region' }));
  const money = makeMoney(locale, currency);

  const ago = (iso: string, now = Date.now()) => {
    const ms = Date.parse(iso) - now;
    if (Number.isNaN(ms)) return '';
    const abs = Math.abs(ms);
    const relative = narrow();
    if (abs < 60_000) return relative.format(0, 'second');
    if (abs < 3_600_000) return relative.format(Math.round(ms / 60_000), 'minute');
    if (abs < days) return relative.format(Math.round(ms / 3_600_000), 'hour');
    if (abs < 30 * days) return relative.format(Math.round(ms / days), 'day');
    if (abs < 365 * days) return relative.format(Math.round(ms / (30.44 * days)), 'month');
    return relative.format(Math.round(ms / (365.25 * days)), 'year');
  };
  const valid = (iso: string, f: Intl.DateTimeFormat, suffix = '') => {
    const at = new Date(iso + suffix);
    return Number.isNaN(at.getTime()) ? iso : f.format(at);
  };
  const country = (code: string) => {
    try {
      return regions().of(code.toUpperCase()) ?? code;
    } catch {
      return code;
    }
  };
  return {
    locale,
    timeZone,
    currency,
    number: (n: number | string) => number().format(Number(n)),
    date: (iso: string) => valid(iso.slice(0, 10), date(), 'T00:00:00Z'),
    instant: (iso: string) => valid(iso, instant()),
    time: (iso: string) => valid(iso, time()),
    ago,
    money,
    country,
  };
}

export type Formats = ReturnType<typeof makeFormats>;

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Today as a plain date in the workspace's time zone. */
export function today(timeZone: string, now = new Date()): string {
  const days = dayFormats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  dayFormats.set(timeZone, days);
  return days.format(now);
}

function usable(locale: string | null | undefined): string {
  const own = typeof navigator === 'undefined' ? 'en-GB' : navigator.language;
  for (const candidate of [locale, own]) {
    if (!candidate) continue;
    try {
      return Intl.getCanonicalLocales(candidate.replace('_', '-'))[0] ?? own;
    } catch {
      continue;
    }
  }
  return 'en-GB';
}

const made = new Map<string, Formats>();

function formatsOf(locale: string, timeZone: string, currency: string): Formats {
  const key = `${locale} ${timeZone} ${currency}`;
  const found = made.get(key) ?? makeFormats({ locale, timeZone, currency });
  made.set(key, found);
  return found;
}

const locales = new Map<string, string>();

export function useFormats(): Formats {
  const session = useSession().data;
  const wanted = session?.person.locale ?? '';
  const locale = locales.get(wanted) ?? usable(wanted);
  locales.set(wanted, locale);
  const timeZone = session?.person.time_zone || session?.workspace.time_zone || 'UTC';
  const currency = session?.workspace.base_currency ?? 'EUR';
  return formatsOf(locale, timeZone, currency);
}
