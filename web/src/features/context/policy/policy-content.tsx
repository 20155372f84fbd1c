'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { isMissing } from '@/lib/problem';
import type { AnyRecord } from '@/lib/records-api';
import type { KindInfo } from '../context-api';
import type { Details } from '../entry/details';
import { DetailsView } from '../entry/details-view';
import { MarkdownView } from '../entry/markdown-view';
import { ClauseText, CompiledView } from './compiled-view';
import { ConfirmReading } from './confirm-reading';
import { Examples, examplesOf } from './examples';
import { Findings } from './findings';
import { policy, policyKeys } from './policy-api';
import { TryCase } from './try-case';

/** Shown in their own way. */
const shown = new Set(['clause', 'examples', 'reading', 'confirmed']);

/** A policy: its words on the left, what they became on the right, cases below. */
export function PolicyContent({ record, kind }: { record: AnyRecord; kind: KindInfo | undefined }) {
  const details = (record.details ?? {}) as Details;
  const clause = String(details.clause ?? '').trim();
  const reading = typeof details.reading === 'string' && details.reading !== '' ? details.reading : undefined;
  const [active, setActive] = useState<number | null>(null);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const confirmed = typeof details.confirmed === 'string' && details.confirmed !== '' ? details.confirmed : undefined;
  const compiled = useQuery({ queryKey: policyKeys.compiled(clause, record.id, reading, confirmed), queryFn: ({ signal }) => policy.compile(clause, record.id, reading, confirmed, signal), enabled: clause !== '', retry: false });
  const body = typeof record.body === 'string' ? record.body.trim() : '';
  return (
    <div className="mx-auto grid w-full max-w-[1080px] items-start gap-5 p-5 max-md:p-3.5 xl:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-5">
        <Card className="px-5 py-4 max-md:px-4">
          {compiled.data ? <ClauseText compiled={compiled.data} active={active} onActive={setActive} /> : <p className="text-[15px] leading-7 whitespace-pre-wrap">{clause}</p>}
        </Card>
        {Object.keys(details).some(name => !shown.has(name)) && (
          <Card className="px-5 py-4 max-md:px-4"><DetailsView fields={kind?.fields ?? []} details={Object.fromEntries(Object.entries(details).filter(([n]) => !shown.has(n)))} /></Card>
        )}
        {body && <Card className="px-5 py-4 max-md:px-4"><MarkdownView text={body} /></Card>}
        <Examples clause={clause} reading={reading} examples={examplesOf(details)} onPick={setTyped} />
      </div>
      <div className="flex min-w-0 flex-col gap-5">
        {!isMissing(compiled.error) && <section aria-label="What it became">
          <h2 className="mb-1.5 text-sm font-semibold">What it became</h2>
          {clause !== '' && compiled.isPending && <SkeletonRows rows={3} />}
          {compiled.error && <ErrorState error={compiled.error} retry={() => void compiled.refetch()} className="py-6" />}
          {compiled.data && <CompiledView compiled={compiled.data} active={active} onActive={setActive} />}
          {compiled.data && <div className="mt-2"><ConfirmReading record={record} details={details} compiled={compiled.data} /></div>}
        </section>}
        {compiled.data && !compiled.data.text_only && <TryCase compiled={compiled.data} reading={reading} typed={typed} onType={setTyped} />}
        <Findings entry={record.id} />
      </div>
    </div>
  );
}
