'use client';
import { BadgeCheck, SearchCheck } from 'lucide-react';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { SkeletonRows } from '@/components/ui/skeleton';
import { VirtualList } from '@/features/intake/virtual-list';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { FindingCard } from './finding-card';
import type { Finding, FindingKind, Option } from './findings';
import type { Check } from './use-check';
import { kinds, looks } from './verdicts';

interface FindingsPanelProps {
  check: Check;
  empty: boolean;
  counts: Record<FindingKind, number>;
  shown: Finding[];
  hidden: ReadonlySet<FindingKind>;
  current: string | null;
  onToggle: (kind: FindingKind) => void;
  onPick: (key: string) => void;
  onReplace: (option: Option) => void;
}

/** What was found, one after the other, with counters that choose what is shown. */
export function FindingsPanel({ check, empty, counts, shown, hidden, current, onToggle, onPick, onReplace }: FindingsPanelProps) {
  const format = useFormats();
  const all = kinds.reduce((sum, kind) => sum + counts[kind], 0);
  return (
    <section aria-label="Findings" className="flex min-h-0 w-[400px] shrink-0 flex-col border-l bg-subtle max-lg:w-full max-lg:flex-1 max-lg:border-t max-lg:border-l-0">
      <div role="group" aria-label="Show" className="grid grid-cols-4 border-b bg-surface">
        {kinds.map(kind => {
          const Icon = looks[kind].icon;
          const off = hidden.has(kind);
          return (
            <button key={kind} type="button" aria-pressed={!off} onClick={() => onToggle(kind)} className={cn('flex flex-col items-center gap-0.5 px-1 py-2 -outline-offset-2 hover:bg-hover', off && 'text-fg-3')}>
              <span className={cn('num flex items-center gap-1 text-lg font-semibold', off ? 'text-fg-3' : counts[kind] > 0 ? looks[kind].text : 'text-fg-2')}><Icon aria-hidden className="size-4 stroke-[1.75]" />{format.number(counts[kind])}</span>
              <span className={cn('text-2xs', off ? 'line-through' : 'text-fg-2')}>{looks[kind].many}</span>
            </button>
          );
        })}
      </div>
      <Progress check={check} />
      {check.note && !empty && <p className="border-b bg-amber-soft px-3.5 py-2 text-xs text-amber-text">{check.note}</p>}
      {check.modelNote && !empty && <p role="status" className="border-b bg-violet-soft px-3.5 py-2 text-xs text-violet-text">{check.modelNote}</p>}
      {check.error != null && all === 0 && <ErrorState error={check.error} retry={check.again} />}
      {check.error == null && check.busy && all === 0 && <SkeletonRows rows={5} />}
      {empty && (
        <EmptyState icon={SearchCheck} title="Nothing to check yet" className="m-auto">
          Each sentence is held against the live entries: numbers, names, customers, and the words that the brand avoids.
        </EmptyState>
      )}
      {!empty && !check.busy && check.error == null && all === 0 && (
        <EmptyState icon={BadgeCheck} title="Nothing to say about it" className="m-auto">The text claims nothing that could be checked, and the brand has nothing against its words.</EmptyState>
      )}
      {all > 0 && shown.length === 0 && <p className="px-3.5 py-4 text-sm text-fg-3">All that was found is hidden by the counters above.</p>}
      {shown.length > 0 && (
        <VirtualList label="Findings" className="flex-1" items={shown} keyOf={f => f.key} height={62} shown={current}>
          {finding => <FindingCard finding={finding} open={finding.key === current} onOpen={() => onPick(finding.key)} onReplace={onReplace} />}
        </VirtualList>
      )}
    </section>
  );
}

function Progress({ check }: { check: Check }) {
  if (check.error != null && check.done > 0) {
    return (
      <p role="alert" className="flex items-center gap-2 border-b bg-red-soft px-3.5 py-2 text-xs text-red-text">
        <span className="min-w-0 flex-1">Not all of it could be checked.</span>
        <button type="button" onClick={check.again} className="rounded-md px-1.5 font-medium underline">Try again</button>
      </p>
    );
  }
  if (!check.busy || check.parts < 4) return <p role="status" className="sr-only">{check.busy ? 'Checking' : ''}</p>;
  return (
    <div className="border-b px-3.5 py-2">
      <p role="status" className="num mb-1 text-xs text-fg-2">Checked {check.done} of {check.parts} parts</p>
      <div role="progressbar" aria-label="Checking" aria-valuenow={check.done} aria-valuemin={0} aria-valuemax={check.parts} className="h-1 overflow-hidden rounded-full bg-hover">
        <div className="h-full rounded-full bg-accent transition-[width]" style={{ width: `${(100 * check.done) / check.parts}%` }} />
      </div>
    </div>
  );
}
