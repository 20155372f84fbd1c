'use client';
import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Combobox, type ComboOption } from '@/components/ui/combobox';
import { Input } from '@/components/ui/input';
import type { FieldType } from '@/lib/meta';
import type { RecordRef } from '@/lib/records-api';
import { searchRecords } from './search-records';

interface ManyProps<T> {
  id?: string;
  field: FieldType;
  value: T[];
  onChange: (value: T[]) => void;
}

function Chips({ items, onRemove, children }: { items: ComboOption[]; onRemove: (value: string) => void; children: ReactNode }) {
  return (
    <div className="flex w-full flex-col gap-1.5">
      {items.length > 0 && (
        <ul className="flex flex-wrap gap-1">
          {items.map(i => (
            <li key={i.value}>
              <Badge>
                {i.label}
                <button type="button" aria-label={`Remove ${i.label}`} onClick={() => onRemove(i.value)} className="-mr-0.5 rounded-xs hover:bg-active"><X /></button>
              </Badge>
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}

export function ManyChoices({ id, field, value, onChange }: ManyProps<string>) {
  const options = (field.choices ?? []).map(c => ({ value: c.value, label: c.label }));
  const chosen = value.map(v => options.find(o => o.value === v) ?? { value: v, label: v });
  return (
    <Chips items={chosen} onRemove={v => onChange(value.filter(o => o !== v))}>
      <Combobox id={id} label={field.label} value={null} placeholder="Add…" options={options.filter(o => !value.includes(o.value))} onChange={o => o && onChange([...value, o.value])} />
    </Chips>
  );
}

/** A list whose values nobody prescribes: Enter or a comma takes what is typed. */
export function ManyWords({ id, field, value, onChange }: ManyProps<string>) {
  const [typed, setTyped] = useState('');
  const take = () => {
    const word = typed.trim();
    setTyped('');
    if (word && !value.includes(word)) onChange([...value, word]);
  };
  return (
    <Chips items={value.map(v => ({ value: v, label: v }))} onRemove={v => onChange(value.filter(o => o !== v))}>
      <Input
        id={id}
        aria-label={id ? undefined : field.label}
        placeholder="Type and press Enter"
        value={typed}
        onChange={e => setTyped(e.target.value)}
        onBlur={take}
        onKeyDown={e => {
          if ((e.key === 'Enter' && typed.trim()) || e.key === ',') {
            e.preventDefault();
            take();
          }
        }}
      />
    </Chips>
  );
}

export function ManyReferences({ id, field, value, refs, onChange }: ManyProps<string> & { refs: RecordRef[] }) {
  const [picked, setPicked] = useState<ComboOption[]>([]);
  const label = (v: string) => refs.find(r => r.id === v)?.title ?? picked.find(p => p.value === v)?.label ?? 'A record';
  return (
    <Chips items={value.map(v => ({ value: v, label: label(v) }))} onRemove={v => onChange(value.filter(o => o !== v))}>
      <Combobox
        id={id}
        label={field.label}
        value={null}
        placeholder="Type to find…"
        options={async (typed, signal) => (await searchRecords(field.ref ?? '', typed, signal)).filter(o => !value.includes(o.value))}
        onChange={o => {
          if (!o) return;
          setPicked([...picked, o]);
          onChange([...value, o.value]);
        }}
      />
    </Chips>
  );
}
