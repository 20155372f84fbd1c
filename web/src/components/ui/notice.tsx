import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';

export function Notice({ tone = 'red', children }: { tone?: 'red' | 'green'; children: ReactNode }) {
  const Icon = tone === 'red' ? CircleAlert : CircleCheck;
  return (
    <p role={tone === 'red' ? 'alert' : 'status'} className={cn('flex items-start gap-2 rounded-lg px-3 py-2 text-sm', tone === 'red' ? 'bg-red-soft text-red-text' : 'bg-green-soft text-green-text')}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 stroke-[1.75]" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
