'use client';
import { Columns3 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Menu, MenuCheck, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { allFields, type RecordType } from '@/lib/meta';

interface ColumnMenuProps {
  type: RecordType;
  names: string[];
  onChange: (names: string[]) => void;
}

export function ColumnMenu({ type, names, onChange }: ColumnMenuProps) {
  const fields = allFields(type).filter(f => f.name !== type.title_field && f.kind !== 'json');
  const toggle = (name: string, on: boolean) => onChange(on ? [...names, name] : names.filter(n => n !== name));
  return (
    <Menu label="Columns" className="w-60" trigger={<Button variant="ghost" size="xs"><Columns3 />Columns</Button>}>
      {fields.map(f => (
        <MenuCheck key={f.name} checked={names.includes(f.name)} onChange={on => toggle(f.name, on)}>
          <span className="truncate">{f.label}</span>
        </MenuCheck>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={() => onChange(type.ui.list)}>Back to the usual columns</MenuItem>
    </Menu>
  );
}
