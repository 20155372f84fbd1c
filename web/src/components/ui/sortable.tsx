'use client';
import { GripVertical } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { cn } from '@/lib/cn';

export function moved<T>(list: T[], from: number, to: number): T[] {
  const next = [...list];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
}

interface SortableProps<T> {
  label: string;
  items: T[];
  keyOf: (item: T) => string;
  nameOf: (item: T) => string;
  onOrder: (items: T[]) => void;
  disabled?: boolean;
  className?: string;
  children: (item: T, index: number) => ReactNode;
}

/** A list whose order is changed by dragging the handle, or by the arrow keys while the handle has the focus. */
export function Sortable<T>({ label, items, keyOf, nameOf, onOrder, disabled, className, children }: SortableProps<T>) {
  const [from, setFrom] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(items.length);
  // What was added last begins without a name, wherever it stands.
  useEffect(() => {
    const inputs = [...(list.current?.querySelectorAll('li') ?? [])].map(li => li.querySelector('input'));
    if (items.length === before.current + 1) inputs.find(i => i?.value === '')?.focus();
    before.current = items.length;
  }, [items.length]);
  const move = (at: number, to: number) => {
    const item = items[at];
    if (item === undefined || to < 0 || to >= items.length || to === at) return;
    onOrder(moved(items, at, to));
    setSaid(`${nameOf(item)} is now ${to + 1} of ${items.length}`);
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('[data-handle]')[to]?.focus());
  };
  const end = () => {
    setFrom(null);
    setOver(null);
  };
  return (
    <>
      <ul ref={list} aria-label={label} className={cn('divide-y', className)}>
        {items.map((item, at) => (
          <li
            key={keyOf(item)}
            draggable={from === at}
            onDragStart={e => {
              e.dataTransfer.effectAllowed = 'move';
              e.dataTransfer.setData('text/plain', nameOf(item));
            }}
            onDragOver={e => {
              if (from === null) return;
              e.preventDefault();
              setOver(at);
            }}
            onDrop={e => {
              e.preventDefault();
              if (from !== null) move(from, at);
              end();
            }}
            onDragEnd={end}
            className={cn('flex items-start gap-2 px-3 py-2', from === at && 'opacity-50', over === at && from !== at && 'bg-accent-soft')}
          >
            {!disabled && (
              <button
                type="button"
                data-handle
                aria-label={`Move ${nameOf(item)}, ${at + 1} of ${items.length}. Arrow keys change the order.`}
                onPointerDown={() => setFrom(at)}
                onPointerUp={() => setFrom(null)}
                onKeyDown={e => {
                  const step = { ArrowUp: -1, ArrowDown: 1 }[e.key];
                  if (!step) return;
                  e.preventDefault();
                  move(at, at + step);
                }}
                className="mt-1 grid size-6 shrink-0 cursor-grab touch-none place-items-center rounded-sm text-fg-3 hover:bg-hover max-md:size-9"
              >
                <GripVertical aria-hidden className="size-3.5" />
              </button>
            )}
            <div className="min-w-0 flex-1">{children(item, at)}</div>
          </li>
        ))}
      </ul>
      <p role="status" className="sr-only">{said}</p>
    </>
  );
}
