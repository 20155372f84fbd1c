'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ChevronRight, CircleCheck, RefreshCw, ShieldCheck } from 'lucide-react';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { RecordIcon } from '@/components/record-icon';
import { Dot } from '@/components/ui/badge';
import { Button, buttonStyle } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { cn } from '@/lib/cn';
import { duplicates } from '@/lib/duplicates-api';
import { useFormats, type Formats } from '@/lib/format';
import { listPath } from '@/lib/record-routes';
import type { Tone } from '@/lib/tone';
import { quality, type CheckGroup, type Quality, type QualityCheck, type QualityOfType, type Severity } from './quality-api';

const key = ['data-quality'];
const tones: Record<Severity, Tone> = { high: 'red', medium: 'amber', low: 'neutral' };
const severityText: Record<Severity, string> = { high: 'Important', medium: 'Less important', low: 'Minor' };
const groups: Record<CheckGroup, string> = { completeness: 'Missing', validity: 'Not right', duplicates: 'Twice', links: 'Without a link', staleness: 'Forgotten' };
const order = Object.keys(groups) as CheckGroup[];

/** Where the records of one check are mended. */
export function fixLink(type: QualityOfType, check: QualityCheck): string {
  return check.link ?? `${listPath(type.type, type.plural)}?filter=${encodeURIComponent(JSON.stringify(check.filter))}`;
}

/** Pairs are counted where they are decided; a type that says it itself is left as it is. */
function withDuplicates(type: QualityOfType, pairs: number): QualityOfType {
  if (pairs === 0 || type.checks.some(c => c.code === 'duplicate')) return type;
  const check: QualityCheck = { code: 'duplicate', group: 'duplicates', label: 'Possible duplicates', count: pairs, share: Math.min(1, pairs / type.records), severity: 'medium', link: `/duplicates?type=${type.type}` };
  return { ...type, checks: [...type.checks, check] };
}

/** How well the data serves, and one click to what needs mending. */
export function QualityPage() {
  const client = useQueryClient();
  const formats = useFormats();
  const found = useQuery({ queryKey: key, queryFn: quality.get, refetchInterval: query => (query.state.data?.refreshing ? 3_000 : false) });
  const refresh = async () => {
    try {
      client.setQueryData<Quality>(key, await quality.refresh());
    } catch (error) {
      toast.error(error);
    }
  };
  const data = found.data;
  const twice = useQuery({ queryKey: ['duplicates', 'counts'], queryFn: duplicates.counts, retry: false }).data ?? {};
  const types = (data?.types.filter(t => t.records > 0) ?? []).map(t => withDuplicates(t, twice[t.type] ?? 0));
  return (
    <>
      <PageHeader title="Data quality">
        {data?.as_of && <span role="status" className="text-xs text-fg-3 max-md:hidden">{data.refreshing ? 'Counting anew…' : `As of ${formats.ago(data.as_of)}`}</span>}
        <Button busy={data?.refreshing} disabled={!data} aria-label="Count again" onClick={() => void refresh()}><RefreshCw /><span className="max-md:hidden">Count again</span></Button>
      </PageHeader>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {found.isPending || (data?.refreshing && !data.as_of) ? <SkeletonRows /> : found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : types.length === 0 ? (
          <EmptyState icon={ShieldCheck} title="Nothing to look at yet" action={<Link href="/imports" className={buttonStyle()}>Import files</Link>}>When there are records, this page says what is missing, out of date or twice.</EmptyState>
        ) : (
          <div className="mx-auto flex max-w-[980px] flex-col gap-5 px-5 py-5 max-md:px-3.5">
            {types.map(t => <TypeCard key={t.type} type={t} formats={formats} />)}
          </div>
        )}
      </div>
    </>
  );
}

function TypeCard({ type, formats }: { type: QualityOfType; formats: Formats }) {
  const title = type.type === 'company' ? 'Accounts' : type.label_plural;
  const open = type.checks.filter(c => c.count > 0).sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group) || b.count - a.count);
  const fine = type.checks.filter(c => c.count === 0);
  const whole = Math.floor(type.complete * 100);
  return (
    <Card aria-label={title}>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b px-4 py-3">
        <RecordIcon type={type.type} className="size-4 text-fg-3" />
        <h2 className="text-sm font-semibold">{title} <span className="num ml-1 font-normal text-fg-3">{formats.number(type.records)}</span></h2>
        <span className="ml-auto flex items-center gap-2 text-xs text-fg-3">
          <span className="num">{whole} % filled</span>
          <span aria-hidden className="h-1.5 w-28 overflow-hidden rounded-full bg-active"><span className={cn('block h-full rounded-full', whole >= 80 ? 'bg-green' : whole >= 50 ? 'bg-amber' : 'bg-red')} style={{ width: `${whole}%` }} /></span>
        </span>
      </header>
      {open.length > 0 && (
        <ul className="divide-y">
          {open.map(c => (
            <li key={c.code + (c.field ?? '')} className="group relative grid min-h-10 grid-cols-[8px_minmax(0,1fr)_64px_16px] items-center gap-3 px-4 py-1.5 text-sm hover:bg-subtle md:grid-cols-[8px_minmax(0,1fr)_110px_120px_64px_16px]">
              <span title={severityText[c.severity]} className="flex"><Dot tone={tones[c.severity]} /><span className="sr-only">{severityText[c.severity]}</span></span>
              <Link href={fixLink(type, c)} className="min-w-0 font-medium text-fg after:absolute after:inset-0">{c.label}</Link>
              <span className="text-xs text-fg-3 max-md:hidden">{groups[c.group]}</span>
              <span aria-hidden className="flex items-center gap-2 text-xs text-fg-3 max-md:hidden">
                <span className="h-1 flex-1 overflow-hidden rounded-full bg-active"><span className="block h-full rounded-full bg-fg-3" style={{ width: `${Math.max(2, c.share * 100)}%` }} /></span>
                <span className="num w-10 text-right whitespace-nowrap">{c.share < 0.01 ? '<1' : Math.round(c.share * 100)} %</span>
              </span>
              <span className="num text-right font-medium">{formats.number(c.count)}</span>
              <ChevronRight aria-hidden className="size-4 text-fg-3" />
            </li>
          ))}
        </ul>
      )}
      {fine.length > 0 && (
        <p className="flex items-start gap-2 border-t px-4 py-2.5 text-xs text-fg-3 first:border-t-0">
          <CircleCheck aria-hidden className="mt-0.5 size-3.5 shrink-0 text-green-text" />
          <span><span className="sr-only">Nothing to mend: </span>{fine.map(c => c.label).join(', ')}: none</span>
        </p>
      )}
    </Card>
  );
}
