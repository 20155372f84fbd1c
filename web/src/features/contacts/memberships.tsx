'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Building2, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Combobox, type ComboOption } from '@/components/ui/combobox';
import { DateInput } from '@/components/ui/date-input';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { searchRecords } from '@/features/records/field/search-records';
import { api } from '@/lib/api';
import { useFormats } from '@/lib/format';
import { isMissing } from '@/lib/problem';
import { keys } from '@/lib/query-keys';
import { recordPath } from '@/lib/record-routes';
import { can, useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';

interface Membership {
  id: string;
  company_id: string;
  company_name?: string | null;
  title?: string | null;
  from_date?: string | null;
  to_date?: string | null;
}

/** Where a person works and worked. The present company is that of the contact itself. */
export function Memberships({ contact }: { contact: string }) {
  const client = useQueryClient();
  const formats = useFormats();
  const key = keys.related('contact', contact, 'memberships');
  const path = `/contacts/${contact}/memberships`;
  const found = useQuery({ queryKey: key, queryFn: async () => (await api.get<{ data: Membership[] }>(path)).data, retry: false });
  const mayEdit = can(useSession().data, 'contact.update');
  const [adding, setAdding] = useState(false);
  const list = found.data ?? [];
  if (isMissing(found.error) || (list.length === 0 && !mayEdit)) return null;
  const remove = async (m: Membership) => {
    try {
      await api.delete(`${path}/${m.id}`);
      toast.ok('Removed', { label: 'Undo', run: () => void api.post(path, { company_id: m.company_id, title: m.title, from_date: m.from_date, to_date: m.to_date }).then(() => client.invalidateQueries({ queryKey: key }), toast.error) });
    } catch (error) {
      toast.error(error);
    }
    await client.invalidateQueries({ queryKey: key });
  };
  const span = (m: Membership) => [m.from_date && `from ${formats.date(m.from_date)}`, m.to_date && `until ${formats.date(m.to_date)}`].filter(Boolean).join(' ');
  return (
    <section aria-label="Companies over time" className="min-w-0">
      <SectionTitle className="mb-2" aside={mayEdit && <Button data-edge variant="ghost" size="icon" aria-label="Add an earlier company" onClick={() => setAdding(true)}><Plus /></Button>}>Companies over time</SectionTitle>
      {found.error && <p className="text-sm text-fg-3">Could not be read.</p>}
      {found.data && list.length === 0 && <p className="text-sm text-fg-3">No company is known.</p>}
      {list.length > 0 && (
        <Card>
          <ol className="divide-y">
            {list.map(m => (
              <li key={m.id} className="flex min-h-11 items-center gap-2.5 px-3.5 py-1.5 text-sm">
                <Building2 aria-hidden className="size-4 shrink-0 stroke-[1.75] text-fg-3" />
                <span className="min-w-0 flex-1">
                  {m.company_name ? <Link href={recordPath('company', m.company_id)} className="font-medium hover:underline">{m.company_name}</Link> : <span className="text-fg-3">A company you cannot see</span>}
                  {m.title && <span className="ml-2 text-fg-3">{m.title}</span>}
                </span>
                <span className="num text-xs text-fg-3">{span(m)}</span>
                {!m.to_date ? <Badge tone="green">Now</Badge> : mayEdit && <Button variant="ghost" size="icon" aria-label={`Remove ${m.company_name ?? 'this company'}`} onClick={() => void remove(m)}><Trash2 /></Button>}
              </li>
            ))}
          </ol>
        </Card>
      )}
      {adding && <AddDialog path={path} onClose={() => setAdding(false)} onSaved={() => client.invalidateQueries({ queryKey: key })} />}
    </section>
  );
}

function AddDialog({ path, onClose, onSaved }: { path: string; onClose: () => void; onSaved: () => Promise<unknown> }) {
  const [company, setCompany] = useState<ComboOption | null>(null);
  const [value, setValue] = useState({ title: '', from_date: '', to_date: '' });
  const form = useSubmit(['company_id', 'title', 'from_date', 'to_date']);
  const save = async () => {
    if (!(await form.submit(() => api.post(path, { company_id: company?.value ?? null, title: value.title || null, from_date: value.from_date || null, to_date: value.to_date || null })))) return;
    await onSaved();
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title="Where they worked before">
      <form
        className="contents"
        noValidate
        onSubmit={e => {
          e.preventDefault();
          void save();
        }}
      >
        <DialogBody className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          {form.message && <div className="sm:col-span-2"><Notice>{form.message}</Notice></div>}
          <Field label="Company" required error={form.fields.company_id}>{({ id }) => <Combobox id={id} label="Company" value={company} onChange={setCompany} options={(text, signal) => searchRecords('company', text, signal)} />}</Field>
          <TextField label="Title" value={value.title} onChange={title => setValue({ ...value, title })} error={form.fields.title} />
          <Field label="From" error={form.fields.from_date}>{control => <DateInput {...control} value={value.from_date} onChange={from_date => setValue({ ...value, from_date })} />}</Field>
          <Field label="Until" required error={form.fields.to_date}>{control => <DateInput {...control} value={value.to_date} onChange={to_date => setValue({ ...value, to_date })} />}</Field>
        </DialogBody>
        <DialogFooter>
          <Button size="md" onClick={onClose}>Cancel</Button>
          <Button type="submit" size="md" variant="primary" busy={form.busy}>Add</Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
