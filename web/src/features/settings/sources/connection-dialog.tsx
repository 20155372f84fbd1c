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
import { SettingField } from './setting-field';
import { entryOf, valueOf, type Entries } from './setting-values';
import { sources, type Connection, type Kind, type KindSetting } from './sources-api';

export function ConnectionDialog({ connection, kinds, onClose }: { connection: Connection | null; kinds: Kind[]; onClose: () => void }) {
  const client = useQueryClient();
  const people = usePeople().data ?? [];
  const [kind, setKind] = useState(connection?.kind ?? kinds[0]?.kind ?? '');
  const [name, setName] = useState(connection?.name ?? '');
  const [owner, setOwner] = useState(connection?.owner_id ?? '');
  const [secret, setSecret] = useState('');
  const [given, setGiven] = useState<Entries>({});
  const asked = kinds.find(k => k.kind === kind)?.settings ?? [];
  const kept = asked.filter(s => !s.secret);
  const form = useSubmit(['name', 'secret', ...kept.map(s => `settings.${s.name}`)]);
  const entry = (setting: KindSetting) => given[setting.name] ?? (setting.name in given ? null : entryOf(setting, connection?.settings[setting.name]));
  const typeSetting = kept.find(s => s.kind === 'record_type');
  const about = typeSetting ? String(entry(typeSetting) ?? '') : null;
  // A condition on deals says nothing about tasks.
  const enter = (setting: KindSetting, value: Entries[string]) =>
    setGiven({ ...given, ...(setting.kind === 'record_type' ? Object.fromEntries(kept.filter(s => s.kind === 'condition').map(s => [s.name, null])) : {}), [setting.name]: value });
  const save = async () => {
    const change = {
      ...(connection ? {} : { kind, ...(owner ? { owner_id: owner } : {}) }),
      ...(name.trim() ? { name } : {}),
      settings: Object.fromEntries(kept.map(s => [s.name, valueOf(s, entry(s))])),
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
        noValidate
        onSubmit={e => {
          e.preventDefault();
          void save();
        }}
      >
        <DialogBody className="flex flex-col gap-4">
          {form.message && <Notice>{form.message}</Notice>}
          {!connection && <SelectField label="Kind" options={kinds.map(k => ({ value: k.kind, label: k.label }))} value={kind} onChange={next => (setKind(next), setGiven({}), setSecret(''))} />}
          <TextField label="Name" value={name} onChange={setName} error={form.fields.name} />
          {asked.map(s =>
            s.secret ? (
              <TextField
                key={s.name}
                label={s.label}
                type="password"
                autoComplete="new-password"
                required={!connection?.secret}
                hint={connection?.secret ? 'Empty keeps the one there is' : (s.help ?? 'Kept sealed and never shown again')}
                value={secret}
                onChange={setSecret}
                error={form.fields.secret}
              />
            ) : (
              <SettingField key={`${kind}.${s.name}`} setting={s} entry={entry(s)} onChange={value => enter(s, value)} about={about} error={form.fields[`settings.${s.name}`]} />
            ),
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
