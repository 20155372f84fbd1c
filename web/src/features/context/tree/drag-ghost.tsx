import { Ban, CornerDownRight } from 'lucide-react';
import { cn } from '@/lib/cn';
import type { Drag } from './use-drag';
import { titleOf, type Index } from './tree-model';

/** What is carried, and what letting go here would do. */
export function DragGhost({ drag, index }: { drag: Drag; index: Index }) {
  const { target } = drag;
  const refused = target !== null && !target.ok && target.why !== '';
  const over = target?.ok ? index.get(target.over) : null;
  return (
    <div
      aria-hidden
      className="pointer-events-none fixed z-50 max-w-72 rounded-lg bg-raised px-2.5 py-1.5 text-sm shadow-e3"
      style={{ left: Math.min(drag.x + 14, innerWidth - 300), top: Math.min(drag.y + 12, innerHeight - 90) }}
    >
      <p className="truncate font-medium">{drag.title}</p>
      {refused && <p className="flex items-start gap-1.5 text-xs text-red-text"><Ban className="mt-0.5 size-3 shrink-0" />{target.why}</p>}
      {target?.ok && over && (
        <p className={cn('flex items-center gap-1.5 text-xs text-green-text')}>
          <CornerDownRight className="size-3 shrink-0" />
          <span className="truncate">{target.zone === 'into' ? 'Under' : target.zone === 'before' ? 'Before' : 'After'} “{titleOf(over.node)}”</span>
        </p>
      )}
    </div>
  );
}
