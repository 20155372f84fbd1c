'use client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { recordPath } from '@/lib/record-routes';
import { isMissing, messageOf } from '@/lib/problem';
import type { Tone } from '@/lib/tone';
import { entryType } from '../names';
import { written } from './case';
import { policy, policyKeys, type PolicyFinding } from './policy-api';

const kinds: Record<PolicyFinding['finding'], [string, Tone]> = { conflict: ['Conflict', 'red'], gap: ['Gap', 'amber'], overlap: ['Overlap', 'neutral'], uncompared: ['Not compared', 'amber'] };

/** Where live policies contradict each other, leave a gap or say the same twice; those of one entry, where it is named. */
export function Findings({ entry }: { entry?: string }) {
  const found = useQuery({ queryKey: policyKeys.findings, queryFn: policy.findings });
  if (isMissing(found.error)) return null;
  if (found.error) return <p className="text-sm text-red-text">{messageOf(found.error)}</p>;
  if (!found.data) return null;
  const list = found.data.filter(f => !entry || f.entries.some(e => e.id === entry));
  return (
    <section aria-label="Beside other policies">
      <h2 className="mb-1.5 text-sm font-semibold">Beside other policies</h2>
      {list.length === 0 ? <p className="text-sm text-fg-3">No conflict, gap or overlap with another live policy.</p> : <FindingList list={list} entry={entry} />}
    </section>
  );
}

/** @param entry is not named again */
export function FindingList({ list, entry }: { list: PolicyFinding[]; entry?: string }) {
  if (list.length === 0) return null;
  return (
    <ul aria-label="Findings" className="flex flex-col gap-2">
      {list.map((f, at) => {
        const [label, tone] = kinds[f.finding];
        return (
          <li key={at} className="flex flex-col gap-1 rounded-lg border border-line bg-raised px-3 py-2 text-sm">
            <span className="flex items-start gap-2"><Badge tone={tone}>{label}</Badge><span className="min-w-0 flex-1 break-words">{f.text}</span></span>
            {Object.keys(f.where).length > 0 && <span className="num text-xs text-fg-3">For example {written(f.where)}</span>}
            <span className="flex flex-wrap gap-x-3 text-xs">
              {f.entries.filter(e => e.id !== entry).map(e => <Link key={e.id} href={recordPath(entryType, e.id)} className="text-accent-text hover:underline">{e.title}</Link>)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
