'use client';
import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { cn } from '@/lib/cn';

export interface PopoverProps {
  open: boolean;
  onClose: () => void;
  anchor: RefObject<HTMLElement | null>;
  align?: 'start' | 'end';
  side?: 'bottom' | 'top';
  /** At least as wide as what it hangs on. */
  matchWidth?: boolean;
  className?: string;
  children: ReactNode;
}

const gap = 4;
const edge = 8;

function place(box: HTMLElement, anchor: HTMLElement, align: 'start' | 'end', side: 'bottom' | 'top', matchWidth?: boolean) {
  const at = anchor.getBoundingClientRect();
  if (matchWidth) box.style.minWidth = `${at.width}px`;
  const { offsetWidth: width, offsetHeight: height } = box;
  const roomBelow = innerHeight - at.bottom - gap - edge;
  const roomAbove = at.top - gap - edge;
  const above = side === 'top' ? roomAbove >= height || roomAbove > roomBelow : roomBelow < height && roomAbove > roomBelow;
  const left = align === 'end' ? at.right - width : at.left;
  box.style.left = `${Math.max(edge, Math.min(left, innerWidth - width - edge))}px`;
  box.style.top = above ? `${Math.max(edge, at.top - gap - height)}px` : `${Math.min(at.bottom + gap, Math.max(edge, innerHeight - height - edge))}px`;
}

/** Floats in the browser's top layer, so nothing clips it, inside a dialog too. Focus goes back to the anchor on Escape. */
export function Popover({ open, ...rest }: PopoverProps) {
  return open ? <Floating {...rest} /> : null;
}

function Floating({ onClose, anchor, align = 'start', side = 'bottom', matchWidth, className, children }: Omit<PopoverProps, 'open'>) {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useLayoutEffect(() => {
    const el = box.current;
    if (!el || !anchor.current) return;
    el.showPopover?.();
    const again = () => anchor.current && place(el, anchor.current, align, side, matchWidth);
    again();
    const grown = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(again);
    grown?.observe(el);
    addEventListener('resize', again);
    addEventListener('scroll', again, true);
    return () => {
      grown?.disconnect();
      removeEventListener('resize', again);
      removeEventListener('scroll', again, true);
    };
  }, [anchor, align, side, matchWidth]);
  useEffect(() => {
    const outside = (e: PointerEvent) => {
      const target = e.target as Node;
      if (!box.current?.contains(target) && !anchor.current?.contains(target)) close.current();
    };
    document.addEventListener('pointerdown', outside, true);
    return () => document.removeEventListener('pointerdown', outside, true);
  }, [anchor]);
  return (
    <div
      ref={box}
      popover="manual"
      onKeyDown={e => {
        if (e.key !== 'Escape') return;
        e.preventDefault();
        e.stopPropagation();
        onClose();
        anchor.current?.focus();
      }}
      className={cn('fixed inset-auto z-50 m-0 max-h-[min(420px,80dvh)] overflow-y-auto rounded-xl bg-raised p-1 text-fg shadow-e3 animate-[pop_.12s_var(--ease-out)]', className)}
    >
      {children}
    </div>
  );
}
