'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { api } from '@/lib/api';
import { keys } from '@/lib/query-keys';
import { useSession, type Session } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { timeZones } from '@/lib/workspace-options';
import { SettingsFrame } from './settings-frame';

const locales = ['en-GB', 'en-US', 'de-DE', 'de-CH', 'fr-FR', 'es-ES', 'it-IT', 'nl-NL', 'pl-PL', 'pt-BR', 'sv-SE', 'ja-JP'];
const localeNames = () => new Intl.DisplayNames(['en'], { type: 'language' });

export function ProfileSettings() {
  const person = useSession().data?.person;
  return (
    <SettingsFrame title="Profile" lead="Your name, your language and your password.">
      {person && (
        <div className="flex flex-col gap-5">
          <ProfileForm key={person.id} person={person} />
          <PasswordForm email={person.email} />
        </div>
      )}
    </SettingsFrame>
  );
}

function ProfileForm({ person }: { person: Session['person'] }) {
  const client = useQueryClient();
  const [value, setValue] = useState({ name: person.name, title: person.title ?? '', locale: person.locale ?? '', time_zone: person.time_zone ?? '' });
  const form = useSubmit(['name', 'title', 'locale', 'time_zone']);
  const names = localeNames();
  const known = [...new Set([...locales, value.locale].filter(Boolean))];
  const zones = [...new Set([...timeZones(), value.time_zone].filter(Boolean))];
  const save = async () => {
    if (!(await form.submit(() => api.patch('/profile', value)))) return;
    toast.ok('Saved');
    await client.invalidateQueries({ queryKey: keys.session });
    await client.invalidateQueries({ queryKey: keys.people });
  };
  return (
    <Card>
      <form
        className="flex flex-col gap-4 p-5"
        onSubmit={e => {
          e.preventDefault();
          void save();
        }}
      >
        {form.message && <Notice>{form.message}</Notice>}
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          <TextField label="Name" required value={value.name} onChange={name => setValue({ ...value, name })} error={form.fields.name} />
          <TextField label="Title" value={value.title} onChange={title => setValue({ ...value, title })} error={form.fields.title} />
          <SelectField
            label="Dates and numbers"
            options={[{ value: '', label: 'As my browser' }, ...known.map(l => ({ value: l, label: names.of(l) ?? l }))]}
            value={value.locale}
            onChange={locale => setValue({ ...value, locale })}
            error={form.fields.locale}
          />
          <SelectField
            label="Time zone"
            options={[{ value: '', label: 'As the workspace' }, ...zones.map(z => ({ value: z, label: z.replaceAll('_', ' ') }))]}
            value={value.time_zone}
            onChange={time_zone => setValue({ ...value, time_zone })}
            error={form.fields.time_zone}
          />
        </div>
        <p className="text-xs text-fg-3">E-mail: {person.email} · Role: {person.role}</p>
        <div><Button type="submit" variant="primary" size="md" busy={form.busy}>Save</Button></div>
      </form>
    </Card>
  );
}

function PasswordForm({ email }: { email: string }) {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const form = useSubmit(['current', 'password']);
  const save = async () => {
    if (!(await form.submit(() => api.post('/profile/password', { current, password })))) return;
    setCurrent('');
    setPassword('');
    toast.ok('Password changed');
  };
  return (
    <Card>
      <form
        className="flex flex-col gap-4 p-5"
        onSubmit={e => {
          e.preventDefault();
          void save();
        }}
      >
        <h3 className="text-sm font-semibold">Password</h3>
        {form.message && <Notice>{form.message}</Notice>}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          <TextField label="Current password" type="password" autoComplete="current-password" required value={current} onChange={setCurrent} error={form.fields.current} />
          <TextField label="New password" type="password" autoComplete="new-password" required minLength={10} hint="At least 10 characters" value={password} onChange={setPassword} error={form.fields.password} />
        </div>
        <div><Button type="submit" size="md" busy={form.busy}>Change password</Button></div>
      </form>
    </Card>
  );
}
