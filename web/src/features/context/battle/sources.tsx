'use client';
import { useState } from 'react';
import { Link } from '@/components/link';
import { RecordIcon } from '@/components/record-icon';
import { recordPath } from '@/lib/record-routes';
import type { RecordRef } from '@/lib/records-api';

const few = 3;

/** The records that a line comes from. */
export function Sources({ records, label = 'From' }: { records: RecordRef[]; label?: string }) {
  const [all, setAll] = useState(false);
  if (records.length === 0) return null;
  return (
    <span className="flex flex-wrap items-center gap-1 text-2xs text-fg-3">
      {label}
      {(all ? records : records.slice(0, few)).map(r => <SourceLink key={r.id} record={r} />)}
      {records.length > few && <button type="button" aria-expanded={all} onClick={() => setAll(!all)} className="h-5 rounded-sm px-1 font-medium text-fg-2 hover:bg-hover max-md:h-7 print:hidden">{all ? 'Fewer' : `${records.length - few} more`}</button>}
    </span>
  );
}

export function SourceLink({ record }: { record: RecordRef }) {
  return (
    <Link href={recordPath(record.type, record.id)} className="inline-flex h-5 max-w-[240px] items-center gap-1 rounded-sm border border-line bg-raised px-1.5 text-2xs font-medium text-fg-2 hover:border-line-strong hover:text-fg max-md:h-7 max-md:px-2">
      <RecordIcon type={record.type} className="size-3 shrink-0 text-fg-3" />
      <span className="truncate">{record.title}</span>
    </Link>
  );
}
