'use client';
import { CircleCheck, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { ChangeOperation, ChangeSet } from '@/lib/change-sets';
import { ChangeValueDialog } from './change-value-dialog';
import { OperationRow } from './operation-row';
import { useChangeSet, useDecisions } from './use-change-set';
import { useTextContext } from './use-text-context';

const count = (n: number) => (n === 1 ? '1 record' : `${n} records`);

/** Undo takes back the set as a whole; a set that undoes another cannot be undone here. */
export const undoable = (set: ChangeSet) => (set.status === 'applied' || set.status === 'partly_applied') && !set.undone_by;

export function WrittenCard({ id, known }: { id: string; known: ChangeSet | null }) {
  const { data: set } = useChangeSet(id, known);
  const decisions = useDecisions(id);
  const context = useTextContext([set]);
  const [changing, setChanging] = useState<{ operation: ChangeOperation; field: string } | null>(null);
  if (!set) return <Card><SkeletonRows rows={3} /></Card>;
  const records = new Set(set.operations.map(o => o.record_id)).size;
  const undone = set.status === 'undone' || Boolean(set.undone_by);
  return (
    <Card role="group" aria-label={`Written: ${count(records)}`} className="overflow-hidden">
      <div className="flex h-10 items-center gap-2 border-b bg-subtle pl-3.5 pr-2 text-sm">
        <CircleCheck aria-hidden className="size-4 stroke-[1.75] text-green-text" />
        <span className="font-medium">{undone ? 'Taken back' : 'Written'}</span>
        <span className="num text-xs text-fg-3">{count(records)}</span>
        <span className="ml-auto">
          {undone && <Badge>Undone</Badge>}
          {undoable(set) && (
            <Button variant="ghost" size="xs" busy={decisions.undo.isPending} onClick={() => decisions.undo.mutate()}><RotateCcw />Undo</Button>
          )}
        </span>
      </div>
      <ul>
        {set.operations.map(o => (
          <OperationRow key={o.id} operation={o} context={context} onChange={undone ? undefined : (operation, field) => setChanging({ operation, field })} />
        ))}
      </ul>
      {changing && <ChangeValueDialog operation={changing.operation} field={changing.field} onClose={() => setChanging(null)} />}
    </Card>
  );
}
