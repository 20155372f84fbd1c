export interface Period {
  value: string;
  entered_at: string;
  left_at?: string | null;
  by?: string | null;
  reason?: string | null;
  source?: string | null;
}

const day = 86_400_000;

/** "3 h", "12 days", "4 months": how long something lasted, in the largest unit that says enough. */
export function lasted(from: string, to: string | null | undefined, locale: string, now = Date.now()): string {
  const ms = Math.max(0, (to ? Date.parse(to) : now) - Date.parse(from));
  const [value, unit] = ms < 3_600_000 ? [Math.max(1, Math.round(ms / 60_000)), 'minute'] : ms < 2 * day ? [Math.round(ms / 3_600_000), 'hour'] : ms < 90 * day ? [Math.round(ms / day), 'day'] : [Math.round(ms / (30.44 * day)), 'month'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit: String(unit), unitDisplay: 'long' }).format(Number(value));
}

/** The share of the whole time that each value took, for a bar. */
export function shares(periods: Period[], now = Date.now()): { value: string; part: number }[] {
  const spans = periods.map(p => ({ value: p.value, ms: Math.max(0, (p.left_at ? Date.parse(p.left_at) : now) - Date.parse(p.entered_at)) }));
  const whole = spans.reduce((sum, s) => sum + s.ms, 0);
  return whole === 0 ? [] : spans.map(s => ({ value: s.value, part: s.ms / whole }));
}
