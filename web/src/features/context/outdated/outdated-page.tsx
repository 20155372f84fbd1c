'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ChevronRight, CircleCheck, RotateCcw, X } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState, NoPermission } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { can, usePeople, useSession } from '@/lib/session';
import { words } from '../entry/details';
import { refreshContext } from '../context-api';
import { entryType } from '../names';
import { byWords, outdated, outdatedKeys, useOutdated } from './outdated-api';
import { OldWordsCard } from './old-words-card';
import { Place } from './place';

const shownAtFirst = 20;

/** What is still out with words that no longer hold, and what was decided about it. */
export function OutdatedPage() {
  const router = useRouter();
  const entry = useSearchParams().get('entry');
  const session = useSession().data;
  const found = useOutdated();
  const [tab, setTab] = useState<'open' | 'settled'>('open');
  const [shown, setShown] = useState(shownAtFirst);
  if (session && !can(session, `${entryType}.read`)) return <><PageHeader title="Outdated uses" /><NoPermission /></>;
  const may = can(session, `${entryType}.update`) && !session?.viewing_as;
  const all = found.data ?? [];
  const list = byWords(entry ? all.filter(o => o.entry.id === entry) : all);
  const one = entry ? list[0]?.first.entry.title : null;
  return (
    <>
      <PageHeader title={<span className="flex items-center gap-1"><Link href="/context" className="text-fg-3 hover:text-fg max-md:hidden">Context</Link><ChevronRight aria-hidden className="size-3.5 text-fg-3 max-md:hidden" />Outdated uses</span>} count={found.data && all.length}>
        <div role="group" aria-label="Which" className="flex rounded-md border border-line bg-subtle p-0.5">
          {([['open', 'To put right'], ['settled', 'Settled']] as const).map(([value, label]) => (
            <button key={value} type="button" aria-pressed={tab === value} onClick={() => setTab(value)} className={cn('h-6 rounded-sm px-2 text-xs font-medium text-fg-3 max-md:h-8', tab === value && 'bg-raised text-fg shadow-e1')}>{label}</button>
          ))}
        </div>
      </PageHeader>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-[960px] flex-col gap-4 p-5 max-md:p-3.5">
          {tab === 'settled' ? <SettledList may={may} /> : (
            <>
              {entry && (
                <p className="flex items-center gap-2 text-sm text-fg-2">
                  <span className="min-w-0 truncate">Only for {one ? `“${one}”` : 'one message'}</span>
                  <Button size="xs" variant="ghost" onClick={() => router.replace('/context/outdated')}><X />Show all</Button>
                </p>
              )}
              {found.isPending && <SkeletonRows rows={8} />}
              {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
              {found.data && list.length === 0 && <EmptyState icon={CircleCheck} title="Nothing is out with old words">When a message changes, ends or is taken back, the mails, calls, pages and decks that still say it stand here.</EmptyState>}
              <ul aria-label="Outdated uses" className="flex flex-col gap-4">
                {list.slice(0, shown).map(group => <OldWordsCard key={group.key} group={group} may={may} />)}
              </ul>
              {list.length > shown && <Button className="self-center" onClick={() => setShown(shown + shownAtFirst)}>Show more ({list.length - shown} left)</Button>}
              {all.length === 500 && <p className="text-center text-xs text-fg-3">The newest 500 uses are shown. Older ones follow as these are settled.</p>}
            </>
          )}
        </div>
      </div>
    </>
  );
}

function SettledList({ may }: { may: boolean }) {
  const client = useQueryClient();
  const format = useFormats();
  const people = usePeople().data ?? [];
  const found = useQuery({ queryKey: outdatedKeys.settled, queryFn: ({ signal }) => outdated.settled(signal) });
  const reopen = (id: string) => outdated.reopen(id).then(() => toast.ok('It is to be put right again'), toast.error).finally(() => refreshContext(client));
  if (found.isPending) return <SkeletonRows />;
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.data.length === 0) return <EmptyState icon={CircleCheck} title="Nothing settled yet">What is corrected, or left with a reason, is kept here with who decided it.</EmptyState>;
  return (
    <Card className="overflow-hidden">
      <ul aria-label="Settled" className="divide-y">
        {found.data.map(s => (
          <li key={s.use.id} className="flex flex-wrap items-start gap-x-3 gap-y-1 px-4 py-2.5 text-sm">
            <div className="min-w-0 flex-1">
              <p className="font-medium"><Place use={s.use} /></p>
              <p className="text-xs text-fg-2">“{s.use.words}”</p>
              {s.why && <p className="mt-0.5 text-xs text-fg-2">Reason: {s.why}</p>}
              <p className="text-xs text-fg-3">{words(s.use.in.kind)} · {people.find(p => p.id === s.by)?.name ?? 'Somebody'} · <time dateTime={s.at}>{format.ago(s.at)}</time></p>
            </div>
            <Badge tone={s.as === 'corrected' ? 'green' : 'neutral'}>{s.as === 'corrected' ? 'Corrected' : 'Left as it is'}</Badge>
            {may && <Button size="xs" variant="ghost" aria-label={`Take back: ${s.use.in.label || s.use.words}`} onClick={() => void reopen(s.use.id)}><RotateCcw />Take back</Button>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
