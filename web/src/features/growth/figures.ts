/** A share as people read it: no false precision where little stands behind it. */
export function percent(share: number | null | undefined, locale = 'en-GB', few = false): string {
  if (share == null) return '–';
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: few || share >= 0.1 ? 0 : 1 }).format(share);
}

/** In points, with its sign. */
export function points(now: number | null, before: number | null, locale = 'en-GB'): string | null {
  if (now == null || before == null) return null;
  const by = (now - before) * 100;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(by)} pts`;
}

export function change(now: number, before: number | null | undefined, locale = 'en-GB'): string | null {
  if (before == null || before === 0) return null;
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(now / before - 1);
}

/** How long something took, in the unit that reads best. */
export function duration(seconds: number | null | undefined): string {
  if (seconds == null) return '–';
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  if (seconds < 36 * 3600) return `${(seconds / 3600).toFixed(1).replace(/\.0$/, '')} h`;
  return `${(seconds / 86_400).toFixed(1).replace(/\.0$/, '')} d`;
}

/** What a test of a difference says, in words. */
export function certainty(differs: number | null): string {
  if (differs == null) return 'too few to say';
  if (differs < 0.01) return `not by chance (p ${differs < 0.001 ? '< 0.001' : differs.toFixed(3)})`;
  if (differs < 0.05) return `probably not by chance (p ${differs.toFixed(3)})`;
  return `may be chance (p ${differs.toFixed(2)})`;
}

export const isCertain = (differs: number | null) => differs != null && differs < 0.05;
