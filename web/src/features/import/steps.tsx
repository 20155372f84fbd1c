'use client';
import { useEffect, useRef } from 'react';
import { cn } from '@/lib/cn';

const steps = ['Files', 'Mapping', 'Check', 'Import'];

/** How far an import is. */
export function Steps({ at }: { at: number }) {
  const box = useRef<HTMLOListElement>(null);
  const before = useRef(at);
  // What had the focus is gone with the step before: the next one is read and walked from its beginning.
  useEffect(() => {
    if (before.current !== at) box.current?.focus();
    before.current = at;
  }, [at]);
  return (
    <ol ref={box} tabIndex={-1} aria-label="Steps" className="mb-5 flex outline-none items-center gap-1.5 text-xs font-medium text-fg-3">
      {steps.map((name, i) => (
        <li key={name} aria-current={i === at ? 'step' : undefined} className={cn('flex items-center gap-1.5', i <= at && 'text-fg')}>
          {i > 0 && <span aria-hidden className="h-px w-5 bg-line-strong max-md:w-2.5" />}
          <span aria-hidden className={cn('num grid size-[18px] place-items-center rounded-full bg-hover text-2xs', i < at && 'bg-green-soft text-green-text', i === at && 'bg-accent text-accent-fg')}>{i + 1}</span>
          {name}
        </li>
      ))}
    </ol>
  );
}
