import type { RecordType } from './meta';
import type { AnyRecord } from './records-api';

const said = (value: unknown) => (typeof value === 'string' && value.trim() ? value : null);

/** What a record is called. A field "title" may mean something else (a person's job), so the type, or else a name, comes first. */
export function titleOf(record: AnyRecord, type?: Pick<RecordType, 'title_field'>): string {
  return (type ? said(record[type.title_field]) : said(record.name)) ?? said(record.title) ?? 'Untitled';
}
