'use client';
import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode, type Ref } from 'react';
import { cn } from '@/lib/cn';
import { Button } from './button';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  /** The title is for screen readers only (command palette). */
  hideTitle?: boolean;
  className?: string;
  children: ReactNode;
}

/** The browser's modal dialog: focus trap, inert page and Escape come with it. */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <Modal {...rest} /> : null;
}

function Modal({ onClose, title, description, hideTitle, className, children }: Omit<DialogProps, 'open'>) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const el = box.current;
    const before = document.activeElement as HTMLElement | null;
    if (el && !el.open) el.showModal();
    // The browser would take the close button; a form begins with its first field.
    el?.querySelector<HTMLElement>('input:not([type=hidden], [hidden], [readonly]), textarea, select')?.focus();
    return () => {
      if (before?.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={box}
      aria-labelledby={id}
      onCancel={e => {
        e.preventDefault();
        onClose();
      }}
      onMouseDown={e => e.target === box.current && onClose()}
      className={cn(
        'fixed left-1/2 top-[12vh] m-0 max-h-[80dvh] w-[min(560px,calc(100vw-24px))] -translate-x-1/2 flex-col overflow-hidden rounded-2xl bg-raised p-0 text-left text-fg shadow-e3 outline-none open:flex',
        'animate-[fade_.14s] backdrop:animate-[fade_.12s] backdrop:bg-[oklch(0.2_0.02_264/0.28)] dark:backdrop:bg-black/55 max-md:top-[6vh] max-md:max-h-[88dvh]',
        className,
      )}
    >
      <div className={cn('flex shrink-0 items-start gap-3 px-5 pb-3 pt-4', hideTitle && 'sr-only')}>
        <div className="min-w-0 flex-1">
          <h2 id={id} className="text-lg font-semibold">{title}</h2>
          {description && <p className="mt-0.5 text-sm text-fg-3">{description}</p>}
        </div>
        {!hideTitle && (
          <Button variant="ghost" size="icon" aria-label="Close" onClick={onClose} className="-mr-2 -mt-0.5"><X /></Button>
        )}
      </div>
      {children}
    </dialog>
  );
}

export function DialogBody({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={cn('min-h-0 flex-1 overflow-y-auto px-5 pb-4', className)}>{children}</div>;
}

export function DialogFooter({ children, ref }: { children: ReactNode; ref?: Ref<HTMLDivElement> }) {
  return <div ref={ref} className="flex shrink-0 flex-wrap items-center justify-end gap-2 border-t bg-subtle px-5 py-3">{children}</div>;
}
