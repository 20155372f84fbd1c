'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Cable, Plus } from 'lucide-react';
import { useState } from 'react';
import { SettingsFrame } from '../settings-frame';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { CopyField } from '@/components/ui/copy-field';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { VirtualList } from '@/features/intake/virtual-list';
import { useFormats } from '@/lib/format';
import { can, useSession } from '@/lib/session';
import { AnswerTokenDialog } from './answer-token-dialog';
import { ConnectionDialog } from './connection-dialog';
import { ConnectionHealth } from './connection-health';
import { sourceKeys, sources, type Connection, type Kind } from './sources-api';

export function ConnectionSettings() {
  const mayManage = can(useSession().data, 'connections.manage');
  const found = useQuery({ queryKey: sourceKeys.connections, queryFn: sources.connections, enabled: mayManage });
  const kinds = useQuery({ queryKey: sourceKeys.kinds, queryFn: sources.kinds, enabled: mayManage }).data ?? [];
  const [editing, setEditing] = useState<Connection | 'new' | null>(null);
  return (
    <SettingsFrame
      title="Connections"
      lead="Where messages come from. Every day adds up: what was received was stored, left out or failed, and each has its reason."
      permission="connections.manage"
      aside={<Button variant="primary" onClick={() => setEditing('new')}><Plus />New connection</Button>}
    >
      {found.isPending && <SkeletonRows rows={3} />}
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.data?.length === 0 && <Card><EmptyState icon={Cable} title="No connections yet">Read a mail box, take signed webhooks, or show a form on your site.</EmptyState></Card>}
      {!!found.data?.length && (
        <Card className="overflow-hidden">
          <VirtualList label="Connections" className="max-h-[70dvh]" height={72} items={found.data} keyOf={c => c.id}>
            {c => <ConnectionLine connection={c} kind={kinds.find(k => k.kind === c.kind)} edit={() => setEditing(c)} />}
          </VirtualList>
        </Card>
      )}
      {editing && <ConnectionDialog connection={editing === 'new' ? null : editing} kinds={kinds} onClose={() => setEditing(null)} />}
    </SettingsFrame>
  );
}

function ConnectionLine({ connection, kind, edit }: { connection: Connection; kind?: Kind; edit: () => void }) {
  const client = useQueryClient();
  const format = useFormats();
  const [removing, setRemoving] = useState(false);
  const [health, setHealth] = useState(false);
  const [answering, setAnswering] = useState(false);
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onError: error => toast.error(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['sources'] }),
  });
  const form = connection.kind === 'web_form' ? connection.address?.replace('/inbound/', '/forms/') : null;
  const facts = [kind?.label, connection.owner_id && !connection.shared && 'private', connection.polled_at && `asked ${format.ago(connection.polled_at)}`];
  return (
    <div className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 basis-52 leading-[18px]">
          <span className="block truncate text-sm font-medium">{connection.name}</span>
          <span className="block truncate text-xs text-fg-3">{facts.filter(Boolean).join(' · ')}</span>
        </span>
        <Badge tone={connection.problem ? 'red' : connection.status === 'active' ? 'green' : 'neutral'}>{connection.problem ? 'Not reached' : connection.status === 'active' ? 'Active' : 'Paused'}</Badge>
        {kind?.pulled && <Button aria-label={`Test ${connection.name}`} busy={act.isPending} onClick={() => act.mutate(() => sources.test(connection.id).then(() => toast.ok('The source answers')))}>Test</Button>}
        <Button aria-label={`Health of ${connection.name}`} aria-expanded={health} onClick={() => setHealth(!health)}>Health</Button>
        {kind?.answer_token && <Button aria-label={`Answers to ${connection.name}`} onClick={() => setAnswering(true)}>Answers</Button>}
        <Button variant="ghost" aria-label={`Edit ${connection.name}`} onClick={edit}>Edit</Button>
        <Button variant="ghost" aria-label={`${connection.status === 'active' ? 'Pause' : 'Resume'} ${connection.name}`} onClick={() => act.mutate(() => sources.change(connection.id, { paused: connection.status === 'active' }))}>{connection.status === 'active' ? 'Pause' : 'Resume'}</Button>
        <Button variant="ghost" aria-label={`Remove ${connection.name}`} onClick={() => setRemoving(true)}>Remove</Button>
      </div>
      {connection.problem && <p className="text-xs break-words text-red-text">{connection.problem}</p>}
      {connection.address && <CopyField label={`Address of ${connection.name}`} value={form ?? connection.address} />}
      {form && (
        <div className="flex flex-col gap-1">
          <p className="text-xs text-fg-3">To show it in a page of your site</p>
          <CopyField label={`Frame of ${connection.name}`} value={`<iframe src="${form}" title="Form" width="100%" height="560" style="border:0"></iframe>`} />
        </div>
      )}
      {health && <ConnectionHealth id={connection.id} />}
      {answering && kind?.answer_token && <AnswerTokenDialog connection={connection} setting={kind.answer_token} onClose={() => setAnswering(false)} />}
      <ConfirmDialog
        open={removing}
        title={`Remove ${connection.name}?`}
        action="Remove"
        danger
        onClose={() => setRemoving(false)}
        onConfirm={() => {
          setRemoving(false);
          act.mutate(() => sources.remove(connection.id));
        }}
      >
        Nothing comes in through it from then on, and its password is deleted. What came in stays.
      </ConfirmDialog>
    </div>
  );
}
