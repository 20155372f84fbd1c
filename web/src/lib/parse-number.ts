const factors: Record<string, number> = { k: 1e3, m: 1e6, mio: 1e6, bn: 1e9, b: 1e9 };

/** Reads a number as typed in a locale, with an optional k, m or bn behind it. Null when it is none. */
export function parseNumber(text: string, locale: string): number | null {
  const parts = new Intl.NumberFormat(locale).formatToParts(12345.6);
  const decimal = parts.find(p => p.type === 'decimal')?.value ?? '.';
  const found = /^[^\d-]*(-?[\d.,'’\s\u00a0\u202f]*\d)\s*([a-z]*)[^\d]*$/i.exec(text.trim());
  if (!found?.[1]) return null;
  const factor = found[2] ? factors[found[2].toLowerCase()] : 1;
  if (factor === undefined) return null;
  const compact = found[1].replace(/['’\s\u00a0\u202f]/g, '');
  const plain = new RegExp(`^-?\\d+(\\.\\d+)?$`).test(compact) && !looksGrouped(compact, decimal)
    ? compact
    : compact.split(decimal === ',' ? '.' : ',').join('').replace(',', '.');
  const value = Number(plain) * factor;
  return Number.isFinite(value) ? Math.round(value * 10_000) / 10_000 : null;
}

/** "1.234" is a thousand where the comma is the decimal sign, "1.5" is one and a half everywhere. */
const looksGrouped = (text: string, decimal: string) => decimal === ',' && /^-?\d{1,3}(\.\d{3})+$/.test(text);
