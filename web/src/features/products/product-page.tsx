'use client';
import { Package } from 'lucide-react';
import { ChoiceBadge } from '@/components/choice-badge';
import { Badge } from '@/components/ui/badge';
import { Details } from '@/features/records/page/details';
import { LinkedList } from '@/features/records/page/linked-list';
import { RecordPicture } from '@/features/records/page/record-header';
import { RecordWorkspace, type PanelProps } from '@/features/workspace/record-workspace';
import { useFormats, type MoneyValue } from '@/lib/format';
import { useType } from '@/lib/meta';

function Summary({ record }: PanelProps) {
  const formats = useFormats();
  const price = formats.money(record.list_price as MoneyValue);
  return (
    <>
      <div className="flex items-start gap-3 px-5 pb-4 pt-5">
        <RecordPicture record={record} size={44} />
        <div className="min-w-0 flex-1">
          <h1 className="break-words text-lg font-semibold">{record.title}</h1>
          <p className="num text-sm text-fg-3">{price ? `List price ${price}` : 'No list price'}</p>
        </div>
      </div>
      {typeof record.series === 'string' && record.series && <div className="px-5 pb-4"><Badge>{record.series}</Badge></div>}
    </>
  );
}

function Overview({ record }: PanelProps) {
  const formats = useFormats();
  const deal = useType('deal');
  const feedback = useType('feedback');
  return (
    <div className="mx-auto flex max-w-[1080px] flex-col gap-5 p-5 max-md:p-3.5">
      <LinkedList type="deal" title="Open deals" field="product_id" id={record.id} filter={{ field: 'deal_state', op: 'is', value: 'open' }} sort={['deal_expected_signing_date']} limit={50} empty="No open deals with this product."
        aside={d => (
          <>
            <span className="num max-md:hidden">{typeof d.deal_expected_signing_date === 'string' && formats.date(d.deal_expected_signing_date)}</span>
            <span className="num font-medium text-fg">{formats.money(d.deal_amount as MoneyValue, d.deal_amount_currency as string | null)}</span>
            <ChoiceBadge type={deal} field="stage" value={d.stage} />
          </>
        )} />
      <LinkedList type="deal" title="Won deals" field="product_id" id={record.id} filter={{ field: 'stage', op: 'is', value: 'won' }} sort={['-deal_signing_date']} limit={20} empty="Not sold yet."
        aside={d => <span className="num font-medium text-fg">{formats.money(d.deal_amount as MoneyValue, d.deal_amount_currency as string | null)}</span>} />
      <LinkedList type="feedback" title="Feedback" field="product_id" id={record.id} sort={['-updated_at']} empty="No feedback on this product yet."
        aside={f => <ChoiceBadge type={feedback} field="sentiment" value={f.sentiment} />} />
    </div>
  );
}

export function ProductPage() {
  return (
    <RecordWorkspace
      type="product"
      pattern="/products/[id]"
      label="Product"
      detailsLabel="Details"
      summary={props => <Summary {...props} />}
      details={({ type, record }) => <Details type={type} record={record} without={['name']} />}
      first={{ value: 'overview', label: () => <><Package aria-hidden />Overview</>, content: props => <Overview {...props} /> }}
    />
  );
}
