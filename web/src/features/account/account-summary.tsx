'use client';
import { ArrowUpRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { BattleLinks } from '@/components/battle-links';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Skeleton } from '@/components/ui/skeleton';
import { Score } from '@/features/records/field/score';
import { ChoiceBadge } from '@/components/choice-badge';
import { useFormats } from '@/lib/format';
import { fieldOf, type RecordType } from '@/lib/meta';
import type { AnyRecord } from '@/lib/records-api';
import { StateControl } from './state-control';
import { openTotals, rivalsOf } from './open-deals';
import { useDealsOf, useDealTotalsOf, useLastInteractionOf } from './use-account';

const bare = (url: string) => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
const safe = (url: string) => (/^https?:\/\//i.test(url) ? url : `https://${url}`);

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-7 items-center gap-2 text-sm">
      <dt className="w-[104px] shrink-0 text-fg-3">{label}</dt>
      <dd className="flex min-w-0 flex-1 flex-wrap items-center justify-end gap-x-2 text-right">{children}</dd>
    </div>
  );
}

const Unmeasured = () => <span className="text-xs text-fg-3">Not measured yet</span>;

export function AccountSummary({ type, record }: { type: RecordType; record: AnyRecord }) {
  const url = typeof record.website_url === 'string' ? record.website_url : null;
  const industry = record.industry_vertical;
  const text = (value: unknown) => (typeof value === 'string' && value ? value.charAt(0).toUpperCase() + value.slice(1) : null);
  const tags = [text(record.customer_segment_label), text(industry), text(record.b2b_or_b2c)].filter(t => t !== null);
  return (
    <>
      <div className="flex items-start gap-3 px-5 pb-4 pt-5">
        <Avatar name={record.title} size={44} square decorative />
        <div className="min-w-0 flex-1">
          <h1 className="break-words text-lg font-semibold">{record.title}</h1>
          {url ? (
            <a href={safe(url)} target="_blank" rel="noreferrer" className="inline-flex max-w-full items-center gap-1 text-sm text-fg-3 hover:text-fg">
              <span className="truncate">{bare(url)}</span><ArrowUpRight aria-hidden className="size-3 shrink-0" />
            </a>
          ) : (
            <p className="text-sm text-fg-3">No website</p>
          )}
        </div>
      </div>
      {(tags.length > 0 || record.customer_state != null) && (
        <div className="flex flex-wrap gap-1.5 px-5 pb-4">
          <ChoiceBadge type={type} field="customer_state" value={record.customer_state} dot />
          {tags.map((tag, i) => <Badge key={tag} tone={i === 0 && record.customer_segment_label ? 'accent' : 'neutral'}>{tag}</Badge>)}
        </div>
      )}
      <CurrentState type={type} record={record} />
    </>
  );
}

function CurrentState({ type, record }: { type: RecordType; record: AnyRecord }) {
  const formats = useFormats();
  const deals = useDealTotalsOf(record.id);
  const last = useLastInteractionOf(record.id).data?.data[0];
  const rivals = rivalsOf(useDealsOf(record.id).data?.data ?? []);
  const totals = openTotals(deals.data ?? []);
  const open = deals.data?.find(t => t.state === 'open')?.deals ?? 0;
  const score = (name: string) => (fieldOf(type, name) && typeof record[name] === 'number' ? <Score value={record[name]} /> : <Unmeasured />);
  const lastDay = typeof last?.date === 'string' ? last.date : null;
  return (
    <section aria-label="Current state" className="mx-5 mb-4 rounded-xl border border-line bg-subtle px-3 py-2">
      <dl>
        <Line label="Customer state"><StateControl type={type} id={record.id} /></Line>
        <Line label="Momentum">{score('momentum_score')}</Line>
        <Line label="Product fit">{score('product_fit_score')}</Line>
        <Line label="Open deals">
          {deals.isPending ? <Skeleton className="w-16" /> : totals.length === 0 ? <span className="text-xs text-fg-3">{open === 0 ? 'None' : `${formats.number(open)} without amount`}</span> : totals.map(t => (
            <span key={t.currency} className="num font-medium" title={`${formats.number(open)} open`}>{formats.money(t.amount, t.currency)}</span>
          ))}
        </Line>
        {rivals.length > 0 && <Line label="Up against"><BattleLinks competitors={rivals} /></Line>}
        <Line label="Last contact">
          {lastDay ? <span className="truncate" title={last?.title}>{formats.date(lastDay)}</span> : <span className="text-xs text-fg-3">No interaction yet</span>}
        </Line>
      </dl>
    </section>
  );
}
