'use client';
import { useQuery } from '@tanstack/react-query';
import { Hourglass } from 'lucide-react';
import { Link } from '@/components/link';
import { changeSets } from '@/lib/change-sets';
import { keys } from '@/lib/query-keys';
import type { AnyRecord } from '@/lib/records-api';

/** Changes of this entry that wait for somebody's decision. */
export function WaitingChanges({ record }: { record: AnyRecord }) {
  const proposed = useQuery({ queryKey: keys.changeSetList('proposed'), queryFn: () => changeSets.list('?status=proposed&limit=100') });
  const count = (proposed.data?.data ?? []).filter(set => set.operations.some(o => o.record_id === record.id && o.status === 'waiting')).length;
  if (count === 0) return null;
  return (
    <Link href="/review" className="flex items-center gap-2 rounded-lg bg-amber-soft px-3 py-2 text-sm text-amber-text hover:underline">
      <Hourglass aria-hidden className="size-4 shrink-0" />
      {count === 1 ? 'A change of this entry waits for review' : `${count} changes of this entry wait for review`}
    </Link>
  );
}
