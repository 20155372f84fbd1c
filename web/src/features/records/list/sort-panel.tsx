'use client';
import { ArrowDown, ArrowUp, ChevronUp, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { useTypes, type RecordType } from '@/lib/meta';
import { pathOptions, resolvePath } from '../field/field-path';

export interface SortMenuProps {
  type: RecordType;
  sort: string[];
  onChange: (sort: string[]) => void;
}

const bare = (sort: string) => sort.replace('-', '');

export function SortPanel({ type, sort, onChange }: SortMenuProps) {
  const types = useTypes().data ?? [];
  const free = pathOptions(types, type, f => f.sort === true, 1).filter(o => !sort.some(s => bare(s) === o.value));
  const swap = (i: number) => onChange(sort.flatMap((s, at) => (at === i - 1 ? [sort[i] as string, s] : at === i ? [] : [s])));
  return (
    <div role="group" aria-label="Sort" className="flex flex-col gap-2">
      {sort.length > 0 && (
        <ol className="flex flex-col">
          {sort.map((s, i) => {
            const down = s.startsWith('-');
            const label = resolvePath(types, type, bare(s))?.label ?? bare(s);
            return (
              <li key={s} className="flex h-8 items-center gap-1 rounded-md pl-2 text-sm hover:bg-hover">
                <span className="num w-4 text-2xs text-fg-3">{i + 1}</span>
                <span className="min-w-0 flex-1 truncate">{label}</span>
                <Button variant="ghost" size="xs" onClick={() => onChange(sort.map(o => (o === s ? (down ? bare(s) : `-${s}`) : o)))} aria-label={`${label}: ${down ? 'descending' : 'ascending'}`}>
                  {down ? <ArrowDown /> : <ArrowUp />}{down ? 'down' : 'up'}
                </Button>
                <button type="button" disabled={i === 0} aria-label={`Sort by ${label} earlier`} onClick={() => swap(i)} className="grid size-6 place-items-center rounded-xs text-fg-3 hover:bg-active disabled:opacity-30"><ChevronUp className="size-3.5" /></button>
                <button type="button" aria-label={`Do not sort by ${label}`} onClick={() => onChange(sort.filter(o => o !== s))} className="grid size-6 place-items-center rounded-xs text-fg-3 hover:bg-active"><X className="size-3.5" /></button>
              </li>
            );
          })}
        </ol>
      )}
      <Combobox label="Sort by" placeholder={sort.length ? 'Then by…' : 'Sort by…'} value={null} options={free} clearable={false} onChange={o => o && onChange([...sort, o.value])} />
    </div>
  );
}
