'use client';
import { useFormats } from '@/lib/format';
import type { Counts } from './import-api';

/** How many rows of each outcome. */
export function Figures({ counts }: { counts: Partial<Counts> }) {
  const formats = useFormats();
  const figures: [string, number | undefined][] = [['New', counts.creates], ['Changed', counts.updates], ['Unchanged', counts.unchanged], ['Refused', counts.refused]];
  if (counts.waiting) figures.push(['Waiting for a decision', counts.waiting]);
  if (counts.history) figures.push(['Past values', counts.history]);
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(120px,1fr))] gap-4">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt className="text-xs text-fg-3">{label}</dt>
          <dd className="num text-xl font-semibold">{formats.number(value ?? 0)}</dd>
        </div>
      ))}
    </dl>
  );
}
