'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { api } from '@/lib/api';
import { keys } from '@/lib/query-keys';
import { can, useSession, type Session } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { currencies, months, timeZones, weekStarts } from '@/lib/workspace-options';
import { SettingsFrame } from './settings-frame';

type Workspace = Session['workspace'];

export function WorkspaceSettings() {
  const workspace = useQuery({ queryKey: keys.workspace, queryFn: () => api.get<Workspace>('/workspace') });
  return (
    <SettingsFrame title="Workspace" lead="How dates, weeks and money are read and shown for everybody." permission="workspace.read">
      {workspace.isPending && <SkeletonRows rows={4} />}
      {workspace.error && <ErrorState error={workspace.error} retry={() => void workspace.refetch()} />}
      {workspace.data && <WorkspaceForm saved={workspace.data} />}
    </SettingsFrame>
  );
}

function WorkspaceForm({ saved }: { saved: Workspace }) {
  const client = useQueryClient();
  const mayChange = can(useSession().data, 'workspace.manage');
  const [value, setValue] = useState(saved);
  const form = useSubmit(['name', 'base_currency', 'time_zone', 'week_start', 'fiscal_year_start_month']);
  const change = (part: Partial<Workspace>) => setValue({ ...value, ...part });
  const save = async () => {
    const { name, base_currency, time_zone, week_start, fiscal_year_start_month } = value;
    const done = await form.submit(() => api.patch('/workspace', { name, base_currency, time_zone, week_start, fiscal_year_start_month }));
    if (!done) return;
    toast.ok('Saved');
    await Promise.all([client.invalidateQueries({ queryKey: keys.workspace }), client.invalidateQueries({ queryKey: keys.session })]);
  };
  const zones = [...new Set([value.time_zone, ...timeZones()])].map(z => ({ value: z, label: z.replaceAll('_', ' ') }));
  return (
    <Card>
      <form
        onSubmit={e => {
          e.preventDefault();
          void save();
        }}
        className="flex flex-col gap-4 p-5"
      >
        {form.message && <Notice>{form.message}</Notice>}
        <TextField label="Name" required disabled={!mayChange} value={value.name} onChange={name => change({ name })} error={form.fields.name} />
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          <SelectField disabled={!mayChange} label="Base currency" options={currencies()} value={value.base_currency} onChange={base_currency => change({ base_currency })} error={form.fields.base_currency} />
          <SelectField disabled={!mayChange} label="Time zone" options={zones} value={value.time_zone} onChange={time_zone => change({ time_zone })} error={form.fields.time_zone} />
          <SelectField disabled={!mayChange} label="Week starts on" options={weekStarts} value={String(value.week_start ?? 'monday')} onChange={week_start => change({ week_start })} error={form.fields.week_start} />
          <SelectField disabled={!mayChange} label="Fiscal year starts in" options={months} value={String(value.fiscal_year_start_month ?? 1)} onChange={m => change({ fiscal_year_start_month: Number(m) })} error={form.fields.fiscal_year_start_month} />
        </div>
        {mayChange ? (
          <div><Button type="submit" variant="primary" size="md" busy={form.busy}>Save</Button></div>
        ) : (
          <p className="text-xs text-fg-3">Owners and admins can change these.</p>
        )}
      </form>
    </Card>
  );
}
