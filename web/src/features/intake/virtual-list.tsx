'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import { cn } from '@/lib/cn';

interface VirtualListProps<T> {
  label: string;
  items: T[];
  keyOf: (item: T) => string;
  children: (item: T, at: number) => ReactNode;
  /** Height of a line before it is measured. */
  height?: number;
  /** The line that is kept in view. */
  shown?: string | null;
  more?: () => void;
  className?: string;
}

const near = 10;

/** Only the lines in view stand in the page, each as high as it needs to be; the next ones are asked for before the end is reached. */
export function VirtualList<T>({ label, items, keyOf, children, height = 56, shown, more, className }: VirtualListProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 6,
    getItemKey: at => keyOf(items[at] as T),
  });
  const drawn = rows.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= items.length - near) more();
  }, [more, last, items.length]);
  const at = shown ? items.findIndex(item => keyOf(item) === shown) : -1;
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
    // The list itself is new with each page; only another place moves it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [at]);
  return (
    <div ref={box} tabIndex={0} role="region" aria-label={`${label}, list`} className={cn('min-h-0 overflow-y-auto -outline-offset-2', className)}>
      <ul aria-label={label} className="relative" style={{ height: rows.getTotalSize() }}>
        {drawn.map(row => (
          <li key={row.key} ref={rows.measureElement} data-index={row.index} className="absolute inset-x-0 top-0 border-b" style={{ transform: `translateY(${row.start}px)` }}>
            {children(items[row.index] as T, row.index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
