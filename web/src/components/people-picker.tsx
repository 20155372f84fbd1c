'use client';
import { X } from 'lucide-react';
import type { Person } from '@/lib/session';
import { Avatar } from './ui/avatar';
import { Combobox } from './ui/combobox';
import { Field } from './ui/field';

interface PeoplePickerProps {
  label: string;
  people: Person[];
  value: string[];
  onChange: (ids: string[]) => void;
  hint?: string;
  error?: string;
}

/** Several colleagues: chosen ones stand as chips above the box in which the next is looked for. */
export function PeoplePicker({ label, people, value, onChange, hint, error }: PeoplePickerProps) {
  const left = people.filter(p => !value.includes(p.id)).map(p => ({ value: p.id, label: p.name, hint: p.title ?? p.email }));
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, ...control }) => (
        <>
          {value.length > 0 && (
            <ul className="flex flex-wrap gap-1.5 pb-1" aria-label={`${label}: chosen`}>
              {value.map(person => {
                const name = people.find(p => p.id === person)?.name ?? 'Somebody who left';
                return (
                  <li key={person} className="flex h-7 items-center gap-1.5 rounded-md bg-hover pl-1 pr-0.5 text-xs">
                    <Avatar name={name} size={20} decorative />
                    {name}
                    <button type="button" aria-label={`Take ${name} out`} onClick={() => onChange(value.filter(v => v !== person))} className="grid size-6 place-items-center rounded-sm text-fg-3 hover:bg-active"><X className="size-3" /></button>
                  </li>
                );
              })}
            </ul>
          )}
          <Combobox id={id} describedBy={control['aria-describedby']} label={label} value={null} options={left} placeholder="Add a colleague…" onChange={o => o && onChange([...value, o.value])} />
        </>
      )}
    </Field>
  );
}
