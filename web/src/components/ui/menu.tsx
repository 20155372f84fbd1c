'use client';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode, cloneElement } from 'react';
import { cn } from '@/lib/cn';
import { Popover } from './popover';

interface TriggerProps {
  ref?: unknown;
  onClick?: () => void;
  'aria-haspopup'?: 'menu';
  'aria-expanded'?: boolean;
}

interface MenuProps {
  trigger: ReactElement<TriggerProps>;
  label: string;
  align?: 'start' | 'end';
  side?: 'bottom' | 'top';
  className?: string;
  children: ReactNode;
}

const items = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>('[role^=menuitem]:not([aria-disabled=true])') ?? [])];

export function Menu({ trigger, label, align, side, className, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLElement>(null);
  const close = () => setOpen(false);
  return (
    <>
      {cloneElement(trigger, { ref: anchor, onClick: () => setOpen(!open), 'aria-haspopup': 'menu', 'aria-expanded': open })}
      <Popover open={open} onClose={close} anchor={anchor} align={align} side={side} className={cn('min-w-44', className)}>
        <MenuList label={label} onDone={refocus => { close(); if (refocus) anchor.current?.focus(); }}>{children}</MenuList>
      </Popover>
    </>
  );
}

function MenuList({ label, onDone, children }: { label: string; onDone: (refocus: boolean) => void; children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => items(list.current)[0]?.focus(), []);
  const onKeyDown = (e: KeyboardEvent) => {
    const all = items(list.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: (at + 1) % all.length, ArrowUp: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1 }[e.key];
    if (to !== undefined) {
      e.preventDefault();
      all[to]?.focus();
    } else if (e.key === 'Tab') {
      onDone(false);
    } else if (e.key.length === 1 && /\S/.test(e.key)) {
      const letter = e.key.toLowerCase();
      [...all.slice(at + 1), ...all].find(i => i.textContent?.trim().toLowerCase().startsWith(letter))?.focus();
    }
  };
  return (
    <div ref={list} role="menu" aria-label={label} tabIndex={0} onKeyDown={onKeyDown} onClick={e => (e.target as Element).closest('[data-keep-open]') || onDone(true)} className="flex flex-col outline-none">
      {children}
    </div>
  );
}

export const menuItemStyle =
  'flex h-8 w-full items-center gap-2 rounded-md px-2 text-left text-sm text-fg outline-none hover:bg-hover focus:bg-active max-md:h-10 ' +
  '[&_svg]:size-4 [&_svg]:stroke-[1.75] [&_svg]:text-fg-3';

interface ItemProps {
  onSelect: () => void;
  danger?: boolean;
  disabled?: boolean;
  children: ReactNode;
}

export function MenuItem({ onSelect, danger, disabled, children }: ItemProps) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} aria-disabled={disabled} onClick={disabled ? undefined : onSelect} className={cn(menuItemStyle, danger && 'text-red-text [&_svg]:text-red-text', disabled && 'opacity-45')}>
      {children}
    </button>
  );
}

/** Stays open, so that several can be switched in one go. */
export function MenuCheck({ checked, onChange, children }: { checked: boolean; onChange: (next: boolean) => void; children: ReactNode }) {
  return (
    <button type="button" role="menuitemcheckbox" aria-checked={checked} tabIndex={-1} data-keep-open onClick={() => onChange(!checked)} className={menuItemStyle}>
      <span aria-hidden className={cn('grid size-4 place-items-center rounded-xs border border-line-strong text-[11px] leading-none', checked && 'border-accent bg-accent text-accent-fg')}>
        {checked ? '✓' : ''}
      </span>
      {children}
    </button>
  );
}

export function MenuSeparator() {
  return <div role="separator" className="my-1 h-px bg-line" />;
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <div role="presentation" className="px-2 pb-1 pt-1.5 text-2xs font-medium text-fg-3">{children}</div>;
}
