'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SettingsFrame } from '../settings-frame';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { useFormats } from '@/lib/format';
import { can, useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import type { Tone } from '@/lib/tone';
import { intelligence, intelligenceKeys, type ModelSettings } from './intelligence-api';

const states: Record<ModelSettings['state'], [string, Tone]> = { no_model: ['No model', 'neutral'], off: ['Off', 'neutral'], on: ['On', 'green'], budget_used_up: ['Budget used up', 'amber'] };

export function LanguageModelSettings() {
  const found = useQuery({ queryKey: intelligenceKeys.settings, queryFn: intelligence.settings });
  return (
    <SettingsFrame title="Language model" lead="Messages are read without one. With a model they are read twice, and what it says is checked; nothing leaves this workspace until you say so.">
      {found.isPending && <SkeletonRows rows={4} />}
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.data && <State settings={found.data} />}
      {found.data && <Choices key={JSON.stringify(found.data.share) + JSON.stringify(found.data.budget)} settings={found.data} />}
    </SettingsFrame>
  );
}

function State({ settings }: { settings: ModelSettings }) {
  const format = useFormats();
  const { usage } = settings;
  const [label, tone] = states[settings.state];
  const facts: [string, string][] = [
    ['Calls this month', format.number(usage.calls)],
    ['Tokens in', format.number(usage.input_tokens)],
    ['Tokens out', format.number(usage.output_tokens)],
    ['Cost', usage.cost === null ? 'No price set' : `${usage.cost} ${usage.currency ?? ''}`],
    ['Tokens left', usage.tokens_left === null ? 'No limit' : format.number(usage.tokens_left)],
    ['Money left', usage.cost_left === null ? 'No limit' : `${usage.cost_left} ${usage.currency ?? ''}`],
  ];
  return (
    <Card className="px-4 py-3">
      <p role="status" className="flex flex-wrap items-center gap-2 text-sm"><Badge tone={tone}>{label}</Badge>{settings.state_text}</p>
      {!settings.available && <p className="mt-1 text-xs text-fg-3">Whoever runs this server sets the address of a model; then it can be turned on here.</p>}
      <dl className="mt-3 grid grid-cols-3 gap-3 max-sm:grid-cols-2">
        {facts.map(([name, value]) => <div key={name}><dt className="text-xs text-fg-3">{name}</dt><dd className="num text-sm font-medium">{value}</dd></div>)}
      </dl>
      <p className="mt-2 text-xs"><Link href="/settings/model-calls" className="font-medium text-accent-text hover:underline">Every call</Link></p>
    </Card>
  );
}

const yesNo = [{ value: 'no', label: 'No, it stays here' }, { value: 'yes', label: 'Yes' }];
const money = ['tokens_per_month', 'cost_per_month', 'input_per_million', 'output_per_million', 'currency'] as const;
const labels = { tokens_per_month: 'Tokens a month', cost_per_month: 'Money a month', input_per_million: 'Price of a million tokens in', output_per_million: 'Price of a million tokens out', currency: 'Currency' };

function Choices({ settings }: { settings: ModelSettings }) {
  const client = useQueryClient();
  const mayManage = can(useSession().data, 'llm.manage');
  const [share, setShare] = useState(settings.share);
  const [budget, setBudget] = useState<Record<string, string>>(() => Object.fromEntries(money.map(name => [name, settings.budget[name] === null ? '' : String(settings.budget[name])])));
  const [logTexts, setLogTexts] = useState(settings.log_texts);
  const [days, setDays] = useState(String(settings.keep_days));
  const form = useSubmit([...money.map(name => `budget.${name}`), 'share.contact_addresses', 'keep_days']);
  const save = async () => {
    const tokens = budget.tokens_per_month?.trim();
    const change = {
      share,
      budget: { ...Object.fromEntries(money.map(name => [name, budget[name]?.trim() || null])), tokens_per_month: tokens ? Number(tokens) : null },
      log_texts: logTexts,
      keep_days: Number(days),
    };
    const saved = await form.submit(() => intelligence.change(change));
    if (!saved) return;
    client.setQueryData(intelligenceKeys.settings, saved);
    toast.ok('Saved');
  };
  return (
    <form
      className="mt-6 flex flex-col gap-4"
      onSubmit={e => {
        e.preventDefault();
        void save();
      }}
    >
      <fieldset disabled={!mayManage} className="contents">
        {form.message && <Notice>{form.message}</Notice>}
        <SectionTitle>What may leave this workspace</SectionTitle>
        <SelectField label="Texts of messages" hint="Without them the model is not asked" options={yesNo} value={share.message_text ? 'yes' : 'no'} onChange={v => setShare({ ...share, message_text: v === 'yes' })} />
        <SelectField label="Records that a message may mean" options={yesNo} value={share.records ? 'yes' : 'no'} onChange={v => setShare({ ...share, records: v === 'yes' })} />
        <SelectField label="Mail addresses and phone numbers" options={[{ value: 'masked', label: 'Masked' }, { value: 'plain', label: 'As they are' }]} value={share.contact_addresses} onChange={v => setShare({ ...share, contact_addresses: v as 'masked' | 'plain' })} error={form.fields['share.contact_addresses']} />
        <SectionTitle>Budget</SectionTitle>
        <div className="grid grid-cols-2 gap-x-4 gap-y-3 max-sm:grid-cols-1">
          {money.map(name => <TextField key={name} label={labels[name]} value={budget[name] ?? ''} onChange={v => setBudget({ ...budget, [name]: v })} error={form.fields[`budget.${name}`]} />)}
        </div>
        <p className="-mt-2 text-xs text-fg-3">Empty is no limit. Once it is used up, messages are read without the model until the next month.</p>
        <SectionTitle>Log</SectionTitle>
        <SelectField label="Keep what was asked and answered" options={[{ value: 'yes', label: 'Yes, masked' }, { value: 'no', label: 'No, only figures' }]} value={logTexts ? 'yes' : 'no'} onChange={v => setLogTexts(v === 'yes')} />
        <TextField label="Days to keep calls" value={days} onChange={setDays} error={form.fields.keep_days} />
        {mayManage && <div><Button type="submit" size="md" variant="primary" busy={form.busy}>Save</Button></div>}
      </fieldset>
    </form>
  );
}
