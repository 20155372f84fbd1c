'use client';
import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { cn } from '@/lib/cn';

export interface TabItem {
  value: string;
  label: ReactNode;
  content: ReactNode;
}

interface TabsProps {
  label: string;
  tabs: TabItem[];
  value: string;
  onChange: (value: string) => void;
  /** Shown at the right end of the row of tabs. */
  aside?: ReactNode;
  className?: string;
  panelClassName?: string;
}

export function Tabs({ label, tabs, value, onChange, aside, className, panelClassName }: TabsProps) {
  const id = useId();
  const current = tabs.find(t => t.value === value) ?? tabs[0];
  const onKeyDown = (e: KeyboardEvent<HTMLDivElement>) => {
    const at = tabs.findIndex(t => t.value === current?.value);
    const to = { ArrowRight: (at + 1) % tabs.length, ArrowLeft: (at - 1 + tabs.length) % tabs.length, Home: 0, End: tabs.length - 1 }[e.key];
    const next = to === undefined ? undefined : tabs[to];
    if (!next) return;
    e.preventDefault();
    onChange(next.value);
    document.getElementById(`${id}-${next.value}`)?.focus();
  };
  return (
    <div className={cn('flex min-h-0 min-w-0 flex-1 flex-col', className)}>
      <div className="hide-scroll sticky top-0 z-10 flex shrink-0 items-center border-b bg-surface px-3 max-md:overflow-x-auto">
        <div role="tablist" aria-label={label} onKeyDown={onKeyDown} className="flex gap-0.5">
          {tabs.map(t => (
            <button
              key={t.value}
              type="button"
              role="tab"
              id={`${id}-${t.value}`}
              aria-selected={t === current}
              aria-controls={`${id}-panel`}
              tabIndex={t === current ? 0 : -1}
              onClick={() => onChange(t.value)}
              className="relative flex h-10 items-center gap-1.5 whitespace-nowrap rounded-md px-2.5 text-sm font-medium text-fg-3 -outline-offset-4 transition-colors select-none hover:text-fg aria-selected:text-fg aria-selected:after:absolute aria-selected:after:inset-x-0 aria-selected:after:bottom-0 aria-selected:after:h-0.5 aria-selected:after:rounded-full aria-selected:after:bg-fg [&_svg]:size-4 [&_svg]:stroke-[1.75]"
            >
              {t.label}
            </button>
          ))}
        </div>
        {aside && <div className="ml-auto flex items-center gap-1 pl-3">{aside}</div>}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current?.value}`} tabIndex={0} className={cn('min-h-0 flex-1 overflow-y-auto -outline-offset-2', panelClassName)}>
        {current?.content}
      </div>
    </div>
  );
}
