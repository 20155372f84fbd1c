'use client';
import { CalendarRange, Columns4 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Menu, MenuCheck, MenuLabel, MenuSeparator } from '@/components/ui/menu';
import { fieldOf, type RecordType } from '@/lib/meta';
import { boardFields, dateFields, usualDates } from '../layout-fields';

export function BoardFieldMenu({ type, by, onChange }: { type: RecordType; by: string | null; onChange: (by: string) => void }) {
  const fields = boardFields(type);
  const now = fieldOf(type, by ?? '') ?? fields[0];
  return (
    <Menu label="Columns of the board" className="w-56" trigger={<Button variant="ghost" size="xs"><Columns4 />{now?.label ?? 'Columns'}</Button>}>
      {fields.map(f => <MenuCheck key={f.name} checked={f === now} onChange={() => onChange(f.name)}>{f.label}</MenuCheck>)}
    </Menu>
  );
}

export function TimelineDatesMenu({ type, dates, onChange }: { type: RecordType; dates: [string, string] | null; onChange: (dates: [string, string]) => void }) {
  const fields = dateFields(type);
  const [from, to] = dates ?? usualDates(type);
  return (
    <Menu label="Dates of the timeline" className="w-56" trigger={<Button variant="ghost" size="xs"><CalendarRange />Dates</Button>}>
      <MenuLabel>From</MenuLabel>
      {fields.map(f => <MenuCheck key={f.name} checked={f.name === from} onChange={() => onChange([f.name, to])}>{f.label}</MenuCheck>)}
      <MenuSeparator />
      <MenuLabel>To</MenuLabel>
      {fields.map(f => <MenuCheck key={f.name} checked={f.name === to} onChange={() => onChange([from, f.name])}>{f.label}</MenuCheck>)}
    </Menu>
  );
}
