'use client';
import { useQueryClient } from '@tanstack/react-query';
import { RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { refreshRecords } from '@/lib/change-sets';
import { useFormats } from '@/lib/format';
import type { RecordType } from '@/lib/meta';
import { records, type AnyRecord } from '@/lib/records-api';
import { can, useSession } from '@/lib/session';
import { titleOf } from '@/lib/record-title';

export function BinBanner({ type, record }: { type: RecordType; record: AnyRecord }) {
  const client = useQueryClient();
  const format = useFormats();
  const [busy, setBusy] = useState(false);
  const mayRestore = can(useSession().data, `${type.name}.restore`);
  if (!record.deleted_at) return null;
  const restore = async () => {
    setBusy(true);
    try {
      await records.restore(type.plural, record.id);
      toast.ok(`${titleOf(record)} is restored`);
    } catch (error) {
      toast.error(error);
    }
    setBusy(false);
    refreshRecords(client);
  };
  return (
    <div role="status" className="flex min-h-10 shrink-0 items-center gap-2 border-b bg-amber-soft px-5 text-sm text-amber-text">
      <Trash2 aria-hidden className="size-4" />
      In the bin since {format.date(record.deleted_at)}
      {mayRestore && <Button className="ml-auto" busy={busy} onClick={() => void restore()}><RotateCcw />Restore</Button>}
    </div>
  );
}
