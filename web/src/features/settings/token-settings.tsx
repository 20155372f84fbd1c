'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { api } from '@/lib/api';
import { useFormats } from '@/lib/format';
import { keys } from '@/lib/query-keys';
import { can, usePeople, useSession } from '@/lib/session';
import { SettingsFrame } from './settings-frame';
import { TokenDialog } from './token-dialog';

interface Token {
  id: string;
  name: string;
  scopes: string[];
  person_id?: string | null;
  created_at?: string;
  expires_at?: string | null;
  used_at?: string | null;
  last_used_at?: string | null;
}

const loadTokens = async () => {
  const answer = await api.get<Token[] | { data: Token[] }>('/tokens');
  return Array.isArray(answer) ? answer : answer.data;
};

export function TokenSettings() {
  const session = useSession().data;
  const mayManage = can(session, 'tokens.manage');
  const tokens = useQuery({ queryKey: keys.tokens, queryFn: loadTokens, enabled: can(session, 'tokens.read') });
  const [making, setMaking] = useState(false);
  return (
    <SettingsFrame
      title="API tokens"
      lead="For programs that work with this workspace. A token is shown once and stored as a hash."
      permission="tokens.read"
      aside={mayManage && <Button variant="primary" onClick={() => setMaking(true)}><Plus />New token</Button>}
    >
      {tokens.isPending && <SkeletonRows rows={3} />}
      {tokens.error && <ErrorState error={tokens.error} retry={() => void tokens.refetch()} />}
      {tokens.data?.length === 0 && <EmptyState icon={KeyRound} title="No tokens yet">Make one for a script, an import or another system.</EmptyState>}
      {!!tokens.data?.length && (
        <Card>
          <ul className="divide-y">{tokens.data.map(t => <TokenRow key={t.id} token={t} mayManage={mayManage} />)}</ul>
        </Card>
      )}
      <TokenDialog open={making} onClose={() => setMaking(false)} />
    </SettingsFrame>
  );
}

function TokenRow({ token, mayManage }: { token: Token; mayManage: boolean }) {
  const client = useQueryClient();
  const format = useFormats();
  const people = usePeople().data;
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const used = token.used_at ?? token.last_used_at;
  const person = people?.find(p => p.id === token.person_id);
  const facts = [
    person && `acts as ${person.name}`,
    used ? `used ${format.ago(used)}` : 'never used',
    token.expires_at && `expires ${format.date(token.expires_at)}`,
  ];
  const revoke = async () => {
    setBusy(true);
    try {
      await api.delete(`/tokens/${token.id}`);
      toast.ok(`${token.name} is revoked`);
      setAsking(false);
    } catch (error) {
      toast.error(error);
    }
    setBusy(false);
    await client.invalidateQueries({ queryKey: keys.tokens });
  };
  return (
    <li className="flex items-center gap-3 px-4 py-2.5">
      <span className="min-w-0 flex-1 leading-[18px]">
        <span className="block truncate text-sm font-medium">{token.name}</span>
        <span className="block truncate text-xs text-fg-3">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      <span className="flex flex-wrap gap-1">{token.scopes.map(s => <Badge key={s}>{s}</Badge>)}</span>
      {mayManage && <Button variant="ghost" onClick={() => setAsking(true)}>Revoke</Button>}
      <ConfirmDialog open={asking} title={`Revoke ${token.name}?`} action="Revoke" danger busy={busy} onClose={() => setAsking(false)} onConfirm={() => void revoke()}>
        Programs that use it are refused from then on. This cannot be taken back.
      </ConfirmDialog>
    </li>
  );
}
