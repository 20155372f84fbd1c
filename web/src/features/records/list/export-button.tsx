'use client';
import { Download, FileJson, FileSpreadsheet, FileText } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuLabel } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import { download } from '@/lib/api';
import type { ExportFormat, ExportQuery } from '@/lib/lists-api';
import type { RecordType } from '@/lib/meta';
import { toQuery, type View } from '../view';
import type { Columns } from './columns';

/** All rows of the view, not only those on the screen, with the columns that are shown. */
export function ExportButton({ type, view, columns }: { type: RecordType; view: View; columns: Columns }) {
  const [busy, setBusy] = useState(false);
  const run = async (format: ExportFormat) => {
    setBusy(true);
    const query: ExportQuery = { ...toQuery(view, type.title_field), fields: [columns.title, ...columns.shown].map(f => f.name), format };
    try {
      const name = await download(`/${type.plural}/export`, query, `${type.plural}.${format}`);
      toast.ok(`${name} is downloaded`);
    } catch (error) {
      toast.error(error);
    }
    setBusy(false);
  };
  return (
    <span className="max-md:hidden">
      <Menu label="Export" align="end" className="w-52" trigger={<Button variant="ghost" busy={busy}>{!busy && <Download />}Export</Button>}>
        <MenuLabel>All rows, the columns shown</MenuLabel>
        <MenuItem onSelect={() => void run('csv')}><FileText />CSV</MenuItem>
        <MenuItem onSelect={() => void run('xlsx')}><FileSpreadsheet />Excel</MenuItem>
        <MenuItem onSelect={() => void run('jsonl')}><FileJson />JSON lines</MenuItem>
      </Menu>
    </span>
  );
}
