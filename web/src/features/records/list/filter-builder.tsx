'use client';
import { ListFilter } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { toConditions } from '../view';
import type { FilterEditorProps } from './filter-editor';

const FilterEditor = dynamic(() => import('./filter-editor').then(m => m.FilterEditor), { ssr: false });

export function FilterBuilder({ type, filter, onChange, format, people }: FilterEditorProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const count = filter ? (toConditions(filter)?.list.length ?? 1) : 0;
  return (
    <>
      <Button ref={anchor} variant={count ? 'soft' : 'ghost'} size="xs" aria-expanded={open} onClick={() => setOpen(!open)}>
        <ListFilter />Filter{count > 0 && <span className="num text-accent-text">{count}</span>}
      </Button>
      <Popover open={open} onClose={() => setOpen(false)} anchor={anchor} className="w-[min(560px,calc(100vw-16px))] p-3">
        <FilterEditor type={type} filter={filter} onChange={onChange} format={format} people={people} />
      </Popover>
    </>
  );
}

