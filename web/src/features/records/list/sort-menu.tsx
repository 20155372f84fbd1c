'use client';
import { ArrowDownUp, ArrowDown, ArrowUp } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Menu, MenuCheck, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { allFields, type RecordType } from '@/lib/meta';
import { nextSort } from '../view';

/** The same as clicking headers, for phones and for columns that are not shown. */
export function SortMenu({ type, sort, onChange }: { type: RecordType; sort: string[]; onChange: (sort: string[]) => void }) {
  const fields = allFields(type).filter(f => f.sort);
  return (
    <Menu label="Sort" className="w-60" trigger={<Button variant={sort.length ? 'soft' : 'ghost'} size="xs"><ArrowDownUp />Sort{sort.length > 0 && <span className="num text-accent-text">{sort.length}</span>}</Button>}>
      {fields.map(f => {
        const now = sort.find(s => s.replace('-', '') === f.name);
        return (
          <MenuCheck key={f.name} checked={now !== undefined} onChange={() => onChange(nextSort(sort, f.name, true))}>
            <span className="flex-1 truncate">{f.label}</span>
            {now && (now.startsWith('-') ? <ArrowDown aria-label="descending" /> : <ArrowUp aria-label="ascending" />)}
          </MenuCheck>
        );
      })}
      <MenuSeparator />
      <MenuItem onSelect={() => onChange([])}>No sorting</MenuItem>
    </Menu>
  );
}
