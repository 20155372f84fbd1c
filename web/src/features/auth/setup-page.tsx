'use client';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { Link } from '@/components/link';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { SkeletonRows } from '@/components/ui/skeleton';
import { TextField } from '@/components/ui/text-field';
import { api } from '@/lib/api';
import { keys } from '@/lib/query-keys';
import type { Session } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { currencies, months, timeZones, weekStarts } from '@/lib/workspace-options';
import { AuthCard } from './auth-card';
import { useEnter } from './enter';

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

export function SetupPage() {
  const setup = useQuery({ queryKey: keys.setup, queryFn: () => api.get<{ open: boolean }>('/setup') });
  if (setup.isPending) return <SkeletonRows rows={3} />;
  if (setup.data && !setup.data.open) {
    return (
      <AuthCard title="Already set up" lead="This workspace has its owner.">
        <Link href="/sign-in" className="text-sm font-medium text-accent-text">Sign in</Link>
      </AuthCard>
    );
  }
  return <SetupForm />;
}

function SetupForm() {
  const enter = useEnter();
  const token = useSearchParams().get('token');
  const form = useSubmit(['name', 'email', 'password', 'owner.name', 'owner.email', 'owner.password', 'workspace.name', 'base_currency', 'time_zone']);
  const [workspace, setWorkspace] = useState({ name: '', base_currency: 'EUR', time_zone: ownZone(), week_start: 'monday', fiscal_year_start_month: '1' });
  const [owner, setOwner] = useState({ name: '', email: '', password: '' });
  const change = (part: Partial<typeof workspace>) => setWorkspace({ ...workspace, ...part });
  const submit = () =>
    void form.submit(async () => {
      const body = { token, workspace: { ...workspace, fiscal_year_start_month: Number(workspace.fiscal_year_start_month) }, owner };
      enter(await api.post<Session>('/setup', body));
    });
  return (
    <AuthCard title="Set up your workspace" lead="You become its owner. All of this can be changed later." message={form.message} onSubmit={submit}>
      <TextField label="Workspace" placeholder="Your company" required autoFocus value={workspace.name} onChange={name => change({ name })} error={form.fields['workspace.name']} />
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <SelectField label="Base currency" options={currencies()} value={workspace.base_currency} onChange={base_currency => change({ base_currency })} error={form.fields.base_currency} />
        <SelectField label="Time zone" options={timeZones().map(z => ({ value: z, label: z.replaceAll('_', ' ') }))} value={workspace.time_zone} onChange={time_zone => change({ time_zone })} error={form.fields.time_zone} />
        <SelectField label="Week starts on" options={weekStarts} value={workspace.week_start} onChange={week_start => change({ week_start })} />
        <SelectField label="Fiscal year starts in" options={months} value={workspace.fiscal_year_start_month} onChange={m => change({ fiscal_year_start_month: m })} />
      </div>
      <hr className="my-1" />
      <TextField label="Your name" autoComplete="name" required value={owner.name} onChange={name => setOwner({ ...owner, name })} error={form.fields['owner.name'] ?? form.fields.name} />
      <TextField label="E-mail" type="email" autoComplete="username" required value={owner.email} onChange={email => setOwner({ ...owner, email })} error={form.fields['owner.email'] ?? form.fields.email} />
      <TextField label="Password" type="password" autoComplete="new-password" required minLength={10} hint="At least 10 characters" value={owner.password} onChange={password => setOwner({ ...owner, password })} error={form.fields['owner.password'] ?? form.fields.password} />
      <Button type="submit" variant="primary" size="md" busy={form.busy} className="mt-1">Create workspace</Button>
    </AuthCard>
  );
}
