import { cn } from '@/lib/cn';

export function Score({ value, className }: { value: number; className?: string }) {
  const tone = value > 74 ? 'bg-green' : value > 54 ? 'bg-amber' : 'bg-red';
  return (
    <span className={cn('flex items-center gap-2', className)}>
      <span aria-hidden className="h-1 w-14 overflow-hidden rounded-full bg-active">
        <span className={cn('block h-full rounded-full', tone)} style={{ width: `${Math.max(0, Math.min(100, value))}%` }} />
      </span>
      <span className="num text-fg-2">{Math.round(value)}</span>
    </span>
  );
}
