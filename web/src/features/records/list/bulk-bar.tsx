'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { GitMerge, RotateCcw, SquarePen, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { useFormats } from '@/lib/format';
import type { RecordType } from '@/lib/meta';
import { can, useSession } from '@/lib/session';
import { BulkEditDialog } from './bulk-edit-dialog';
import { runBulk, whom, type Chosen } from './bulk-run';

interface BulkBarProps {
  type: RecordType;
  chosen: Chosen;
  /** How many the view finds; offered when fewer are ticked. */
  total: number;
  bin: boolean;
  onAll: () => void;
  onClear: () => void;
}

/** More than these side by side cannot be compared. */
const mergedAtOnce = 6;

export function BulkBar({ type, chosen, total, bin, onAll, onClear }: BulkBarProps) {
  const client = useQueryClient();
  const router = useRouter();
  const session = useSession().data;
  const format = useFormats();
  const [asking, setAsking] = useState(false);
  const [editing, setEditing] = useState(false);
  const [busy, setBusy] = useState(false);
  const count = `${format.number(chosen.count)} ${chosen.count === 1 ? type.label.toLowerCase() : type.label_plural.toLowerCase()}`;
  const mayMerge = chosen.ids !== null && chosen.count > 1 && chosen.count <= mergedAtOnce && type.operations.includes('update') && can(session, `${type.name}.update`) && can(session, `${type.name}.delete`);
  const run = async (action: 'delete' | 'restore', said: string) => {
    setBusy(true);
    try {
      await runBulk(client, type.plural, { ...whom(chosen), action, ...(!chosen.ids && !chosen.about && { expected_count: chosen.count }) }, said);
      onClear();
    } catch (error) {
      toast.error(error);
    }
    setBusy(false);
    setAsking(false);
  };
  return (
    <div role="toolbar" aria-label="Selected rows" className="absolute bottom-4 left-1/2 z-20 flex max-w-[calc(100%-16px)] -translate-x-1/2 flex-wrap items-center justify-center gap-1 rounded-xl bg-raised p-1.5 pl-3 shadow-e3 animate-[pop_.14s_var(--ease-out)]">
      <span className="num pr-1 text-sm font-medium whitespace-nowrap">{count} selected</span>
      {chosen.ids && total > chosen.count && !bin && <Button variant="ghost" className="text-accent-text" onClick={onAll}>Select all {format.number(total)}</Button>}
      {bin ? (
        <Button variant="ghost" disabled={!can(session, `${type.name}.restore`)} busy={busy} onClick={() => void run('restore', 'restored')}><RotateCcw />Restore</Button>
      ) : (
        <>
          <Button variant="ghost" disabled={!can(session, `${type.name}.update`)} onClick={() => setEditing(true)}><SquarePen />Edit</Button>
          {mayMerge && <Button variant="ghost" onClick={() => router.push(`/duplicates/merge?type=${type.name}&ids=${chosen.ids?.join(',')}`)}><GitMerge />Merge</Button>}
          <Button variant="ghost" disabled={!can(session, `${type.name}.delete`)} onClick={() => setAsking(true)}><Trash2 />Move to bin</Button>
        </>
      )}
      <Button variant="ghost" size="icon" aria-label="Clear selection" onClick={onClear}><X /></Button>
      <ConfirmDialog open={asking} title={`Move ${count} to the bin?`} action="Move to bin" danger busy={busy} onClose={() => setAsking(false)} onConfirm={() => void run('delete', 'moved to the bin')}>
        They disappear from lists and searches and can be restored from the bin.
      </ConfirmDialog>
      {editing && <BulkEditDialog type={type} chosen={chosen} count={count} onClose={() => setEditing(false)} onDone={() => { setEditing(false); onClear(); }} />}
    </div>
  );
}
