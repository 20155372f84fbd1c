'use client';
import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { AsOfBanner } from '@/features/records/list/as-of-banner';
import { AsOfDialog } from '@/features/records/list/as-of';
import { useFormats } from '@/lib/format';
import type { RecordType } from '@/lib/meta';
import { isMissing } from '@/lib/problem';
import { keys } from '@/lib/query-keys';
import { records, type AnyRecord } from '@/lib/records-api';
import { entryPlural, entryType, type KindInfo } from '../context-api';
import type { Details } from './details';
import { DetailsView } from './details-view';
import { SensitivityBadge, StatusBadge } from './entry-badges';
import { MarkdownView } from './markdown-view';
import { Properties } from './properties';

/** The entry as it was at a moment. Nothing can be changed there. */
export function PastEntry({ type, record, at, kinds }: { type: RecordType; record: AnyRecord; at: string; kinds: KindInfo[] }) {
  const path = usePathname();
  const format = useFormats();
  const [choosing, setChoosing] = useState(false);
  const past = useQuery({ queryKey: keys.recordAt(entryType, record.id, at), queryFn: ({ signal }) => records.at(entryPlural, record.id, at, { signal }), retry: false, staleTime: Infinity });
  const go = (moment: string | null) => window.history.replaceState(null, '', moment ? `${path}?as_of=${encodeURIComponent(moment)}` : path);
  const was = past.data;
  const fields = kinds.find(k => k.kind === was?.kind)?.fields ?? [];
  const details = (was?.details ?? {}) as Details;
  return (
    <>
      <AsOfBanner what={was?.title ?? record.title} at={at} format={format} onChange={() => setChoosing(true)} onBack={() => go(null)} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        {past.isPending && <SkeletonRows />}
        {past.error && (isMissing(past.error)
          ? <EmptyState icon={History} title="It did not exist yet">This entry was created on {format.instant(record.created_at)}.</EmptyState>
          : <ErrorState error={past.error} retry={() => void past.refetch()} />)}
        {was && (
          <div className="mx-auto grid max-w-[1180px] gap-5 p-5 max-md:p-3.5 lg:grid-cols-[minmax(0,1fr)_340px]">
            <div className="flex min-w-0 flex-col gap-4">
              <h1 className="text-xl font-semibold break-words">{was.title}</h1>
              <div className="flex flex-wrap gap-1.5"><StatusBadge type={type} record={was} /><SensitivityBadge type={type} record={was} /></div>
              {Object.keys(details).length > 0 && <Card className="px-5 py-4"><DetailsView fields={fields} details={details} /></Card>}
              {typeof was.body === 'string' && was.body.trim() && <Card className="px-5 py-4"><MarkdownView text={was.body} /></Card>}
            </div>
            <Card className="self-start overflow-hidden"><Properties type={type} record={was} /></Card>
          </div>
        )}
      </div>
      {choosing && <AsOfDialog now={at} onClose={() => setChoosing(false)} onPick={moment => { setChoosing(false); go(moment); }} />}
    </>
  );
}
