import type { AnyRecord, RecordRef } from '@/lib/records-api';

/** The records a field points to, with titles, as the API sends them beside the ids. */
export function refsOf(record: AnyRecord, field: string): RecordRef[] {
  const refs = record._refs ?? {};
  const found = refs[field] ?? refs[field.replace(/_ids?$/, '')];
  return found ? [found].flat() : [];
}
