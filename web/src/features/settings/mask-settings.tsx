'use client';
import { useQueryClient } from '@tanstack/react-query';
import { EyeOff, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { ruledRoles, saveMasks, useMasks, type FieldMask } from '@/lib/access';
import { fieldOf, type RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';

/** Sensitive fields that some roles do not see, wherever they would appear. */
export function MaskSettings({ types, mayManage }: { types: RecordType[]; mayManage: boolean }) {
  const masks = useMasks();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const put = async (next: FieldMask[], said: string) => {
    try {
      await saveMasks(next.filter(m => m.roles.length > 0));
      toast.ok(said);
      setAdding(false);
    } catch (error) {
      toast.error(error);
    }
    await client.invalidateQueries({ queryKey: keys.access });
    await client.invalidateQueries({ queryKey: ['list'] });
  };
  const all = masks.data ?? [];
  const name = (m: FieldMask) => {
    const type = types.find(t => t.name === m.record_type);
    return `${type?.label ?? m.record_type}: ${(type && fieldOf(type, m.field)?.label) ?? m.field}`;
  };
  return (
    <section>
      <SectionTitle className="mb-2" aside={mayManage && <Button onClick={() => setAdding(true)}><Plus />Hide a field</Button>}>Hidden fields</SectionTitle>
      {masks.isPending && <SkeletonRows rows={2} />}
      {masks.error && <ErrorState error={masks.error} retry={() => void masks.refetch()} />}
      {masks.data && (
        <Card>
          {all.length === 0 && !adding && <EmptyState icon={EyeOff} title="No field is hidden" className="py-8">A hidden field is missing from pages, lists, filters, exports and the history for the roles you name.</EmptyState>}
          <ul className="divide-y">
            {all.map((m, at) => (
              <li key={m.record_type + m.field} className="flex flex-wrap items-center gap-3 px-4 py-2 text-sm">
                <span className="min-w-0 flex-1 font-medium">{name(m)}</span>
                <Roles value={m.roles} of={name(m)} disabled={!mayManage} onChange={roles => void put(all.map((o, i) => (i === at ? { ...o, roles } : o)), `${name(m)} is saved`)} />
                {mayManage && <Button variant="ghost" size="icon" aria-label={`Show ${name(m)} to all`} onClick={() => void put(all.filter((_, i) => i !== at), `${name(m)} is seen by all`)}><Trash2 /></Button>}
              </li>
            ))}
          </ul>
          {adding && <NewMask types={types} onCancel={() => setAdding(false)} onAdd={m => void put([...all.filter(o => o.record_type !== m.record_type || o.field !== m.field), m], `${name(m)} is hidden`)} />}
        </Card>
      )}
    </section>
  );
}

function Roles({ value, of, disabled, onChange }: { value: string[]; of: string; disabled?: boolean; onChange: (roles: string[]) => void }) {
  return (
    <fieldset disabled={disabled} className="flex gap-3">
      <legend className="sr-only">Roles that do not see {of}</legend>
      {ruledRoles.map(r => (
        <label key={r.value} className="flex items-center gap-1.5 text-xs text-fg-2">
          <input type="checkbox" className="size-4 accent-accent" checked={value.includes(r.value)} onChange={e => onChange(e.target.checked ? [...value, r.value] : value.filter(v => v !== r.value))} />
          {r.label}
        </label>
      ))}
    </fieldset>
  );
}

function NewMask({ types, onAdd, onCancel }: { types: RecordType[]; onAdd: (mask: FieldMask) => void; onCancel: () => void }) {
  const [type, setType] = useState('company');
  const [field, setField] = useState('');
  const [roles, setRoles] = useState(['member', 'viewer']);
  const of = types.find(t => t.name === type);
  const fields = (of?.fields ?? []).filter(f => f.name !== of?.title_field && f.name !== 'owner_id');
  return (
    <div className="flex flex-wrap items-center gap-3 border-t bg-subtle px-4 py-3">
      <Select aria-label="Record type" className="w-40" options={types.map(t => ({ value: t.name, label: t.label }))} value={type} onChange={e => { setType(e.target.value); setField(''); }} />
      <Select aria-label="Field" className="w-52" placeholder="Field…" options={fields.map(f => ({ value: f.name, label: f.label }))} value={field} onChange={e => setField(e.target.value)} />
      <Roles value={roles} of="the new one" onChange={setRoles} />
      <span className="flex-1" />
      <Button onClick={onCancel}>Cancel</Button>
      <Button variant="primary" disabled={!field || roles.length === 0} onClick={() => onAdd({ record_type: type, field, roles })}>Hide it</Button>
    </div>
  );
}
