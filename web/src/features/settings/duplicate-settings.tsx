'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, ScanSearch, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { RecordIcon } from '@/components/record-icon';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { SelectField } from '@/components/ui/select-field';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast';
import { duplicates, survivorshipRules, type DuplicateRules } from '@/lib/duplicates-api';
import { followJob } from '@/lib/jobs';
import { useTypes, type RecordType } from '@/lib/meta';
import { useSubmit } from '@/lib/use-submit';
import { SettingsFrame } from './settings-frame';

const key = ['duplicates', 'rules'];

export function DuplicateSettings() {
  const found = useQuery({ queryKey: key, queryFn: duplicates.rules });
  const types = useTypes().data ?? [];
  return (
    <SettingsFrame title="Duplicates" lead="When records are taken for the same, and which values stay." permission="workspace.manage">
      {found.isPending && <SkeletonRows rows={3} />}
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      <div className="flex flex-col gap-4">
        {found.data?.map(r => <TypeRules key={r.record_type} rules={r} all={found.data} type={types.find(t => t.name === r.record_type)} />)}
      </div>
    </SettingsFrame>
  );
}

const steps = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const option = (n: number) => ({ value: String(n), label: `${n} % sure` });
const reviewOptions = [...steps(3, 19).map(n => option(n * 5))];
const mergeOptions = [{ value: '', label: 'Never' }, ...[90, 92, 94, 95, 96, 97, 98, 99].map(option)];
const near = (options: { value: string }[], share: number | null) => {
  if (share === null) return '';
  const text = String(Math.round(share * 100));
  return options.some(o => o.value === text) ? text : text;
};
const withOwn = (options: { value: string; label: string }[], value: string) => (options.some(o => o.value === value) ? options : [...options, option(Number(value))]);

function TypeRules({ rules, all, type }: { rules: DuplicateRules; all: DuplicateRules[]; type: RecordType | undefined }) {
  const client = useQueryClient();
  const [draft, setDraft] = useState(rules);
  const [said, setSaid] = useState<string | null>(null);
  const form = useSubmit();
  const changed = JSON.stringify(draft) !== JSON.stringify(rules);
  const set = (part: Partial<DuplicateRules>) => setDraft({ ...draft, ...part });
  const save = async () => {
    const next = all.map(({ record_type, enabled, auto_merge_above, review_above, survivorship }) => ({ record_type, enabled, auto_merge_above, review_above, survivorship }));
    const { record_type, enabled, auto_merge_above, review_above, survivorship } = draft;
    const mine = { record_type, enabled, auto_merge_above, review_above, survivorship };
    if (!(await form.submit(() => duplicates.putRules(next.map(r => (r.record_type === mine.record_type ? mine : r)))))) return;
    toast.ok('Saved');
    await client.invalidateQueries({ queryKey: key });
  };
  const scan = async () => {
    setSaid('Waiting for its turn');
    try {
      const { job_id } = await duplicates.scan(rules.record_type);
      const job = await followJob(job_id, now => setSaid(now.progress.message ?? 'Comparing…'));
      if (job.status === 'done') toast.ok('All records are compared');
      else toast.error(job.error ?? 'The round was stopped.');
    } catch (error) {
      toast.error(error);
    }
    setSaid(null);
    await client.invalidateQueries({ queryKey: ['duplicates'] });
  };
  const fields = (type?.fields ?? []).filter(f => !f.read_only && !f.derived);
  const own = Object.entries(draft.survivorship).filter(([name]) => name !== '*');
  const free = fields.filter(f => !(f.name in draft.survivorship));
  const rule = (name: string, value: string) => set({ survivorship: { ...draft.survivorship, [name]: value } });
  const title = rules.record_type === 'company' ? 'Accounts' : (type?.label_plural ?? rules.label);
  return (
    <Card aria-label={title} className="px-4 py-3.5">
      <div className="flex items-center gap-3">
        <RecordIcon type={rules.record_type} className="size-4 text-fg-3" />
        <h3 className="flex-1 text-sm font-semibold">{title}</h3>
        <Switch label={`Look for duplicates of ${title.toLowerCase()}`} checked={draft.enabled} onChange={enabled => set({ enabled })} />
      </div>
      {form.message && <div className="mt-3"><Notice>{form.message}</Notice></div>}
      {draft.enabled && (
        <div className="mt-3 flex flex-col gap-3">
          <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
            <SelectField label="Put up for review from" value={near(reviewOptions, draft.review_above)} options={withOwn(reviewOptions, near(reviewOptions, draft.review_above))} onChange={v => set({ review_above: Number(v) / 100 })} />
            <SelectField label="Merge without asking from" hint="Each merge can be undone" value={near(mergeOptions, draft.auto_merge_above)} options={withOwn(mergeOptions, near(mergeOptions, draft.auto_merge_above))} onChange={v => set({ auto_merge_above: v ? Number(v) / 100 : null })} />
          </div>
          <SelectField label="Which value stays" value={draft.survivorship['*'] ?? 'person_set'} options={survivorshipRules} onChange={v => rule('*', v)} />
          {own.map(([name, value]) => {
            const label = type?.fields.find(f => f.name === name)?.label ?? name;
            return (
              <div key={name} className="flex items-center gap-2">
                <span className="w-40 shrink-0 truncate text-sm text-fg-2">{label}</span>
                <Select aria-label={`Which value of ${label} stays`} options={survivorshipRules} value={value} onChange={e => rule(name, e.target.value)} />
                <Button variant="ghost" size="icon" aria-label={`No rule of its own for ${label}`} onClick={() => set({ survivorship: Object.fromEntries(Object.entries(draft.survivorship).filter(([n]) => n !== name)) })}><Trash2 /></Button>
              </div>
            );
          })}
          {free.length > 0 && (
            <span className="flex items-center gap-1 text-sm text-fg-3">
              <Plus aria-hidden className="size-4" />
              <Select aria-label={`Add a rule for one field of ${title.toLowerCase()}`} className="w-64" placeholder="A rule for one field…" value="" options={free.map(f => ({ value: f.name, label: f.label }))} onChange={e => e.target.value && rule(e.target.value, 'newest')} />
            </span>
          )}
        </div>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {changed && <Button variant="primary" size="md" busy={form.busy} onClick={() => void save()}>Save</Button>}
        {rules.enabled && <Button size="md" busy={said !== null} onClick={() => void scan()}><ScanSearch />Compare all {title.toLowerCase()}</Button>}
        <span role="status" className="num text-xs text-fg-3">{said ?? (rules.learned ? `${rules.learned.decisions} decisions of this workspace${rules.learned.in_use ? ', used for the score' : ', too few to learn from'}` : '')}</span>
      </div>
    </Card>
  );
}
