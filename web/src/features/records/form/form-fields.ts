import type { FieldType, RecordType } from '@/lib/meta';

/** What a new record asks for at once, and what it keeps behind "More fields". */
export function formFields(type: RecordType): { first: FieldType[]; more: FieldType[] } {
  const writable = type.fields.filter(f => !f.read_only);
  const early = new Set([type.title_field, ...type.ui.list]);
  // A currency stands beside its amount.
  for (const f of writable) if (f.currency_field && early.has(f.name)) early.add(f.currency_field);
  const isFirst = (f: FieldType) => f.required || early.has(f.name);
  const title = writable.filter(f => f.name === type.title_field);
  const rest = writable.filter(f => f.name !== type.title_field);
  return { first: [...title, ...rest.filter(isFirst)], more: rest.filter(f => !isFirst(f)) };
}

/** Values given in the address, as `?create=1&company_id=…`. */
export function presetOf(type: RecordType, params: { get(name: string): string | null }): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const f of type.fields) {
    if (f.default !== undefined && f.default !== null && !f.read_only) found[f.name] = f.default;
    const value = params.get(f.name);
    if (value && !f.read_only) found[f.name] = value;
  }
  return found;
}
