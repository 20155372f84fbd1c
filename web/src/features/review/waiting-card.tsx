'use client';
import { Check, Hourglass, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Kbd } from '@/components/ui/kbd';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { ChangeSet } from '@/lib/change-sets';
import { useFormats } from '@/lib/format';
import { useShortcuts } from '@/lib/shortcuts';
import { takeFocus } from '@/lib/take-focus';
import { OperationRow } from './operation-row';
import { useChangeSet, useDecisions } from './use-change-set';
import { useTextContext } from './use-text-context';

const outcome: Record<string, string> = { applied: 'Applied', partly_applied: 'Partly applied', refused: 'Refused', undone: 'Undone' };

interface WaitingCardProps {
  id: string;
  known: ChangeSet | null;
  /** The keys A and R decide this one; only one card of a page has them. */
  keyboard?: boolean;
  /** Says who proposed it; left out where the page says it already. */
  withAuthor?: boolean;
}

export function WaitingCard({ id, known, keyboard = false, withAuthor = false }: WaitingCardProps) {
  const { data: set } = useChangeSet(id, known);
  const { apply, refuse, busy } = useDecisions(id);
  const context = useTextContext([set]);
  const formats = useFormats();
  const waiting = set?.operations.filter(o => o.status === 'waiting') ?? [];
  const open = waiting.length > 0;
  const box = useRef<HTMLElement>(null);
  const asks = keyboard && open;
  useEffect(() => {
    if (asks) takeFocus(box.current);
  }, [asks]);
  useShortcuts({ a: () => apply.mutate(undefined), r: () => refuse.mutate(undefined) }, asks && !busy);
  if (!set) return <Card><SkeletonRows rows={3} /></Card>;
  return (
    <Card ref={box} tabIndex={-1} role="group" aria-label={open ? 'Waiting for your decision' : outcome[set.status]} className="overflow-hidden">
      <div className="flex min-h-10 flex-wrap items-center gap-x-2 border-b bg-subtle px-3.5 py-1.5 text-sm">
        <Hourglass aria-hidden className="size-4 stroke-[1.75] text-amber-text" />
        <span className="min-w-0 font-medium">{set.summary || (open ? 'Waiting for your decision' : 'Decided')}</span>
        {withAuthor && <span className="text-xs text-fg-3">{set.actor.name ?? set.actor.kind}, {formats.ago(set.created_at)}</span>}
        <span className="ml-auto"><Badge tone={open ? 'amber' : set.status === 'refused' ? 'neutral' : 'green'}>{open ? 'Waiting' : (outcome[set.status] ?? set.status)}</Badge></span>
      </div>
      <ul>
        {set.operations.map(o => (
          <OperationRow
            key={o.id}
            operation={o}
            context={context}
            actions={o.status === 'waiting' && waiting.length > 1 && (
              <Button size="xs" disabled={busy} onClick={() => apply.mutate([o.id])}><Check />Apply only this</Button>
            )}
          />
        ))}
      </ul>
      {open && (
        <div className="flex flex-wrap items-center gap-1.5 border-t px-3.5 py-2.5">
          <Button variant="primary" busy={apply.isPending} disabled={busy} onClick={() => apply.mutate(undefined)}><Check />{waiting.length > 1 ? 'Apply all' : 'Apply'}</Button>
          <Button variant="ghost" busy={refuse.isPending} disabled={busy} onClick={() => refuse.mutate(undefined)}><X />Refuse</Button>
          {keyboard && <span aria-hidden className="ml-auto flex items-center gap-1 text-2xs text-fg-3 max-md:hidden"><Kbd>A</Kbd> apply <Kbd>R</Kbd> refuse</span>}
        </div>
      )}
    </Card>
  );
}
