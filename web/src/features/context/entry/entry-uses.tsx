'use client';
import { useQuery } from '@tanstack/react-query';
import { ExternalLink, Waypoints } from 'lucide-react';
import { Link } from '@/components/link';
import { RecordIcon } from '@/components/record-icon';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { api } from '@/lib/api';
import { useFormats } from '@/lib/format';
import { keys } from '@/lib/query-keys';
import { recordPath } from '@/lib/record-routes';
import type { AnyRecord } from '@/lib/records-api';
import { safeHref } from './markdown';
import { words } from './details';
import { entryType } from '../context-api';
import type { UseCounts } from '../tree/tree-api';
import { UseFigures } from '../tree/use-figures';

interface Use {
  id: string;
  version: number;
  words: string;
  exact: boolean;
  in: { kind: string; record_type: string | null; record_id: string | null; label: string; url: string | null };
  on: string;
  /** It is still there to be read. */
  out: boolean;
}

interface Uses {
  data: Use[];
  counts: UseCounts;
  how_use_is_counted: string;
}

/** Where this entry was used, in which version, and what followed. */
export function EntryUses({ record }: { record: AnyRecord }) {
  const format = useFormats();
  const found = useQuery({ queryKey: [...keys.record(entryType, record.id), 'uses'], queryFn: () => api.get<Uses>(`/context/uses?entry=${record.id}`) });
  if (found.isPending) return <SkeletonRows />;
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  const { data, counts, how_use_is_counted: how } = found.data;
  if (data.length === 0) return <EmptyState icon={Waypoints} title="Not used yet">Mails, calls, pages and decks that say what this entry says will stand here, with the version they used.</EmptyState>;
  return (
    <div className="mx-auto flex w-full max-w-[820px] flex-col gap-4 p-5 max-md:p-3.5">
      <UseFigures use={counts} how={how} />
      <Card className="overflow-hidden">
        <ul aria-label="Used in" className="divide-y">
          {data.map(use => (
            <li key={use.id} className="flex items-start gap-3 px-3.5 py-2.5 text-sm">
              {use.in.record_type ? <RecordIcon type={use.in.record_type} className="mt-0.5 size-4 shrink-0 text-fg-3" /> : <ExternalLink aria-hidden className="mt-0.5 size-4 shrink-0 text-fg-3" />}
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium"><Place use={use} /></span>
                {use.words && <span className="line-clamp-2 text-xs text-fg-2">“{use.words}”</span>}
                <span className="block text-xs text-fg-3">{words(use.in.kind)} · {format.date(use.on)}{!use.exact && ' · in words much like it'}</span>
              </span>
              <span className="flex shrink-0 flex-col items-end gap-1">
                <Badge tone={use.version === record.version ? 'green' : 'amber'}>Version {use.version}</Badge>
                {use.out && use.version !== record.version && <span className="text-2xs text-amber-text">still out</span>}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

function Place({ use }: { use: Use }) {
  const label = use.in.label || words(use.in.kind);
  if (use.in.record_type && use.in.record_id) return <Link href={recordPath(use.in.record_type, use.in.record_id)} className="hover:underline">{label}</Link>;
  const href = use.in.url ? safeHref(use.in.url) : null;
  return href ? <a href={href} target="_blank" rel="noreferrer" className="hover:underline">{label}</a> : label;
}
