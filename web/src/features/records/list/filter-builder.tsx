'use client';
import { ListFilter } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import type { FilterEditorProps } from './filter-editor';
import { countConditions } from './filter-tree';

const FilterEditor = dynamic(() => import('./filter-editor').then(m => m.FilterEditor), { ssr: false });

export function FilterBuilder({ type, filter, onChange, format, people }: FilterEditorProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const count = countConditions(filter);
  return (
    <>
      <Button ref={anchor} variant={count ? 'soft' : 'ghost'} size="xs" aria-expanded={open} onClick={() => setOpen(!open)}>
        <ListFilter />Filter{count > 0 && <span className="num text-accent-text">{count}</span>}
      </Button>
      <Popover open={open} onClose={() => setOpen(false)} anchor={anchor} className="max-h-[min(640px,80dvh)] w-[min(760px,calc(100vw-16px))] p-3">
        <FilterEditor type={type} filter={filter} onChange={onChange} format={format} people={people} autoFocus />
      </Popover>
    </>
  );
}
