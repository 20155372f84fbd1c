'use client';
import { Rows3 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Menu, MenuCheck, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu';
import { allFields, type RecordType } from '@/lib/meta';
import { groupSpec, groupUnits, mayGroup } from './groups';

export function GroupMenu({ type, group, onChange }: { type: RecordType; group: string | null; onChange: (group: string | null) => void }) {
  const fields = allFields(type).filter(mayGroup);
  const [now, unit] = (group ?? '').split(':');
  return (
    <Menu label="Group" className="w-60" trigger={<Button variant={group ? 'soft' : 'ghost'} size="xs"><Rows3 />Group</Button>}>
      {fields.map(f => (
        <MenuCheck key={f.name} checked={f.name === now} onChange={on => onChange(on ? groupSpec(f) : null)}><span className="truncate">{f.label}</span></MenuCheck>
      ))}
      {unit && (
        <>
          <MenuSeparator />
          <MenuLabel>Dates by</MenuLabel>
          {groupUnits.map(u => <MenuCheck key={u} checked={u === unit} onChange={() => onChange(`${now}:${u}`)}>{u}</MenuCheck>)}
        </>
      )}
      {group && (
        <>
          <MenuSeparator />
          <MenuItem onSelect={() => onChange(null)}>No groups</MenuItem>
        </>
      )}
    </Menu>
  );
}
