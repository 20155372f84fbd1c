'use client';
import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { DryRow } from './import-api';
import { csvLine } from './mapping';

export function refusedFile(rows: DryRow[]): string {
  const columns = [...new Set(rows.flatMap(r => Object.keys(r.values ?? {})))];
  const head = csvLine(['row', 'reason', ...columns]);
  return [head, ...rows.map(r => csvLine([String(r.row), r.reason ?? '', ...columns.map(c => r.values?.[c] ?? '')]))].join('\r\n');
}

/** The refused rows with the reason in front, to be put right and imported again. */
export function RefusedDownload({ rows, name }: { rows: DryRow[]; name?: string | null }) {
  const refused = rows.filter(r => r.outcome === 'refused');
  if (refused.length === 0) return null;
  const save = () => {
    const url = URL.createObjectURL(new Blob([`\ufeff${refusedFile(refused)}`], { type: 'text/csv;charset=utf-8' }));
    const link = Object.assign(document.createElement('a'), { href: url, download: `refused-${name ?? 'rows.csv'}` });
    link.click();
    URL.revokeObjectURL(url);
  };
  return <Button variant="ghost" size="xs" onClick={save}><Download />Refused rows</Button>;
}
