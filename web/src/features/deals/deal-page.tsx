'use client';
import { Handshake } from 'lucide-react';
import { BattleLinks } from '@/components/battle-links';
import { Link } from '@/components/link';
import { ChoiceBadge } from '@/components/choice-badge';
import { Details } from '@/features/records/page/details';
import { LinkedList } from '@/features/records/page/linked-list';
import { PeriodList } from '@/features/records/page/period-list';
import { RecordPicture } from '@/features/records/page/record-header';
import { refsOf } from '@/features/records/field/references';
import { LatestEntries } from '@/features/timeline/timeline';
import { RecordWorkspace, type PanelProps } from '@/features/workspace/record-workspace';
import { cn } from '@/lib/cn';
import { today, useFormats, type MoneyValue } from '@/lib/format';
import { useType } from '@/lib/meta';
import { recordPath } from '@/lib/record-routes';
import { StagePath } from './stage-path';

const elsewhere = ['name', 'stage', 'company_name', 'product_name', 'deal_state', 'deal_activity'];

function Summary({ type, record }: PanelProps) {
  const formats = useFormats();
  const company = refsOf(record, 'company_id')[0];
  const product = refsOf(record, 'product_id')[0];
  const against = refsOf(record, 'competitors');
  const signing = typeof record.deal_expected_signing_date === 'string' ? record.deal_expected_signing_date : null;
  const signed = typeof record.deal_signing_date === 'string' ? record.deal_signing_date : null;
  const late = record.deal_state === 'open' && signing !== null && signing < today(formats.timeZone);
  return (
    <>
      <div className="flex items-start gap-3 px-5 pb-4 pt-5">
        <RecordPicture record={record} size={44} />
        <div className="min-w-0 flex-1">
          <h1 className="break-words text-lg font-semibold">{record.title}</h1>
          <p className="flex flex-wrap gap-x-2 text-sm text-fg-3">
            {company ? <Link href={recordPath('company', company.id)} className="hover:text-fg hover:underline">{company.title}</Link> : 'No account'}
            {product && <Link href={recordPath('product', product.id)} className="hover:text-fg hover:underline">{product.title}</Link>}
          </p>
        </div>
      </div>
      <div className="flex flex-wrap gap-1.5 px-5 pb-4">
        <ChoiceBadge type={type} field="stage" value={record.stage} dot />
        <ChoiceBadge type={type} field="deal_health" value={record.deal_health} />
        <ChoiceBadge type={type} field="deal_payment_status" value={record.deal_payment_status} />
      </div>
      {against.length > 0 && <p className="-mt-2 flex flex-wrap items-center gap-1.5 px-5 pb-4 text-xs text-fg-3">Against <BattleLinks competitors={against} /></p>}
      <dl className="mx-5 mb-4 grid grid-cols-2 gap-3 rounded-xl border border-line bg-subtle p-3">
        <div className="min-w-0">
          <dt className="text-xs text-fg-3">Amount</dt>
          <dd className="num truncate text-lg font-semibold">{formats.money(record.deal_amount as MoneyValue, record.deal_amount_currency as string | null) || <span className="text-sm font-normal text-fg-3">Not set</span>}</dd>
        </div>
        <div className="min-w-0">
          <dt className="text-xs text-fg-3">{signed ? 'Signed' : 'Expected signing'}</dt>
          <dd className={cn('num truncate text-lg font-semibold', late && 'text-red-text')}>{signed ?? signing ? formats.date((signed ?? signing) as string) : <span className="text-sm font-normal text-fg-3">Not set</span>}</dd>
        </div>
      </dl>
    </>
  );
}

function Overview({ type, record }: PanelProps) {
  const formats = useFormats();
  const objection = useType('objection');
  const interaction = useType('interaction');
  const task = useType('task');
  const company = refsOf(record, 'company_id')[0];
  const preset: Record<string, string> = company ? { company_id: company.id } : {};
  const day = (value: unknown) => (typeof value === 'string' ? <span className="num">{formats.date(value)}</span> : null);
  return (
    <div className="mx-auto flex max-w-[1080px] flex-col gap-5 p-5 max-md:p-3.5">
      <StagePath type={type} record={record} />
      <LinkedList type="task" title="Tasks" field="deal_id" id={record.id} preset={preset} sort={['due_date']} empty="No tasks yet."
        aside={t => <>{day(t.due_date)}<ChoiceBadge type={task} field="status" value={t.status} /></>} />
      <div className="grid grid-cols-2 gap-5 max-xl:grid-cols-1">
        <LinkedList type="objection" title="Objections" field="deal_id" id={record.id} preset={preset} sort={['-updated_at']} empty="Nobody has objected yet."
          aside={o => <><ChoiceBadge type={objection} field="category" value={o.category} /><ChoiceBadge type={objection} field="status" value={o.status} /></>} />
        <LinkedList type="interaction" title="Interactions" field="deal_id" id={record.id} preset={preset} sort={['-date']} empty="No interactions yet."
          aside={i => <>{day(i.date)}<ChoiceBadge type={interaction} field="interaction_type" value={i.interaction_type} /></>} />
      </div>
      <PeriodList type={type} id={record.id} field="stage" path="stage-history" title="Stages over time" />
      <LatestEntries type={type} id={record.id} />
    </div>
  );
}

export function DealPage() {
  return (
    <RecordWorkspace
      type="deal"
      pattern="/deals/[id]"
      label="Deal"
      detailsLabel="Details and dates"
      summary={props => <Summary {...props} />}
      details={({ type, record }) => <Details type={type} record={record} without={elsewhere} />}
      first={{ value: 'overview', label: () => <><Handshake aria-hidden />Overview</>, content: props => <Overview {...props} /> }}
    />
  );
}
