'use client';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { useFormats } from '@/lib/format';
import { schema, useRefreshSchema, useSchemaChanges, type SchemaChange } from './schema-api';

const some = 8;

export function SchemaChanges({ mayManage }: { mayManage: boolean }) {
  const changes = useSchemaChanges();
  const format = useFormats();
  const refresh = useRefreshSchema();
  const [all, setAll] = useState(false);
  const [asking, setAsking] = useState<SchemaChange | null>(null);
  const [busy, setBusy] = useState(false);
  if (!changes.data?.length) return null;
  const rollBack = async (change: SchemaChange) => {
    setBusy(true);
    try {
      await schema.rollBack(change.id);
      await refresh();
      toast.ok('Rolled back');
    } catch (error) {
      toast.error(error);
    }
    setBusy(false);
    setAsking(null);
  };
  return (
    <section>
      <SectionTitle className="mb-2">Changes of the data model</SectionTitle>
      <Card>
        <ul className="divide-y">
          {changes.data.slice(0, all ? undefined : some).map(c => (
            <li key={c.id} className="flex min-h-11 items-center gap-3 px-4 py-1.5 text-sm">
              <span className="min-w-0 flex-1">
                <span className="block truncate">{c.summary}</span>
                <span className="block text-xs text-fg-3">{[c.by, format.ago(c.at)].filter(Boolean).join(' · ')}</span>
              </span>
              {c.rolled_back_by && <Badge>Rolled back</Badge>}
              {mayManage && !c.rolled_back_by && <Button size="xs" variant="ghost" aria-label={`Roll back: ${c.summary}`} onClick={() => setAsking(c)}><Undo2 />Roll back</Button>}
            </li>
          ))}
        </ul>
      </Card>
      {changes.data.length > some && !all && <Button className="mt-2" variant="ghost" size="xs" onClick={() => setAll(true)}>All {changes.data.length} changes</Button>}
      <ConfirmDialog open={asking !== null} title="Roll this back?" action="Roll back" busy={busy} onClose={() => setAsking(null)} onConfirm={() => asking && void rollBack(asking)}>
        {asking?.summary}. The data model becomes what it was before; values of records are kept.
      </ConfirmDialog>
    </section>
  );
}
