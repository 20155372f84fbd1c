'use client';
import { useQueryClient } from '@tanstack/react-query';
import { RotateCcw, SquarePen, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { refreshRecords } from '@/lib/change-sets';
import type { RecordType } from '@/lib/meta';
import { messageOf } from '@/lib/problem';
import { records, type AnyRecord } from '@/lib/records-api';
import { can, useSession } from '@/lib/session';
import { titleOf } from '@/lib/record-title';
import { BulkEditDialog } from './bulk-edit-dialog';

interface BulkBarProps {
  type: RecordType;
  chosen: AnyRecord[];
  bin: boolean;
  onClear: () => void;
}

/** One after the other, so that a refusal of one leaves the others done and named. */
export async function forEach(chosen: AnyRecord[], work: (r: AnyRecord) => Promise<unknown>): Promise<{ done: number; failed: string[] }> {
  const failed: string[] = [];
  for (const record of chosen) {
    try {
      await work(record);
    } catch (error) {
      failed.push(`${titleOf(record)}: ${messageOf(error)}`);
    }
  }
  return { done: chosen.length - failed.length, failed };
}

export function BulkBar({ type, chosen, bin, onClear }: BulkBarProps) {
  const client = useQueryClient();
  const session = useSession().data;
  const [asking, setAsking] = useState(false);
  const [editing, setEditing] = useState(false);
  const [busy, setBusy] = useState(false);
  if (chosen.length === 0) return null;
  const count = `${chosen.length} ${chosen.length === 1 ? type.label.toLowerCase() : type.label_plural.toLowerCase()}`;
  const run = async (said: string, work: (r: AnyRecord) => Promise<unknown>, back?: (r: AnyRecord) => Promise<unknown>) => {
    setBusy(true);
    const { done, failed } = await forEach(chosen, work);
    setBusy(false);
    setAsking(false);
    setEditing(false);
    onClear();
    refreshRecords(client);
    if (failed[0]) toast.error(failed.length > 1 ? `${failed.length} were not changed. ${failed[0]}` : failed[0]);
    if (done) toast.ok(`${done} ${said}`, back && { label: 'Undo', run: () => void forEach(chosen, back).then(() => refreshRecords(client)) });
  };
  const restore = (r: AnyRecord) => records.restore(type.plural, r.id);
  return (
    <div role="toolbar" aria-label="Selected rows" className="absolute bottom-4 left-1/2 z-20 flex -translate-x-1/2 items-center gap-1 rounded-xl bg-raised p-1.5 pl-3 shadow-e3 animate-[pop_.14s_var(--ease-out)]">
      <span className="num pr-1 text-sm font-medium whitespace-nowrap">{count} selected</span>
      {bin ? (
        <Button variant="ghost" disabled={!can(session, `${type.name}.restore`)} busy={busy} onClick={() => void run('restored', restore)}><RotateCcw />Restore</Button>
      ) : (
        <>
          <Button variant="ghost" disabled={!can(session, `${type.name}.update`)} onClick={() => setEditing(true)}><SquarePen />Edit</Button>
          <Button variant="ghost" disabled={!can(session, `${type.name}.delete`)} onClick={() => setAsking(true)}><Trash2 />Move to bin</Button>
        </>
      )}
      <Button variant="ghost" size="icon" aria-label="Clear selection" onClick={onClear}><X /></Button>
      <ConfirmDialog
        open={asking}
        title={`Move ${count} to the bin?`}
        action="Move to bin"
        danger
        busy={busy}
        onClose={() => setAsking(false)}
        onConfirm={() => void run('moved to the bin', r => records.remove(type.plural, r.id, r.version), restore)}
      >
        They disappear from lists and searches and can be restored from the bin.
      </ConfirmDialog>
      <BulkEditDialog
        open={editing}
        type={type}
        count={count}
        busy={busy}
        onClose={() => setEditing(false)}
        onSave={fields => void run('changed', r => records.update(type.plural, r.id, r.version, fields))}
      />
    </div>
  );
}
