'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Languages, Plus, RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { useFormats } from '@/lib/format';
import { search } from '@/lib/search-api';
import { can, useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { SettingsFrame } from './settings-frame';

const synonymsKey = ['search', 'synonyms'];
const statusKey = ['search', 'status'];

export function SearchSettings() {
  return (
    <SettingsFrame title="Search" lead="Words that mean the same here, and how far the index is." permission="workspace.read">
      <div className="flex flex-col gap-6">
        <Synonyms />
        <IndexStatus />
      </div>
    </SettingsFrame>
  );
}

/** The server asks for the same. */
const managers = new Set(['owner', 'admin', 'manager']);

const words = (text: string) => text.split(',').map(w => w.trim()).filter(Boolean);

function Synonyms() {
  const found = useQuery({ queryKey: synonymsKey, queryFn: search.synonyms });
  if (found.isPending) return <SkeletonRows rows={3} />;
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  return <Groups key={found.data.version ?? 0} groups={found.data.groups} />;
}

function Groups({ groups }: { groups: string[][] }) {
  const client = useQueryClient();
  const mayChange = managers.has(useSession().data?.person.role ?? '');
  const [lines, setLines] = useState(() => groups.map(g => g.join(', ')));
  const form = useSubmit(['groups']);
  const changed = JSON.stringify(lines.map(words)) !== JSON.stringify(groups);
  const save = async () => {
    const next = lines.map(words).filter(g => g.length > 0);
    if (!(await form.submit(() => search.putSynonyms(next)))) return;
    toast.ok('Saved. Searches use it at once');
    await client.invalidateQueries({ queryKey: ['search'] });
  };
  return (
    <section aria-label="Words of the same meaning">
      <SectionTitle className="mb-1" aside={mayChange && <Button variant="ghost" size="xs" onClick={() => setLines([...lines, ''])}><Plus />Add a line</Button>}>Words of the same meaning</SectionTitle>
      <form
        onSubmit={e => {
          e.preventDefault();
          void save();
        }}
        className="flex flex-col gap-3"
      >
        {(form.message ?? form.fields.groups) && <Notice>{form.message ?? form.fields.groups}</Notice>}
        {lines.length === 0 ? (
          <Card><EmptyState icon={Languages} title="None yet">For example “vp, vice president”, or a product and what customers call it.</EmptyState></Card>
        ) : (
          <ul className="flex flex-col gap-2">
            {lines.map((line, i) => (
              <li key={i} className="flex items-center gap-2">
                <Input aria-label={`Words ${i + 1}`} placeholder="vp, vice president" disabled={!mayChange} autoFocus={line === ''} value={line} onChange={e => setLines(lines.map((l, at) => (at === i ? e.target.value : l)))} />
                {mayChange && <Button variant="ghost" size="icon" aria-label={`Remove line ${i + 1}`} onClick={() => setLines(lines.filter((_, at) => at !== i))}><Trash2 /></Button>}
              </li>
            ))}
          </ul>
        )}
        {mayChange && changed && <div><Button type="submit" variant="primary" size="md" busy={form.busy}>Save</Button></div>}
      </form>
    </section>
  );
}

function IndexStatus() {
  const client = useQueryClient();
  const formats = useFormats();
  const mayRebuild = can(useSession().data, 'workspace.manage');
  const [asking, setAsking] = useState(false);
  const found = useQuery({ queryKey: statusKey, queryFn: search.status, refetchInterval: query => (query.state.data?.rebuilding ? 1_500 : 15_000), retry: false });
  const status = found.data;
  const rebuild = async () => {
    setAsking(false);
    try {
      await search.reindex();
    } catch (error) {
      toast.error(error);
    }
    await client.invalidateQueries({ queryKey: statusKey });
  };
  const lines: [string, string][] = status ? [
    ...(status.documents === null ? [] : [['Records in the index', formats.number(status.documents)] as [string, string]]),
    ...(status.size_bytes === null ? [] : [['Size on disk', `${formats.number(Math.max(1, Math.round(status.size_bytes / 1_000_000)))} MB`] as [string, string]]),
    ['Changes not in it yet', formats.number(status.behind)],
    ['Last change in it', status.indexed_to ? formats.instant(status.indexed_to) : 'none'],
  ] : [];
  return (
    <section aria-label="Index">
      <SectionTitle className="mb-1" aside={mayRebuild && <Button variant="ghost" size="xs" disabled={!status || status.rebuilding} onClick={() => setAsking(true)}><RefreshCw />Build it anew</Button>}>Index</SectionTitle>
      {found.isPending && <SkeletonRows rows={2} />}
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {status && (
        <Card className="px-4 py-3">
          {status.rebuilding && (
            <div className="mb-3">
              <div role="progressbar" aria-label="Building the index" aria-valuenow={Math.round((status.progress ?? 0) * 100)} aria-valuemin={0} aria-valuemax={100} className="h-1.5 overflow-hidden rounded-full bg-active">
                <span className="block h-full rounded-full bg-accent transition-[width]" style={{ width: `${(status.progress ?? 0) * 100}%` }} />
              </div>
              <p role="status" className="mt-1 text-xs text-fg-3">The index is being built anew. Searches may miss something until it is done.</p>
            </div>
          )}
          <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 text-sm">
            {lines.map(([label, value]) => <div key={label} className="contents"><dt className="text-fg-3">{label}</dt><dd className="num text-right font-medium">{value}</dd></div>)}
          </dl>
        </Card>
      )}
      <ConfirmDialog open={asking} title="Build the search index anew?" action="Build it anew" onClose={() => setAsking(false)} onConfirm={() => void rebuild()}>
        Needed only if searches miss what is there. Until it is done, results may be incomplete.
      </ConfirmDialog>
    </section>
  );
}
