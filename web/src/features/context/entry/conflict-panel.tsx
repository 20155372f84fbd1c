'use client';
import { Check, TriangleAlert } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { detailText, words } from './details';
import { DiffText } from './diff-text';
import type { Conflict } from './merge';

interface ConflictPanelProps {
  conflicts: Conflict[];
  /** Fields that only somebody else changed, taken over already. */
  taken: string[];
  who: string;
  onKeep: (conflict: Conflict) => void;
  onTake: (conflict: Conflict) => void;
}

const label = (field: string) => words(field.replace(/^details\./, '').replace(/_id(s?)$/, '$1'));
const text = (value: unknown) => detailText(value) || 'Empty';

/** Somebody saved while this was written: nothing of either is lost, and what both changed is decided here. */
export function ConflictPanel({ conflicts, taken, who, onKeep, onTake }: ConflictPanelProps) {
  if (conflicts.length === 0 && taken.length === 0) return null;
  return (
    <Card role="region" aria-label="Changed meanwhile" className="overflow-hidden border-amber">
      <p role="alert" className="flex items-start gap-2 bg-amber-soft px-3.5 py-2.5 text-sm text-amber-text">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>
          {who} saved this entry while you were writing. What you wrote is still here.
          {taken.length > 0 && ` Taken over: ${taken.map(label).join(', ')}.`}
          {conflicts.length > 0 ? ' Choose for each field below, then save.' : ' Look at it, then save again.'}
        </span>
      </p>
      {conflicts.length > 0 && (
        <ul className="divide-y">
          {conflicts.map(c => (
            <li key={c.field} className="flex flex-col gap-2 px-3.5 py-3">
              <p className="text-xs font-medium text-fg-2">{label(c.field)}</p>
              <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
                <div className="flex min-w-0 flex-col gap-1.5">
                  <p className="text-2xs text-fg-3">Yours</p>
                  <p className="max-h-40 overflow-y-auto text-sm break-words whitespace-pre-wrap" tabIndex={0}>{text(c.mine)}</p>
                  <Button size="xs" className="self-start" onClick={() => onKeep(c)}><Check />Keep mine</Button>
                </div>
                <div className="flex min-w-0 flex-col gap-1.5">
                  <p className="text-2xs text-fg-3">Saved by {who}</p>
                  <p className="max-h-40 overflow-y-auto text-sm break-words whitespace-pre-wrap" tabIndex={0}><DiffText before={detailText(c.before)} after={detailText(c.theirs)} /></p>
                  <Button size="xs" className="self-start" onClick={() => onTake(c)}><Check />Take theirs</Button>
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
