import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/cn';

export function Card({ className, ...rest }: ComponentProps<'section'>) {
  return <section className={cn('rounded-xl border border-line bg-raised shadow-e1', className)} {...rest} />;
}

export function SectionTitle({ children, aside, className }: { children: ReactNode; aside?: ReactNode; className?: string }) {
  return (
    <div className={cn('flex h-8 items-center justify-between gap-2 [&_[data-edge]]:-mr-2', className)}>
      <h2 className="text-sm font-semibold text-fg">{children}</h2>
      {aside && <div className="flex items-center gap-1 text-xs text-fg-3">{aside}</div>}
    </div>
  );
}
