import { TriangleAlert } from 'lucide-react';
import { impactSentences } from './field-draft';
import type { Impact } from './schema-api';

const kindNames: Record<string, string> = { view: 'Saved view', formula: 'Formula', rollup: 'Roll-up', mask: 'Hidden field', condition: 'Condition', territory: 'Territory' };

/** Shown before anything is changed: what it means for the records there are, and what uses the field. */
export function ImpactNote({ impact }: { impact: Impact }) {
  const grave = impact.invalid > 0 || impact.used_in.length > 0;
  return (
    <div role="status" className={grave ? 'rounded-lg bg-amber-soft px-3 py-2.5 text-sm text-amber-text' : 'rounded-lg bg-subtle px-3 py-2.5 text-sm text-fg-2'}>
      <p className="flex items-center gap-1.5 font-medium">{grave && <TriangleAlert aria-hidden className="size-4 shrink-0" />}What this changes</p>
      {impactSentences(impact).map(s => <p key={s} className="mt-1">{s}</p>)}
      {impact.used_in.length > 0 && (
        <>
          <p className="mt-1.5">It is used in:</p>
          <ul className="mt-0.5 list-disc pl-5">{impact.used_in.map(u => <li key={u.kind + u.id}>{kindNames[u.kind] ?? u.kind}: {u.name}</li>)}</ul>
        </>
      )}
    </div>
  );
}
