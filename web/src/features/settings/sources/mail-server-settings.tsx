'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SettingsFrame } from '../settings-frame';
import { Link } from '@/components/link';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { useFormats } from '@/lib/format';
import { can, useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { sourceKeys, sources, type MailServer } from './sources-api';

export const securities = [
  { value: 'starttls', label: 'STARTTLS' },
  { value: 'tls', label: 'TLS' },
  { value: 'none', label: 'None (own network only)' },
];

export function MailServerSettings() {
  const mayManage = can(useSession().data, 'mail.manage');
  const found = useQuery({ queryKey: sourceKeys.server, queryFn: sources.server, enabled: mayManage });
  return (
    <SettingsFrame title="Mail server" lead="Takes the mail of this workspace. Without one, mail waits in the outbox." permission="mail.manage">
      {found.isPending && <SkeletonRows rows={4} />}
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.data && <ServerForm key={String(found.data.configured)} server={found.data} />}
    </SettingsFrame>
  );
}

function ServerForm({ server }: { server: MailServer }) {
  const client = useQueryClient();
  const format = useFormats();
  const [values, setValues] = useState({
    host: server.host ?? '',
    port: String(server.port ?? 587),
    security: server.security ?? 'starttls',
    user_name: server.user_name ?? '',
    password: '',
    from_address: server.from_address ?? '',
    from_name: server.from_name ?? '',
    reply_to: server.reply_to ?? '',
  });
  const form = useSubmit(Object.keys(values));
  const trial = useSubmit();
  const [tried, setTried] = useState('');
  const [removing, setRemoving] = useState(false);
  const change = (part: Partial<typeof values>) => setValues({ ...values, ...part });
  const again = () => client.invalidateQueries({ queryKey: sourceKeys.server });
  const save = async () => {
    setTried('');
    const { password, port, ...rest } = values;
    if (!(await form.submit(() => sources.saveServer({ ...rest, port: Number(port), ...(password ? { password } : {}) })))) return;
    change({ password: '' });
    toast.ok('Saved');
    await again();
  };
  const test = () =>
    trial.submit(async () => {
      setTried('');
      const { sent_to } = await sources.testServer();
      setTried(sent_to ? `A mail is on its way to ${sent_to}.` : 'The server took the user name and password.');
    });
  const stored = server.password;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={e => {
        e.preventDefault();
        void save();
      }}
    >
      {form.message && <Notice>{form.message}</Notice>}
      <Card className="grid gap-4 p-4 md:grid-cols-2">
        <TextField label="Host" required value={values.host} onChange={host => change({ host })} error={form.fields.host} />
        <TextField label="Port" inputMode="numeric" required value={values.port} onChange={port => change({ port })} error={form.fields.port} />
        <SelectField label="Encryption" options={securities} value={values.security} onChange={security => change({ security })} error={form.fields.security} />
        <TextField label="User name" autoComplete="off" value={values.user_name} onChange={user_name => change({ user_name })} error={form.fields.user_name} />
        <TextField
          label="Password"
          type="password"
          autoComplete="new-password"
          value={values.password}
          onChange={password => change({ password })}
          error={form.fields.password}
          hint={stored ? `${stored.last_four ? `Ends with ${stored.last_four}, set` : 'Set'} ${format.ago(stored.set_at)} by ${stored.set_by_name}. Empty keeps it.` : 'Kept sealed and never shown again.'}
        />
        <TextField label="Sender’s address" type="email" required value={values.from_address} onChange={from_address => change({ from_address })} error={form.fields.from_address} />
        <TextField label="Sender’s name" hint="For mail that nobody writes in person" value={values.from_name} onChange={from_name => change({ from_name })} error={form.fields.from_name} />
        <TextField label="Answers go to" type="email" value={values.reply_to} onChange={reply_to => change({ reply_to })} error={form.fields.reply_to} />
      </Card>
      {stored && !stored.readable && <Notice>The stored password cannot be opened with the key of this server. Enter it again.</Notice>}
      {trial.message && <Notice>{trial.message}</Notice>}
      {tried && <Notice tone="green">{tried}</Notice>}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" size="md" busy={form.busy}>Save</Button>
        {server.configured && <Button size="md" busy={trial.busy} onClick={() => void test()}>Send a test mail</Button>}
        {server.configured && <Button variant="ghost" size="md" onClick={() => setRemoving(true)}>Remove</Button>}
        {server.waiting > 0 && <Link href="/settings/outbox" className="text-sm font-medium text-accent-text hover:underline">{format.number(server.waiting)} waiting in the outbox</Link>}
      </div>
      <ConfirmDialog
        open={removing}
        title="Remove the mail server?"
        action="Remove"
        danger
        onClose={() => setRemoving(false)}
        onConfirm={() => {
          setRemoving(false);
          void form.submit(sources.removeServer).then(again);
        }}
      >
        Its password is deleted. Mail waits in the outbox from then on.
      </ConfirmDialog>
    </form>
  );
}
