'use client';
import { Columns3 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import type { ColumnMenuProps } from './column-panel';

const ColumnPanel = dynamic(() => import('./column-panel').then(m => m.ColumnPanel), { ssr: false });

/** Which columns, in which order, how wide; of related records too. */
export function ColumnMenu(props: ColumnMenuProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button ref={anchor} variant="ghost" size="xs" aria-expanded={open} onClick={() => setOpen(!open)}><Columns3 />Columns</Button>
      <Popover open={open} onClose={() => setOpen(false)} anchor={anchor} className="w-80 p-2">
        <ColumnPanel {...props} />
      </Popover>
    </>
  );
}
