'use client';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { messageOf } from '@/lib/problem';
import { cn } from '@/lib/cn';

interface Toast {
  id: number;
  text: string;
  tone: 'ok' | 'error';
  action?: { label: string; run: () => void };
}

let toasts: Toast[] = [];
let count = 0;
const changed = new EventTarget();
const none: Toast[] = [];

function set(next: Toast[]) {
  toasts = next;
  changed.dispatchEvent(new Event('change'));
}

function add(text: string, tone: Toast['tone'], action?: Toast['action']) {
  const id = ++count;
  set([...toasts.slice(-2), { id, text, tone, action }]);
  setTimeout(() => dismiss(id), action ? 9_000 : tone === 'error' ? 8_000 : 4_000);
  return id;
}

const dismiss = (id: number) => set(toasts.filter(t => t.id !== id));

export const toast = {
  ok: (text: string, action?: Toast['action']) => add(text, 'ok', action),
  error: (error: unknown) => add(typeof error === 'string' ? error : messageOf(error), 'error'),
  clear: () => set([]),
};

const subscribe = (tell: () => void) => {
  changed.addEventListener('change', tell);
  return () => changed.removeEventListener('change', tell);
};

/** In the top layer, so that messages are seen over an open dialog too. */
export function Toaster() {
  const list = useSyncExternalStore(subscribe, () => toasts, () => none);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.hidePopover?.();
    if (list.length) box.current?.showPopover?.();
  }, [list]);
  return (
    <div ref={box} popover="manual" role="status" aria-live="polite" className="pointer-events-none fixed inset-auto bottom-4 right-4 m-0 flex-col gap-2 bg-transparent p-1 open:flex max-md:left-3 max-md:right-3">
      {list.map(t => (
        <div key={t.id} className="pointer-events-auto flex max-w-[380px] items-center gap-2.5 rounded-xl bg-raised py-2.5 pl-3 pr-2 text-sm text-fg shadow-e3 animate-[slide-in_.18s_var(--ease-out)]">
          {t.tone === 'ok' ? <CircleCheck className="size-4 shrink-0 text-green-text" /> : <CircleAlert className="size-4 shrink-0 text-red-text" />}
          <span className="min-w-0 flex-1">{t.text}</span>
          {t.action && (
            <button type="button" onClick={() => { t.action?.run(); dismiss(t.id); }} className="rounded-md px-2 py-1 text-xs font-medium text-accent-text hover:bg-hover">
              {t.action.label}
            </button>
          )}
          <button type="button" aria-label="Dismiss" onClick={() => dismiss(t.id)} className={cn('grid size-6 shrink-0 place-items-center rounded-md text-fg-3 hover:bg-hover')}>
            <X className="size-3.5" />
          </button>
        </div>
      ))}
    </div>
  );
}
