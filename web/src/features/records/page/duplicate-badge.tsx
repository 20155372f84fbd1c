'use client';
import { useQuery } from '@tanstack/react-query';
import { CopyCheck } from 'lucide-react';
import { Link } from '@/components/link';
import { duplicates, duplicatesOf } from '@/lib/duplicates-api';
import type { RecordType } from '@/lib/meta';
import type { AnyRecord } from '@/lib/records-api';

/** Says on the page of a record that others may be the same, and leads to where that is decided. */
export function DuplicateBadge({ type, record }: { type: RecordType; record: AnyRecord }) {
  const asked = !record.deleted_at && type.operations.includes('update');
  const found = useQuery({ queryKey: duplicatesOf(type.plural, record.id), queryFn: () => duplicates.of(type.plural, record.id), enabled: asked, retry: false, staleTime: 60_000 }).data ?? [];
  if (!asked || found.length === 0) return null;
  return (
    <div className="px-5 pb-4">
      <Link href={`/duplicates?type=${type.name}&record=${record.id}`} className="inline-flex h-6 items-center gap-1.5 rounded-md bg-amber-soft px-2 text-xs font-medium text-amber-text hover:underline max-md:h-8">
        <CopyCheck aria-hidden className="size-3.5" />{found.length === 1 ? '1 likely duplicate' : `${found.length} likely duplicates`}
      </Link>
    </div>
  );
}
