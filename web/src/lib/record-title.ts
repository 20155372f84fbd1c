import type { RecordType } from './meta';
import type { AnyRecord } from './records-api';

/** What a record is called. Some types have a field "title" that means something else (a person's job), so the type says which it is. */
export function titleOf(record: AnyRecord, type: Pick<RecordType, 'title_field'> | undefined): string {
  const own = type ? record[type.title_field] : undefined;
  return typeof own === 'string' && own ? own : record.title || 'No name';
}
