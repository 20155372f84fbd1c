import { allFields, type FieldType, type RecordType } from '@/lib/meta';

/** Fields whose values can be columns of a board, the most telling first. */
export function boardFields(type: RecordType): FieldType[] {
  const fields = type.fields.filter(f => f.filter && f.kind === 'choice' && (f.choices?.length ?? 0) > 1);
  const rank = (f: FieldType) => (/^(stage|status|customer_state)$/.test(f.name) ? 0 : f.read_only ? 2 : 1);
  return [...fields].sort((a, b) => rank(a) - rank(b));
}

export const dateFields = (type: RecordType): FieldType[] => allFields(type).filter(f => (f.kind === 'date' || f.kind === 'instant') && f.filter && f.sort);

const beginnings = ['start_date', 'deal_start_date', 'started_at', 'date', 'created_at'];
const ends = ['target_end_date', 'due_date', 'end_date', 'deal_expected_signing_date', 'deal_end_date', 'updated_at'];

/** The dates between which a bar lies unless the view says which. */
export function usualDates(type: RecordType): [string, string] {
  const names = dateFields(type).map(f => f.name);
  const find = (list: string[]) => list.find(n => names.includes(n));
  const end = find(ends) ?? 'updated_at';
  // What has an expected end but no own begin began when it was written down.
  const begin = end === 'deal_expected_signing_date' ? 'created_at' : (find(beginnings) ?? 'created_at');
  return [begin, end];
}
