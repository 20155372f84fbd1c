'use client';
import { History } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { Formats } from '@/lib/format';

/** Said wherever the past is shown, because nothing can be changed there. */
export function AsOfBanner({ what, at, format, onChange, onBack }: { what: string; at: string; format: Formats; onChange: () => void; onBack: () => void }) {
  return (
    <div role="status" className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b bg-amber-soft px-5 py-1 text-sm text-amber-text">
      <History aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0">{what} as of <span className="num font-medium">{format.instant(at)}</span>. Read only.</span>
      <span className="ml-auto flex gap-1.5">
        <Button onClick={onChange}>Another moment</Button>
        <Button onClick={onBack}>Back to now</Button>
      </span>
    </div>
  );
}
