'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from '@/components/link';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast';
import { api } from '@/lib/api';
import { useFormats } from '@/lib/format';
import { messageOf, Problem } from '@/lib/problem';
import { recordPath } from '@/lib/record-routes';
import { categories, labelOf, type Category } from '../category-names';
import { contextKeys, entryType, refreshContext } from '../context-api';

export interface CategorySettings {
  category: string;
  review: boolean;
  reviewer_role: string;
  retention_days: number | null;
  retention_action: 'expire' | 'archive' | 'delete' | null;
}

interface Due {
  id: string;
  title: string;
  kind: string;
  status: string | null;
  changed_at: string;
  why: string;
}

const actions = [
  { value: 'expire', label: 'Expire' },
  { value: 'archive', label: 'Archive' },
  { value: 'delete', label: 'Move to the bin' },
];
const reviewers = [
  { value: 'member', label: 'Members and above' },
  { value: 'manager', label: 'Managers and above' },
  { value: 'admin', label: 'Admins and owners' },
  { value: 'owner', label: 'Owners' },
];

const settings = {
  all: async () => (await api.get<{ data: CategorySettings[] }>('/context/categories')).data,
  put: ({ category, ...rest }: CategorySettings) => api.put<CategorySettings>(`/context/categories/${category}`, rest),
  preview: (category: string, days: number, action: string) =>
    api.get<{ data: Due[]; more: boolean }>(`/context/retention/preview?category=${category}&days=${days}&action=${action}`),
};

const key = [...contextKeys.all, 'settings'] as const;
export const useCategorySettings = (enabled = true) => useQuery({ queryKey: key, queryFn: settings.all, enabled });

/** Who reviews what, and what happens to entries that nobody has changed for long. */
export function CategorySettingsDialog({ first, onClose }: { first?: Category; onClose: () => void }) {
  const [category, setCategory] = useState<string>(first ?? 'policy');
  const found = useCategorySettings();
  const now = found.data?.find(s => s.category === category);
  return (
    <Dialog open onClose={onClose} title="Review and retention" description="Set for each category by itself." className="w-[min(620px,calc(100vw-24px))]">
      <div className="px-5 pb-4">
        <Field label="Category">{control => <Select {...control} options={categories.map(c => ({ value: c, label: labelOf(c) }))} value={category} onChange={e => setCategory(e.target.value)} />}</Field>
      </div>
      {found.isPending && <SkeletonRows rows={4} />}
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {now && <SettingsForm key={JSON.stringify(now)} now={now} onClose={onClose} />}
    </Dialog>
  );
}

function SettingsForm({ now, onClose }: { now: CategorySettings; onClose: () => void }) {
  const client = useQueryClient();
  const [draft, setDraft] = useState(now);
  const [days, setDays] = useState(now.retention_days === null ? '' : String(now.retention_days));
  const number = /^\d{1,4}$/.test(days.trim()) ? Number(days) : null;
  const kept = draft.retention_action === null;
  const save = useMutation({
    mutationFn: () => settings.put({ ...draft, retention_days: kept ? null : number }),
    onSuccess: () => {
      toast.ok(`${labelOf(draft.category)}: saved`);
      refreshContext(client);
      onClose();
    },
  });
  const errors = save.error instanceof Problem ? save.error.byField() : {};
  const bad = !kept && days.trim() !== '' && number === null ? 'Write a whole number of days.' : undefined;
  return (
    <form
      className="contents"
      onSubmit={e => {
        e.preventDefault();
        save.mutate();
      }}
    >
      <DialogBody className="flex flex-col gap-5">
        {save.error && Object.keys(errors).length === 0 && <Notice>{messageOf(save.error)}</Notice>}
        <section className="flex flex-col gap-3">
          <div className="flex items-start gap-3">
            <div className="min-w-0 flex-1">
              <h3 className="text-sm font-medium">Review</h3>
              <p className="text-xs text-fg-3">Changes of live entries, and what is to become live, wait for somebody who reviews.</p>
            </div>
            <Switch label="Review" checked={draft.review} onChange={review => setDraft({ ...draft, review })} />
          </div>
          {draft.review && (
            <Field label="Reviewed by" error={errors.reviewer_role}>{control => <Select {...control} options={reviewers} value={draft.reviewer_role} onChange={e => setDraft({ ...draft, reviewer_role: e.target.value })} />}</Field>
          )}
        </section>
        <section className="flex flex-col gap-3 border-t pt-4">
          <div>
            <h3 className="text-sm font-medium">Retention</h3>
            <p className="text-xs text-fg-3">What happens to entries that nobody has changed for so long.</p>
          </div>
          <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
            <Field label="Then" error={errors.retention_action}>
              {control => <Select {...control} placeholder="Keep them for good" options={actions} value={draft.retention_action ?? ''} onChange={e => setDraft({ ...draft, retention_action: (e.target.value || null) as CategorySettings['retention_action'] })} />}
            </Field>
            {!kept && <Field label="After days" error={errors.retention_days ?? bad}>{control => <Input {...control} inputMode="numeric" value={days} onChange={e => setDays(e.target.value)} className="num" />}</Field>}
          </div>
          {!kept && number !== null && number > 0 && <Preview category={draft.category} days={number} action={draft.retention_action ?? ''} />}
        </section>
      </DialogBody>
      <DialogFooter>
        <Button size="md" onClick={onClose}>Cancel</Button>
        <Button size="md" variant="primary" type="submit" busy={save.isPending} disabled={bad !== undefined}>Save</Button>
      </DialogFooter>
    </form>
  );
}

/** What retention would do today, before it is set. */
function Preview({ category, days, action }: { category: string; days: number; action: string }) {
  const format = useFormats();
  const due = useQuery({ queryKey: [...contextKeys.all, 'retention', category, days, action], queryFn: () => settings.preview(category, days, action), placeholderData: before => before, retry: false });
  if (due.isPending) return <SkeletonRows rows={2} />;
  if (due.error) return <Notice>{messageOf(due.error)}</Notice>;
  const count = due.data.data.length;
  return (
    <div className="overflow-hidden rounded-lg border border-line">
      <p role="status" className="border-b bg-subtle px-3 py-1.5 text-xs text-fg-2">
        {count === 0 ? 'Today this would touch nothing.' : `Today this would touch ${due.data.more ? `more than ${format.number(count)}` : format.number(count)} ${count === 1 ? 'entry' : 'entries'}:`}
      </p>
      {count > 0 && (
        <ul aria-label="What retention would touch" tabIndex={0} className="max-h-44 divide-y overflow-y-auto -outline-offset-2">
          {due.data.data.map(one => (
            <li key={one.id} className="flex items-baseline gap-2 px-3 py-1.5 text-sm">
              <Link href={recordPath(entryType, one.id)} className="min-w-0 flex-1 truncate hover:underline">{one.title}</Link>
              <span className="shrink-0 text-xs text-fg-3">{one.why || format.ago(one.changed_at)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
