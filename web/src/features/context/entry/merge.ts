/** Whether two values are told as the same. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(value: unknown): unknown {
  if (value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).filter(([, v]) => v !== null && v !== undefined && v !== '');
  return Object.fromEntries(parts.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]));
}

export type Values = Record<string, unknown>;

export interface Conflict {
  /** The field, of a detail behind "details.". */
  field: string;
  before: unknown;
  mine: unknown;
  theirs: unknown;
}

export interface Merged {
  values: Values;
  conflicts: Conflict[];
  /** Fields that only the other one changed, taken over. */
  taken: string[];
}

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What two people made of the same version: what one of them changed is taken from them; what both changed differently is left as mine and
 * named, so that a person decides.
 */
export function merge(base: Values, mine: Values, theirs: Values, fields: string[], path = ''): Merged {
  const values: Values = { ...mine };
  const conflicts: Conflict[] = [];
  const taken: string[] = [];
  for (const field of fields) {
    const [before, own, other] = [base[field], mine[field], theirs[field]];
    if (same(other, before) || same(own, other)) continue;
    if (same(own, before)) {
      values[field] = other ?? null;
      taken.push(path + field);
    } else if (field === 'details' && !path && isObject(own ?? {}) && isObject(other ?? {})) {
      const parts = [own, other, before].map(v => (isObject(v) ? v : {}));
      const inner = merge(parts[2] as Values, parts[0] as Values, parts[1] as Values, [...new Set(parts.flatMap(p => Object.keys(p)))], 'details.');
      values[field] = inner.values;
      conflicts.push(...inner.conflicts);
      taken.push(...inner.taken);
    } else {
      conflicts.push({ field: path + field, before, mine: own, theirs: other });
    }
  }
  return { values, conflicts, taken };
}

export const valueAt = (values: Values, field: string): unknown => (field.startsWith('details.') ? (values.details as Values | null)?.[field.slice(8)] : values[field]);

export function withValue(values: Values, field: string, value: unknown): Values {
  if (!field.startsWith('details.')) return { ...values, [field]: value };
  return { ...values, details: { ...((values.details as Values | null) ?? {}), [field.slice(8)]: value } };
}

/** Only what differs from what was read, for a write that touches nothing else. */
export function changed(base: Values, now: Values, fields: string[]): Values {
  return Object.fromEntries(fields.filter(f => !same(base[f], now[f])).map(f => [f, isBlank(now[f]) ? null : now[f]]));
}

const isBlank = (value: unknown) => value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
