import { CircleAlert, Lock, RotateCw, SearchX, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { isDenied, isMissing, messageOf, Problem } from '@/lib/problem';
import { cn } from '@/lib/cn';
import { Button } from './button';

interface StateProps {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}

export function EmptyState({ icon: Icon, title, children, action, className }: StateProps) {
  return (
    <div className={cn('flex flex-col items-center justify-center gap-1 px-6 py-14 text-center', className)}>
      <span aria-hidden className="mb-2 grid size-10 place-items-center rounded-lg border border-line bg-subtle text-fg-3">
        <Icon className="size-[18px] stroke-[1.75]" />
      </span>
      <p className="text-sm font-semibold text-fg">{title}</p>
      {children && <p className="max-w-[44ch] text-sm text-fg-3">{children}</p>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

export function NoPermission({ children, className }: { children?: ReactNode; className?: string }) {
  return (
    <EmptyState icon={Lock} title="You cannot see this" className={className}>
      {children ?? 'Your role does not include it. An owner or admin of the workspace can change that.'}
    </EmptyState>
  );
}

/** The one place that turns a failed request into a page or panel state. */
export function ErrorState({ error, retry, className }: { error: unknown; retry?: () => void; className?: string }) {
  if (isDenied(error)) return <NoPermission className={className} />;
  if (isMissing(error)) {
    return (
      <EmptyState icon={SearchX} title="Not found" className={className}>
        It was deleted, moved to the bin, or never existed.
      </EmptyState>
    );
  }
  const id = error instanceof Problem ? error.requestId : undefined;
  return (
    <div role="alert">
      <EmptyState
        icon={CircleAlert}
        title="This did not load"
        className={className}
        action={retry && <Button onClick={retry}><RotateCw />Try again</Button>}
      >
        {messageOf(error)}
        {id && <span className="mt-1 block text-xs">Request {id}</span>}
      </EmptyState>
    </div>
  );
}
