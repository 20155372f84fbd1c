import { Minus, Plus } from 'lucide-react';
import { cn } from '@/lib/cn';
import type { Candidate } from '@/lib/duplicates-api';

export const percent = (score: number) => `${Math.floor(score * 100)} %`;

/** Why two records are thought to be the same, the strongest first. */
export function Reasons({ candidate }: { candidate: Candidate }) {
  return (
    <ul aria-label="Reasons" className="flex flex-wrap gap-1.5">
      {candidate.reasons.map(r => {
        const speaks = r.effect >= 0;
        const Sign = speaks ? Plus : Minus;
        return (
          <li key={r.field + r.text} className={cn('flex h-6 items-center gap-1 rounded-md px-2 text-xs', speaks ? 'bg-green-soft text-green-text' : 'bg-red-soft text-red-text')}>
            <Sign role="img" aria-label={speaks ? 'Speaks for it' : 'Speaks against it'} className="size-3" />{r.text}
          </li>
        );
      })}
    </ul>
  );
}
