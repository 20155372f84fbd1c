'use client';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import type { RecordType } from '@/lib/meta';
import { records, type AnyRecord } from '@/lib/records-api';
import { toQuery, type View } from '../view';
import type { Columns } from './columns';

const step = 500;

async function readAll(type: RecordType, view: View): Promise<AnyRecord[]> {
  const rows: AnyRecord[] = [];
  let cursor: string | undefined;
  do {
    const page = await records.query(type.plural, { ...toQuery(view, type.title_field), limit: step, ...(cursor && { cursor }) }, { bin: view.bin });
    rows.push(...page.data);
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return rows;
}

/** All rows of the view, not only those on the screen, with the columns that are shown. */
export function ExportButton({ type, view, columns, people }: { type: RecordType; view: View; columns: Columns; people: Map<string, string> }) {
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      const [rows, { toCsv }] = await Promise.all([readAll(type, view), import('./csv')]);
      const file = new Blob(['\ufeff', toCsv([columns.title, ...columns.shown], rows, people)], { type: 'text/csv;charset=utf-8' });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = `${type.plural}.csv`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      toast.ok(`${rows.length} rows exported`);
    } catch (error) {
      toast.error(error);
    }
    setBusy(false);
  };
  return <Button variant="ghost" busy={busy} onClick={() => void run()} className="max-md:hidden">{!busy && <Download />}Export</Button>;
}
