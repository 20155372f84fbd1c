'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { usePeople } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { securities } from './mail-server-settings';
import { sources, type Connection, type Kind } from './sources-api';

interface Setting {
  name: string;
  label: string;
  hint?: string;
  blank: string;
  of: (text: string) => unknown;
}

const text = (value: string) => value.trim();
const json = (value: string): unknown => {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};
const settings: Record<string, Setting[]> = {
  imap: [
    { name: 'host', label: 'Host', blank: '', of: text },
    { name: 'port', label: 'Port', blank: '993', of: Number },
    { name: 'security', label: 'Encryption', blank: 'tls', of: text },
    { name: 'user_name', label: 'User name', blank: '', of: text },
    { name: 'folders', label: 'Folders', hint: 'Separated by commas', blank: 'INBOX', of: value => value.split(',').map(f => f.trim()).filter(Boolean) },
    { name: 'back_fill_days', label: 'Days to read back', blank: '30', of: Number },
  ],
  alert: [
    { name: 'record_type', label: 'Kind of record', hint: 'Such as deal', blank: 'deal', of: text },
    { name: 'filter', label: 'Condition', hint: 'As JSON, as lists take it', blank: '{"field": "next_step", "op": "empty"}', of: json },
    { name: 'text', label: 'What is to be done', hint: 'The owner of the record gets it as a task', blank: 'Set the next step', of: text },
  ],
  web_form: [{ name: 'thanks', label: 'Thanks', hint: 'Shown after somebody has written', blank: 'Thank you.', of: text }],
};

const shown = (value: unknown, blank: string) =>
  Array.isArray(value) ? value.join(', ') : value === undefined || value === null ? blank : typeof value === 'object' ? JSON.stringify(value) : String(value);
const secrets: Record<string, string> = { password: 'Password', signing_secret: 'Signing secret', token: 'Token' };

export function ConnectionDialog({ connection, kinds, onClose }: { connection: Connection | null; kinds: Kind[]; onClose: () => void }) {
  const client = useQueryClient();
  const people = usePeople().data ?? [];
  const [kind, setKind] = useState(connection?.kind ?? kinds[0]?.kind ?? 'imap');
  const [name, setName] = useState(connection?.name ?? '');
  const [owner, setOwner] = useState(connection?.owner_id ?? '');
  const [secret, setSecret] = useState('');
  const [given, setGiven] = useState<Record<string, string>>({});
  const fields = settings[kind] ?? [];
  const secretKind = kinds.find(k => k.kind === kind)?.secret ?? null;
  const form = useSubmit(['name', 'secret', ...fields.map(f => `settings.${f.name}`)]);
  const value = (field: Setting) => given[field.name] ?? shown(connection?.settings[field.name], field.blank);
  const save = async () => {
    const change = {
      ...(connection ? {} : { kind, ...(owner ? { owner_id: owner } : {}) }),
      ...(name.trim() ? { name } : {}),
      ...(fields.length || !connection ? { settings: Object.fromEntries(fields.map(f => [f.name, f.of(value(f))])) } : {}),
      ...(secret ? { secret } : {}),
    };
    const saved = await form.submit(() => (connection ? sources.change(connection.id, change) : sources.create(change)));
    if (!saved) return;
    await client.invalidateQueries({ queryKey: ['sources'] });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={connection ? `Edit ${connection.name}` : 'New connection'}>
      <form
        className="contents"
        onSubmit={e => {
          e.preventDefault();
          void save();
        }}
      >
        <DialogBody className="flex flex-col gap-4">
          {form.message && <Notice>{form.message}</Notice>}
          {!connection && <SelectField label="Kind" options={kinds.map(k => ({ value: k.kind, label: k.label }))} value={kind} onChange={setKind} />}
          <TextField label="Name" value={name} onChange={setName} error={form.fields.name} />
          {fields.map(f =>
            f.name === 'security' ? (
              <SelectField key={f.name} label={f.label} options={securities} value={value(f)} onChange={v => setGiven({ ...given, [f.name]: v })} error={form.fields[`settings.${f.name}`]} />
            ) : (
              <TextField key={f.name} label={f.label} hint={f.hint} value={value(f)} onChange={v => setGiven({ ...given, [f.name]: v })} error={form.fields[`settings.${f.name}`]} />
            ),
          )}
          {secretKind && (
            <TextField
              label={secrets[secretKind] ?? 'Secret'}
              type="password"
              autoComplete="new-password"
              hint={connection?.secret ? 'Empty keeps the one there is' : 'Kept sealed and never shown again'}
              value={secret}
              onChange={setSecret}
              error={form.fields.secret}
            />
          )}
          {!connection && (
            <SelectField
              label="Whose it is"
              hint={owner ? 'Private: its messages are for those who took part, until one of them shares it' : 'Everybody reads what comes in'}
              options={[{ value: '', label: 'The workspace’s' }, ...people.map(p => ({ value: p.id, label: p.name }))]}
              value={owner}
              onChange={setOwner}
            />
          )}
        </DialogBody>
        <DialogFooter>
          <Button size="md" onClick={onClose}>Cancel</Button>
          <Button type="submit" size="md" variant="primary" busy={form.busy}>{connection ? 'Save' : 'Connect'}</Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
