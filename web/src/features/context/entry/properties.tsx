'use client';
import { Details } from '@/features/records/page/details';
import type { RecordType } from '@/lib/meta';
import type { AnyRecord } from '@/lib/records-api';
import { properties } from './property-fields';

/** Where an entry stands in a tree is changed there; what it says, in its editor. */
export function Properties({ type, record }: { type: RecordType; record: AnyRecord }) {
  const narrowed: RecordType = {
    ...type,
    operations: [],
    ui: { ...type.ui, sections: [{ title: 'For whom, when and whence', fields: [...properties, 'created_by', 'created_at', 'updated_at'].filter(name => type.fields.some(f => f.name === name)) }] },
  };
  return <Details type={narrowed} record={record} />;
}
