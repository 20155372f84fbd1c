'use client';
import { useQuery } from '@tanstack/react-query';
import { History as HistoryIcon } from 'lucide-react';
import { usePathname } from 'next/navigation';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { Card, SectionTitle } from '@/components/ui/card';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { fieldOf, type RecordType } from '@/lib/meta';
import { isMissing } from '@/lib/problem';
import { keys } from '@/lib/query-keys';
import { records, type AnyRecord } from '@/lib/records-api';
import { usePeople } from '@/lib/session';
import { titleOf } from '@/lib/record-title';
import { isBlank } from '../field/field-text';
import { FieldValue } from '../field/field-value';
import { AsOfBanner } from '../list/as-of-banner';

const AsOfDialog = dynamic(() => import('../list/as-of').then(m => m.AsOfDialog), { ssr: false });

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** A record as it was: every field, and beside what has changed since, what it is now. */
export function PastRecord({ type, record, at }: { type: RecordType; record: AnyRecord; at: string }) {
  const path = usePathname();
  const format = useFormats();
  const people = usePeople().data;
  const names = useMemo(() => new Map(people?.map(p => [p.id, p.name])), [people]);
  const [choosing, setChoosing] = useState(false);
  const past = useQuery({ queryKey: keys.recordAt(type.name, record.id, at), queryFn: ({ signal }) => records.at(type.plural, record.id, at, { signal }), retry: false, staleTime: Infinity });
  const go = (moment: string | null) => window.history.replaceState(null, '', moment ? `${path}?as_of=${encodeURIComponent(moment)}` : path);
  const was = past.data;
  const changed = was ? type.fields.filter(f => !was._not_as_of?.[f.name] && !same(was[f.name], record[f.name])).length : 0;
  return (
    <>
      <AsOfBanner what={titleOf(was ?? record, type)} at={at} format={format} onChange={() => setChoosing(true)} onBack={() => go(null)} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        {past.isPending ? <SkeletonRows /> : past.error ? (
          isMissing(past.error) ? <EmptyState icon={HistoryIcon} title="It did not exist yet">This {type.label.toLowerCase()} was created on {format.instant(record.created_at)}.</EmptyState> : <ErrorState error={past.error} retry={() => void past.refetch()} />
        ) : was && (
          <div className="mx-auto flex max-w-[860px] flex-col gap-5 px-6 py-6 max-md:px-4">
            <div>
              <h1 className="text-xl font-semibold break-words">{titleOf(was, type)}</h1>
              <p className="text-sm text-fg-3">{changed === 0 ? 'Nothing has changed since.' : `${changed} ${changed === 1 ? 'field has' : 'fields have'} changed since.`}</p>
            </div>
            {type.ui.sections.map(section => {
              const fields = section.fields.flatMap(n => fieldOf(type, n) ?? []).filter(f => was._not_as_of?.[f.name] || !isBlank(was[f.name]) || !same(was[f.name], record[f.name]));
              if (fields.length === 0) return null;
              return (
                <section key={section.title}>
                  <SectionTitle>{section.title}</SectionTitle>
                  <Card>
                    <dl className="divide-y text-sm">
                      {fields.map(f => {
                        const untold = was._not_as_of?.[f.name];
                        const differs = !untold && !same(was[f.name], record[f.name]);
                        return (
                          <div key={f.name} className={cn('grid min-h-9 grid-cols-[160px_minmax(0,1fr)] items-center gap-3 px-4 py-1.5 max-md:grid-cols-1 max-md:gap-0.5', differs && 'bg-amber-soft/60')}>
                            <dt className="truncate text-fg-3">{f.label}</dt>
                            <dd className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1">
                              <span className={untold ? 'min-w-0 text-fg-3' : 'min-w-0 font-medium'}>{untold ?? <FieldValue field={f} record={was} format={format} people={names} />}</span>
                              {differs && <span className="flex min-w-0 items-center gap-1.5 text-xs text-fg-2">now <FieldValue field={f} record={record} format={format} people={names} /></span>}
                            </dd>
                          </div>
                        );
                      })}
                    </dl>
                  </Card>
                </section>
              );
            })}
          </div>
        )}
      </div>
      {choosing && <AsOfDialog now={at} onClose={() => setChoosing(false)} onPick={moment => { setChoosing(false); go(moment); }} />}
    </>
  );
}
