'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ChevronRight, Search } from 'lucide-react';
import { useState } from 'react';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Card, SectionTitle } from '@/components/ui/card';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState, NoPermission } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { useFormats } from '@/lib/format';
import { can, useSession } from '@/lib/session';
import { useShortcuts } from '@/lib/shortcuts';
import type { Tone } from '@/lib/tone';
import { roles } from '@/lib/workspace-options';
import { refreshContext } from '../context-api';
import { entryType } from '../names';
import { allOf, clearanceKey, clearances, levels, readUpTo, type Clearance, type Clearances, type Level } from './clearances-api';

const about: Record<Level, { label: string; tone: Tone; text: string }> = {
  public: { label: 'Public', tone: 'green', text: 'May be told to anybody, customers too.' },
  internal: { label: 'Internal', tone: 'neutral', text: 'For everybody who works here.' },
  confidential: { label: 'Confidential', tone: 'red', text: 'For those alone who are named for it.' },
};
const roleLabel = (role: string) => roles.find(r => r.value === role)?.label ?? role;

/** Who may read entries up to which sensitivity, and what that is in numbers. */
export function ClearancesPage() {
  const session = useSession().data;
  const found = useQuery({ queryKey: clearanceKey, queryFn: ({ signal }) => clearances.all(signal) });
  const mayManage = can(session, 'context.manage') && !session?.viewing_as;
  const title = <span className="flex items-center gap-1"><Link href="/context" className="text-fg-3 hover:text-fg max-md:hidden">Context</Link><ChevronRight aria-hidden className="size-3.5 text-fg-3 max-md:hidden" />Who reads what</span>;
  if (session && !can(session, `${entryType}.read`)) return <><PageHeader title={title} /><NoPermission /></>;
  return (
    <>
      <PageHeader title={title}>
        {can(session, 'audit.manage') && <Link href="/settings/audit?action=access_changed" className="rounded-md px-2 text-xs font-medium text-fg-2 hover:text-fg">Changes in the audit log</Link>}
      </PageHeader>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-[860px] flex-col gap-6 p-5 max-md:p-3.5">
          {found.isPending && <SkeletonRows rows={6} />}
          {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
          {found.data && <><Levels answer={found.data} /><People answer={found.data} mayManage={mayManage} self={session?.person.id ?? ''} /></>}
        </div>
      </div>
    </>
  );
}

function Levels({ answer }: { answer: Clearances }) {
  const format = useFormats();
  return (
    <section aria-label="Sensitivities">
      <p className="mb-3 max-w-[76ch] text-sm text-fg-2">Every entry has a sensitivity. It holds for lists, search, answers, history and exports alike, and no share reaches past it. Whoever reads up to one reads those before it.</p>
      <ul className="grid grid-cols-3 gap-3 max-sm:grid-cols-1">
        {levels.map(level => (
          <li key={level} className="flex flex-col gap-1 rounded-xl border border-line bg-raised p-4 shadow-e1">
            <p className="flex items-center justify-between gap-2"><Badge tone={about[level].tone}>{about[level].label}</Badge>
              <Link href={`/context/entries?filter=${encodeURIComponent(JSON.stringify({ and: [{ field: 'sensitivity', op: 'in', value: [level] }] }))}`} className="num text-sm font-semibold hover:underline" aria-label={`${answer.entries[level]} entries are ${level}`}>{format.number(answer.entries[level])}</Link>
            </p>
            <p className="text-xs text-fg-3">{about[level].text}</p>
            <p className="mt-auto pt-2 text-xs text-fg-2">{answer.usual.filter(u => u.highest === level).map(u => roleLabel(u.role)).join(', ') || 'No role'} <span className="text-fg-3">{answer.usual.filter(u => u.highest === level).length === 1 ? 'reads' : 'read'} up to it by role</span></p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function People({ answer, mayManage, self }: { answer: Clearances; mayManage: boolean; self: string }) {
  const [text, setText] = useState('');
  const format = useFormats();
  const all = allOf(answer.entries);
  useShortcuts({ '/': () => document.getElementById('find-person')?.focus() });
  const list = answer.data.filter(c => c.name.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <section aria-label="People">
      <SectionTitle className="mb-1.5">{mayManage ? 'People' : 'You'}{mayManage && <span className="num ml-1.5 font-normal text-fg-3">{format.number(answer.data.length)}</span>}</SectionTitle>
      {answer.data.length > 12 && (
        <div role="search" className="relative mb-2 max-w-[320px]">
          <Search aria-hidden className="pointer-events-none absolute left-2.5 top-1/2 size-4 -translate-y-1/2 text-fg-3" />
          <Input id="find-person" type="search" aria-label="Find a person" placeholder="Find a person…" value={text} onChange={e => setText(e.target.value)} className="pl-8" />
        </div>
      )}
      <Card className="overflow-hidden">
        <ul aria-label="Who reads up to what" className="divide-y">
          {list.map(c => <Row key={c.person_id} one={c} answer={answer} all={all} mayManage={mayManage} self={c.person_id === self} />)}
        </ul>
        {list.length === 0 && <p role="status" className="px-4 py-3 text-sm text-fg-3">Nobody is called “{text.trim()}”.</p>}
      </Card>
      {mayManage && <p className="mt-2 text-xs text-fg-3">Counts are of the entries that you may read. Rules of who sees what may leave somebody fewer.</p>}
    </section>
  );
}

function Row({ one: c, answer, all, mayManage, self }: { one: Clearance; answer: Clearances; all: number; mayManage: boolean; self: boolean }) {
  const client = useQueryClient();
  const format = useFormats();
  const usual = answer.usual.find(u => u.role === c.role)?.highest ?? 'public';
  const change = useMutation({
    mutationFn: (highest: Level | null) => clearances.change(c.person_id, highest),
    onSuccess: now => toast.ok(`${c.name} reads up to ${now.highest}`),
    onError: toast.error,
    onSettled: () => {
      void client.invalidateQueries({ queryKey: clearanceKey });
      if (self) refreshContext(client);
    },
  });
  const reads = readUpTo(c.highest, answer.entries);
  return (
    <li className="flex items-center gap-3 px-4 py-2.5 [content-visibility:auto] [contain-intrinsic-size:auto_56px] max-sm:flex-wrap">
      <Avatar name={c.name} size={28} decorative />
      <span className="min-w-0 flex-1 leading-[18px] max-sm:basis-2/3">
        <span className="flex items-center gap-2"><span className="truncate text-sm font-medium">{c.name}</span>{self && <span className="text-xs text-fg-3">you</span>}{c.own && <Badge tone="accent">Changed</Badge>}</span>
        <span className="num block text-xs text-fg-3">{roleLabel(c.role)} · reads {mayManage ? `${format.number(reads)} of ${format.number(all)}` : format.number(reads)} {reads === 1 && !mayManage ? 'entry' : 'entries'}</span>
      </span>
      {mayManage ? (
        <Select
          aria-label={`${c.name} reads up to`}
          className="w-52 max-sm:w-full"
          disabled={change.isPending}
          options={[{ value: '', label: `As the role: ${about[usual].label.toLowerCase()}` }, ...levels.map(l => ({ value: l, label: `Up to ${about[l].label.toLowerCase()}` }))]}
          value={c.own ? c.highest : ''}
          onChange={e => change.mutate((e.target.value || null) as Level | null)}
        />
      ) : <Badge tone={about[c.highest].tone}>Up to {about[c.highest].label.toLowerCase()}</Badge>}
    </li>
  );
}
