'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ArrowLeft, Check, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { inputStyle } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { cn } from '@/lib/cn';
import { categories, labelOf } from '../categories';
import { detailText, words } from '../entry/details';
import { DiffText } from '../entry/diff-text';
import { MarkdownView } from '../entry/markdown-view';
import { useEntryLabels, useKinds } from '../entry/use-kinds';
import { CompiledView } from '../policy/compiled-view';
import { setup, setupKeys, states, type Correction, type Difference, type Item, type WholeItem } from './setup-api';

interface ItemDetailProps {
  transfer: string;
  position: number;
  mayWrite: boolean;
  onClose: () => void;
  onChanged: (items: Item[]) => void;
}

/** One file: what it says, what it would change, and where a person corrects a proposal. */
export function ItemDetail({ transfer, position, mayWrite, onClose, onChanged }: ItemDetailProps) {
  const found = useQuery({ queryKey: setupKeys.item(transfer, position), queryFn: () => setup.item(transfer, position) });
  const correct = useMutation({
    mutationFn: (correction: Omit<Correction, 'positions'>) => setup.correct(transfer, { positions: [position], ...correction }),
    onSuccess: items => {
      onChanged(items);
      void found.refetch();
    },
    onError: toast.error,
  });
  if (found.isPending) return <SkeletonRows rows={6} />;
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  const item = found.data;
  const state = states[item.state];
  const mayCorrect = mayWrite && item.proposed && item.included;
  return (
    <article aria-label={item.title ?? item.path} className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-2 border-b px-4 py-2 max-md:px-3">
        <Button variant="ghost" size="icon" aria-label="Back to the list" className="lg:hidden" onClick={onClose}><ArrowLeft /></Button>
        <span className="min-w-0 flex-1 truncate text-xs text-fg-3">{item.path}</span>
        <Badge tone={state.tone}>{state.label}</Badge>
        {mayWrite && item.front && <Button size="sm" busy={correct.isPending} onClick={() => correct.mutate({ included: !item.included })}>{item.included ? 'Leave out' : 'Take in'}</Button>}
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-5 max-md:p-3.5">
        {item.reason && item.state !== 'left_out' && (
          <p className={cn('flex items-start gap-2 rounded-lg px-3 py-2 text-sm', item.state === 'refused' ? 'bg-red-soft text-red-text' : 'bg-amber-soft text-amber-text')}>
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" /><span>{item.line ? `Line ${item.line}: ` : ''}{item.reason}</span>
          </p>
        )}
        {mayCorrect ? <Correct item={item} busy={correct.isPending} onSave={c => correct.mutate(c)} /> : <h3 className="text-lg leading-6 font-semibold">{item.title ?? 'Could not be read'}</h3>}
        {item.proposed && item.reasons.length > 0 && <Reasons item={item} />}
        {item.notes.map(note => <p key={note} className="text-xs text-fg-3">{note}</p>)}
        {item.differences.length > 0 ? <Differences list={item.differences} /> : <Says item={item} />}
        {item.compiled && <CompiledView compiled={item.compiled} />}
      </div>
    </article>
  );
}

function Reasons({ item }: { item: WholeItem }) {
  const label = useEntryLabels();
  return (
    <p className="text-sm text-fg-2">
      {item.sure ? '' : 'Look at this one. '}Taken for <span className="font-medium text-fg">{labelOf(item.category)}, {label('kind', item.kind)}</span>: {item.reasons.join(' ')}
    </p>
  );
}

/** Title and kind of a proposal, as a person puts them right. */
function Correct({ item, busy, onSave }: { item: WholeItem; busy: boolean; onSave: (correction: Omit<Correction, 'positions'>) => void }) {
  const label = useEntryLabels();
  const kinds = useKinds().data?.filter(k => k.category === item.category) ?? [];
  const [title, setTitle] = useState(item.title ?? '');
  return (
    <div className="flex flex-col gap-2.5">
      <form className="flex gap-2" onSubmit={e => { e.preventDefault(); if (title.trim() && title !== item.title) onSave({ title: title.trim() }); }}>
        <input aria-label="Title" value={title} maxLength={500} onChange={e => setTitle(e.target.value)} className={cn(inputStyle, 'h-9 flex-1 text-base font-semibold max-md:h-11')} />
        {title !== item.title && <Button type="submit" size="md" busy={busy} disabled={!title.trim()}><Check />Save</Button>}
      </form>
      <div className="grid grid-cols-2 gap-2 max-sm:grid-cols-1">
        <Select aria-label="Category" disabled={busy} value={item.category ?? ''} options={categories.map(c => ({ value: c, label: labelOf(c) }))} onChange={e => onSave({ category: e.target.value })} />
        <Select aria-label="Kind" disabled={busy} value={item.kind ?? ''} options={kinds.map(k => ({ value: k.kind, label: label('kind', k.kind) }))} onChange={e => onSave({ kind: e.target.value })} />
      </div>
    </div>
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  return Array.isArray(value) ? value.map(shown).join('\n') : typeof value === 'object' ? detailText(value) : String(value);
}

function Differences({ list }: { list: Difference[] }) {
  return (
    <dl aria-label="What changes" className="flex flex-col gap-3">
      {list.map(d => (
        <div key={d.field} className="rounded-lg border border-line px-3 py-2">
          <dt className="text-xs text-fg-3">{d.label}</dt>
          <dd className="text-sm leading-[21px] break-words whitespace-pre-wrap"><DiffText before={shown(d.before)} after={shown(d.after)} short /></dd>
        </div>
      ))}
    </dl>
  );
}

const told = ['category', 'kind', 'title', 'id'];

/** The words and the fields of a file. */
function Says({ item }: { item: WholeItem }) {
  const front = item.front ?? {};
  const details = (front.details ?? {}) as Record<string, unknown>;
  const fields = [...Object.entries(front).filter(([name]) => !told.includes(name) && name !== 'details'), ...Object.entries(details).filter(([name]) => !(name === 'clause' && details.clause === item.body))];
  return (
    <>
      {item.body && <MarkdownView text={item.body} />}
      {fields.length > 0 && (
        <dl className="flex flex-col gap-1.5 border-t pt-3">
          {fields.map(([name, value]) => shown(value) && (
            <div key={name} className="grid grid-cols-[148px_minmax(0,1fr)] gap-x-4 text-sm max-md:grid-cols-1">
              <dt className="text-fg-3">{words(name.replace(/_ids?$/, ''))}</dt>
              <dd className="min-w-0 break-words whitespace-pre-wrap">{shown(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
