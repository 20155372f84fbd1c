'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Coins, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { api } from '@/lib/api';
import { today, useFormats } from '@/lib/format';
import { parseNumber } from '@/lib/parse-number';
import { can, useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { currencies } from '@/lib/workspace-options';
import { SettingsFrame } from './settings-frame';

interface Rate {
  currency: string;
  day: string;
  rate: number | string;
  source?: string | null;
}

interface Rates {
  base_currency: string;
  rates: Rate[];
}

const key = ['exchange-rates'];

export function ExchangeRateSettings() {
  const client = useQueryClient();
  const format = useFormats();
  const mayManage = can(useSession().data, 'workspace.manage');
  const rates = useQuery({ queryKey: key, queryFn: () => api.get<Rates>('/exchange-rates') });
  const base = rates.data?.base_currency ?? format.currency;
  // Totals of lists and boards are converted by them.
  const refresh = () => Promise.all([client.invalidateQueries({ queryKey: key }), client.invalidateQueries({ queryKey: ['list'] })]);
  const remove = async (rate: Rate) => {
    try {
      await api.delete(`/exchange-rates/${rate.currency}/${rate.day}`);
      toast.ok('The rate is removed', { label: 'Undo', run: () => void api.put('/exchange-rates', { rates: [rate] }).then(refresh, toast.error) });
    } catch (error) {
      toast.error(error);
    }
    await refresh();
  };
  const sorted = [...(rates.data?.rates ?? [])].sort((a, b) => a.currency.localeCompare(b.currency) || b.day.localeCompare(a.day));
  return (
    <SettingsFrame title="Exchange rates" lead={`What one unit of another currency is worth in ${base}, from a day on. Without a rate a total is shown for each currency.`} permission="workspace.read">
      <div className="flex flex-col gap-5">
        {mayManage && <NewRate base={base} onSaved={refresh} />}
        {rates.isPending && <SkeletonRows rows={3} />}
        {rates.error && <ErrorState error={rates.error} retry={() => void rates.refetch()} />}
        {rates.data && sorted.length === 0 && <EmptyState icon={Coins} title="No rates yet">Amounts in {base} need none.</EmptyState>}
        {sorted.length > 0 && (
          <Card>
            <table className="w-full text-sm">
              <thead><tr className="border-b text-left text-xs text-fg-3"><th scope="col" className="px-4 py-2 font-medium">One</th><th scope="col" className="py-2 text-right font-medium">In {base}</th><th scope="col" className="px-4 py-2 font-medium">From</th><th scope="col" className="py-2 font-medium max-sm:hidden">Source</th><td /></tr></thead>
              <tbody>
                {sorted.map(r => (
                  <tr key={r.currency + r.day} className="border-b last:border-0">
                    <th scope="row" className="px-4 py-2 text-left font-medium">{r.currency}</th>
                    <td className="num py-2 text-right">{new Intl.NumberFormat(format.locale, { maximumSignificantDigits: 8 }).format(Number(r.rate))}</td>
                    <td className="num px-4 py-2">{format.date(r.day)}</td>
                    <td className="py-2 text-fg-3 max-sm:hidden">{r.source}</td>
                    <td className="w-10 pr-2">{mayManage && <Button variant="ghost" size="icon" aria-label={`Remove the rate of ${r.currency} from ${format.date(r.day)}`} onClick={() => void remove(r)}><Trash2 /></Button>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Card>
        )}
      </div>
    </SettingsFrame>
  );
}

function NewRate({ base, onSaved }: { base: string; onSaved: () => Promise<unknown> }) {
  const format = useFormats();
  const [currency, setCurrency] = useState('USD');
  const [day, setDay] = useState(() => today(format.timeZone));
  const [rate, setRate] = useState('');
  const form = useSubmit(['currency', 'day', 'rate']);
  const save = async () => {
    const number = parseNumber(rate, format.locale);
    const sent = await form.submit(async () => {
      if (!number || Number(number) <= 0) throw new Error('A rate is a number above zero.');
      await api.put('/exchange-rates', { rates: [{ currency, day, rate: Number(number), source: 'by hand' }] });
    });
    if (!sent) return;
    setRate('');
    toast.ok(`${currency} is converted from ${format.date(day)} on`);
    await onSaved();
  };
  return (
    <Card className="p-4">
      <form
        className="grid grid-cols-[1fr_140px_160px_auto] items-end gap-3 max-sm:grid-cols-1"
        onSubmit={e => {
          e.preventDefault();
          void save();
        }}
      >
        {form.message && <div className="col-span-full"><Notice>{form.message}</Notice></div>}
        <SelectField label="Currency" options={currencies().filter(c => c.value !== base)} value={currency} onChange={setCurrency} error={form.fields.currency} />
        <TextField label={`Rate in ${base}`} inputMode="decimal" placeholder="0.92" value={rate} onChange={setRate} error={form.fields.rate} />
        <Field label="From" error={form.fields.day}>{control => <DateInput {...control} value={day} onChange={setDay} />}</Field>
        <Button type="submit" size="md" variant="primary" busy={form.busy}><Plus />Add</Button>
      </form>
    </Card>
  );
}
