'use client';
import { cloneElement, useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from 'react';

interface TipProps {
  label: ReactNode;
  keys?: string;
  side?: 'top' | 'bottom';
  children: ReactElement<Record<string, unknown>>;
}

/** Shows on hover after a moment and at once on keyboard focus; never the only place of a name. */
export function Tip({ label, keys, side = 'bottom', children }: TipProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLElement | null>(null);
  const box = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    const el = box.current;
    const at = anchor.current?.getBoundingClientRect();
    if (!open || !el || !at) return;
    el.showPopover?.();
    const left = at.left + at.width / 2 - el.offsetWidth / 2;
    el.style.left = `${Math.max(6, Math.min(left, innerWidth - el.offsetWidth - 6))}px`;
    el.style.top = side === 'top' ? `${at.top - el.offsetHeight - 6}px` : `${at.bottom + 6}px`;
  }, [open, side]);
  const show = (e: { currentTarget: unknown }, wait: number) => {
    anchor.current = e.currentTarget as HTMLElement;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(true), wait);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setOpen(false);
  };
  return (
    <>
      {cloneElement(children, {
        onPointerEnter: (e: PointerEvent) => e.pointerType !== 'touch' && show(e, 450),
        onPointerLeave: hide,
        onPointerDown: hide,
        onFocus: (e: FocusEvent) => (e.target as Element).matches(':focus-visible') && show(e, 0),
        onBlur: hide,
        'aria-describedby': open ? id : undefined,
      })}
      {open && (
        <span ref={box} id={id} role="tooltip" popover="manual" className="pointer-events-none fixed inset-auto z-50 m-0 flex items-center gap-2 rounded-md bg-fg px-2 py-1 text-xs font-medium text-surface shadow-e2 animate-[fade_.1s]">
          {label}
          {keys && <span className="opacity-70">{keys}</span>}
        </span>
      )}
    </>
  );
}
