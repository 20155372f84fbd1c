'use client';
import { ArrowDownUp } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import type { SortMenuProps } from './sort-panel';

const SortPanel = dynamic(() => import('./sort-panel').then(m => m.SortPanel), { ssr: false });

/** Several sorts, the first decides; for phones, for related fields and for columns that are not shown. */
export function SortMenu(props: SortMenuProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const count = props.sort.length;
  return (
    <>
      <Button ref={anchor} variant={count ? 'soft' : 'ghost'} size="xs" aria-expanded={open} onClick={() => setOpen(!open)}>
        <ArrowDownUp />Sort{count > 0 && <span className="num text-accent-text">{count}</span>}
      </Button>
      <Popover open={open} onClose={() => setOpen(false)} anchor={anchor} className="w-80 p-2"><SortPanel {...props} /></Popover>
    </>
  );
}
