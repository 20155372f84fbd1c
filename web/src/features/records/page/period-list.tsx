'use client';
import { useQuery } from '@tanstack/react-query';
import { ChoiceBadge } from '@/components/choice-badge';
import { Card, SectionTitle } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { api } from '@/lib/api';
import { useFormats } from '@/lib/format';
import { fieldOf, type RecordType } from '@/lib/meta';
import { isMissing } from '@/lib/problem';
import { keys } from '@/lib/query-keys';
import { lasted, shares, type Period } from './periods';

interface PeriodListProps {
  type: RecordType;
  id: string;
  field: string;
  /** Last part of the address: stage-history, state-history. */
  path: string;
  title: string;
}

/** When a field took which value, for how long, by whom and why. */
export function PeriodList({ type, id, field, path, title }: PeriodListProps) {
  const formats = useFormats();
  const found = useQuery({ queryKey: keys.related(type.name, id, path), queryFn: async () => (await api.get<{ data: Period[] }>(`/${type.plural}/${id}/${path}`)).data, retry: false });
  if (isMissing(found.error)) return null;
  const oldest = [...(found.data ?? [])].sort((a, b) => a.entered_at.localeCompare(b.entered_at));
  const label = (value: string) => fieldOf(type, field)?.choices?.find(c => c.value === value)?.label ?? value;
  return (
    <section aria-label={title} className="min-w-0">
      <SectionTitle className="mb-2">{title}</SectionTitle>
      {found.isPending && <Skeleton className="w-1/2" />}
      {found.error && <p className="text-sm text-fg-3">Could not be read.</p>}
      {found.data && oldest.length === 0 && <p className="text-sm text-fg-3">Nothing is known yet.</p>}
      {oldest.length > 0 && (
        <Card className="overflow-hidden">
          {oldest.length > 1 && (
            <div aria-hidden className="flex h-2 gap-px bg-surface">
              {shares(oldest).map((s, i) => <span key={i} title={label(s.value)} className="min-w-0.5 bg-accent" style={{ flexGrow: s.part, opacity: 0.25 + (0.75 * (i + 1)) / oldest.length }} />)}
            </div>
          )}
          <ol className="divide-y">
            {[...oldest].reverse().map(p => (
              <li key={p.value + p.entered_at} className="flex flex-wrap items-center gap-x-3 gap-y-0.5 px-3.5 py-2 text-sm">
                <span className="w-36 shrink-0"><ChoiceBadge type={type} field={field} value={p.value} dot /></span>
                <span className="num font-medium">{p.left_at ? lasted(p.entered_at, p.left_at, formats.locale) : `${lasted(p.entered_at, null, formats.locale)} so far`}</span>
                <span className="num ml-auto text-xs text-fg-3">{formats.date(p.entered_at)}{p.left_at ? ` to ${formats.date(p.left_at)}` : ''}{p.by ? ` · ${p.by}` : ''}</span>
                {p.reason && <span className="w-full text-xs text-fg-2">{p.reason}</span>}
              </li>
            ))}
          </ol>
        </Card>
      )}
    </section>
  );
}
