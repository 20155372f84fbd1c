import { cn } from '@/lib/cn';

/** Four bars and the figure; says in words what it is for those who cannot see bars. */
export function Confidence({ value, className }: { value: number | null | undefined; className?: string }) {
  if (value === null || value === undefined) return null;
  const percent = Math.round(value <= 1 ? value * 100 : value);
  return (
    <span className={cn('inline-flex items-center gap-1.5 text-xs text-fg-3', className)} title={`Confidence ${percent}%`}>
      <span className="flex items-end gap-[2px]" aria-hidden>
        {[30, 50, 70, 85].map((step, i) => (
          <span key={step} className={cn('w-[3px] rounded-full', percent >= step ? 'bg-fg-2' : 'bg-line-strong')} style={{ height: 4 + i * 2.5 }} />
        ))}
      </span>
      <span className="num"><span className="sr-only">Confidence </span>{percent}%</span>
    </span>
  );
}
