'use client';
import { RotateCcw } from 'lucide-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { changeSets, refreshRecords, type ChangeSet } from '@/lib/change-sets';
import { useFormats } from '@/lib/format';
import { cn } from '@/lib/cn';

const sizeOf = (set: ChangeSet) => (set as { operation_count?: number }).operation_count ?? set.operations.length;

interface UndoButtonProps {
  id: string;
  label: string;
  className?: string;
}

/** Undo beside a single record: where its change set touched more, says so before it takes all of it back. */
export function UndoButton({ id, label, className }: UndoButtonProps) {
  const client = useQueryClient();
  const formats = useFormats();
  const [asked, setAsked] = useState<ChangeSet | null>(null);
  const settled = () => {
    setAsked(null);
    refreshRecords(client);
  };
  const undo = useMutation({ mutationFn: () => changeSets.undo(id), onSuccess: () => toast.ok('Undone'), onError: toast.error, onSettled: settled });
  const start = useMutation({
    mutationFn: () => changeSets.get(id),
    onSuccess: set => (sizeOf(set) > 1 ? setAsked(set) : undo.mutate()),
    onError: toast.error,
  });
  const more = asked ? sizeOf(asked) : 0;
  return (
    <>
      <Button variant="ghost" size="xs" className={cn(className)} busy={start.isPending || undo.isPending} aria-label={label} onClick={() => start.mutate()}><RotateCcw />Undo</Button>
      <ConfirmDialog open={asked !== null} title={`Undo ${formats.number(more)} changes?`} action={`Undo all ${formats.number(more)}`} danger busy={undo.isPending} onConfirm={() => undo.mutate()} onClose={() => setAsked(null)}>
        “{asked?.summary || 'This change'}” changed {formats.number(more)} records together, and they are taken back together. Values that somebody has changed since are left as they are.
      </ConfirmDialog>
    </>
  );
}
