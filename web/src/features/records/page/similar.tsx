'use client';
import { useQuery } from '@tanstack/react-query';
import { Waypoints } from 'lucide-react';
import { Link } from '@/components/link';
import { Card } from '@/components/ui/card';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { api } from '@/lib/api';
import { useFormats } from '@/lib/format';
import type { RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { recordPath } from '@/lib/record-routes';
import { titleOf } from '@/lib/record-title';
import type { AnyRecord } from '@/lib/records-api';

interface Found {
  /** False while texts are not read for their meaning yet. */
  ready: boolean;
  data: { score: number; record: AnyRecord }[];
}

const words = (record: AnyRecord) => [record.body, record.summary, record.description, record.text].find((v): v is string => typeof v === 'string' && v !== '') ?? '';

/** Situations of the past that went like this one, the nearest first. */
export function Similar({ type, id }: { type: RecordType; id: string }) {
  const format = useFormats();
  const found = useQuery({ queryKey: [...keys.lists(type.name), 'similar', id], queryFn: () => api.get<Found>(`/${type.plural}/${id}/similar?limit=10`) });
  if (found.isPending) return <SkeletonRows rows={4} />;
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.data.data.length === 0) {
    return (
      <EmptyState icon={Waypoints} title={found.data.ready ? 'Nothing like it yet' : 'Not read yet'}>
        {found.data.ready ? `${type.label_plural} whose words say much the same as this one stand here.` : 'Texts are read for their meaning in the background. Look again in a moment.'}
      </EmptyState>
    );
  }
  return (
    <div className="max-w-[920px] px-5 py-4 max-md:px-4">
      <Card className="overflow-hidden">
        <ul aria-label="Similar" className="divide-y">
          {found.data.data.map(({ score, record }) => {
            const account = record._refs?.company_id;
            return (
              <li key={record.id} className="relative flex items-start gap-3 px-3.5 py-2.5 hover:bg-subtle">
                <span className="min-w-0 flex-1 leading-[18px]">
                  <Link href={recordPath(type.name, record.id, type.plural)} className="block truncate text-sm font-medium after:absolute after:inset-0">{titleOf(record, type)}</Link>
                  <span className="line-clamp-2 text-xs text-fg-2">{words(record)}</span>
                  <span className="block truncate text-2xs text-fg-3">{[account && !Array.isArray(account) ? account.title : null, format.ago(record.created_at)].filter(Boolean).join(' · ')}</span>
                </span>
                <span className="num shrink-0 text-xs text-fg-3">{format.number(Math.round(score * 100))} % alike</span>
              </li>
            );
          })}
        </ul>
      </Card>
    </div>
  );
}
