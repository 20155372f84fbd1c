'use client';
import { useQueryClient } from '@tanstack/react-query';
import { Copy, History, Link2, MoreHorizontal, Trash2, Users } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname, useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import { refreshRecords } from '@/lib/change-sets';
import type { RecordType } from '@/lib/meta';
import { listPath } from '@/lib/record-routes';
import { records, type AnyRecord } from '@/lib/records-api';
import { can, useSession } from '@/lib/session';
import { titleOf } from '@/lib/record-title';

const ShareDialog = dynamic(() => import('@/features/sharing/share-dialog').then(m => m.ShareDialog), { ssr: false });
const AsOfDialog = dynamic(() => import('../list/as-of').then(m => m.AsOfDialog), { ssr: false });

export function RecordActions({ type, record }: { type: RecordType; record: AnyRecord }) {
  const client = useQueryClient();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [past, setPast] = useState(false);
  const [busy, setBusy] = useState(false);
  const path = usePathname();
  const [sharing, setSharing] = useState(false);
  const session = useSession().data;
  const mayDelete = type.operations.includes('delete') && can(session, `${type.name}.delete`);
  const copy = (text: string, said: string) => void navigator.clipboard?.writeText(text).then(() => toast.ok(said), toast.error);
  const remove = async () => {
    setBusy(true);
    try {
      await records.remove(type.plural, record.id, record.version);
      const back = () => void records.restore(type.plural, record.id).catch(toast.error).finally(() => refreshRecords(client));
      toast.ok(`${titleOf(record)} is in the bin`, { label: 'Undo', run: back });
      refreshRecords(client);
      router.push(listPath(type.name, type.plural));
    } catch (error) {
      toast.error(error);
    }
    setBusy(false);
    setAsking(false);
  };
  return (
    <>
      <Menu label="More" align="end" trigger={<Button variant="ghost" size="icon" aria-label="More actions"><MoreHorizontal /></Button>}>
        <MenuItem onSelect={() => copy(location.href.split('?')[0] ?? '', 'Link copied')}><Link2 />Copy link</MenuItem>
        {!record.deleted_at && <MenuItem onSelect={() => setSharing(true)}><Users />Share, and who can see this</MenuItem>}
        <MenuItem onSelect={() => setPast(true)}><History />Show a past moment…</MenuItem>
        <MenuItem onSelect={() => copy(record.id, 'Id copied')}><Copy />Copy id</MenuItem>
        {mayDelete && !record.deleted_at && (
          <>
            <MenuSeparator />
            <MenuItem danger onSelect={() => setAsking(true)}><Trash2 />Move to bin</MenuItem>
          </>
        )}
      </Menu>
      {sharing && <ShareDialog type={type.name} plural={type.plural} id={record.id} title={titleOf(record, type)} mayShare={can(session, `${type.name}.update`)} onClose={() => setSharing(false)} />}
      {past && <AsOfDialog now={null} onClose={() => setPast(false)} onPick={at => { setPast(false); window.history.replaceState(null, '', `${path}?as_of=${encodeURIComponent(at)}`); }} />}
      <ConfirmDialog open={asking} title={`Move ${titleOf(record)} to the bin?`} action="Move to bin" danger busy={busy} onClose={() => setAsking(false)} onConfirm={() => void remove()}>
        It disappears from lists and searches and can be restored from the bin.
      </ConfirmDialog>
    </>
  );
}
