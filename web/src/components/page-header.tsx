import type { ReactNode } from 'react';

/** The bar at the top of every page; leaves room for the navigation button on a phone. */
export function PageHeader({ title, count, children }: { title: ReactNode; count?: ReactNode; children?: ReactNode }) {
  return (
    <header className="flex h-11 shrink-0 items-center gap-2 border-b pl-5 pr-2.5 max-md:h-12 max-md:pl-12">
      <h1 className="min-w-0 truncate text-sm font-semibold">{title}</h1>
      {count !== undefined && <span className="num text-xs text-fg-3">{count}</span>}
      <div className="ml-auto flex items-center gap-1.5">{children}</div>
    </header>
  );
}
