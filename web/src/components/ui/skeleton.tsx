import { cn } from '@/lib/cn';

export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn('skeleton block h-2.5', className)} />;
}

export function SkeletonRows({ rows = 6 }: { rows?: number }) {
  return (
    <div role="status" aria-label="Loading" className="flex flex-col gap-4 p-5">
      {Array.from({ length: rows }, (_, i) => (
        <Skeleton key={i} className={i % 3 === 0 ? 'w-1/3' : i % 3 === 1 ? 'w-2/3' : 'w-1/2'} />
      ))}
    </div>
  );
}
