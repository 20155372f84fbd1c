'use client';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from '@/components/link';
import { RecordIcon } from '@/components/record-icon';
import { Avatar } from '@/components/ui/avatar';
import type { RecordType } from '@/lib/meta';
import { listPath } from '@/lib/record-routes';
import type { AnyRecord } from '@/lib/records-api';
import { titleOf } from '@/lib/record-title';

export function RecordPicture({ record, size }: { record: AnyRecord; size: number }) {
  if (record.type === 'company' || record.type === 'contact') return <Avatar name={titleOf(record)} size={size} square={record.type === 'company'} decorative />;
  return (
    <span className="grid shrink-0 place-items-center rounded-[26%] bg-hover text-fg-2" style={{ width: size, height: size }}>
      <RecordIcon type={record.type} style={{ width: size * 0.5, height: size * 0.5 }} />
    </span>
  );
}

/** Breadcrumb and actions at the top of a record's page. */
export function RecordHeader({ type, record, children }: { type: RecordType; record: AnyRecord | undefined; children?: ReactNode }) {
  return (
    <header className="flex h-11 shrink-0 items-center gap-2 border-b pl-4 pr-2.5 max-md:h-12 max-md:pl-12">
      <nav aria-label="Breadcrumb" className="flex min-w-0 items-center gap-1 text-sm">
        <Link href={listPath(type.name, type.plural)} className="rounded-md px-1 text-fg-3 hover:text-fg max-md:hidden">{type.label_plural}</Link>
        <ChevronRight aria-hidden className="size-3.5 shrink-0 text-fg-3 max-md:hidden" />
        {record && <RecordPicture record={record} size={18} />}
        {record ? <span className="truncate px-1 font-medium">{titleOf(record, type)}</span> : <h1 className="sr-only">{type.label}</h1>}
      </nav>
      <div className="ml-auto flex shrink-0 items-center gap-1.5">{children}</div>
    </header>
  );
}
