'use client';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { messageOf } from '@/lib/problem';
import { caseOf, expectation, met, typedOf } from './case';
import { policy, policyKeys } from './policy-api';

export interface Example {
  facts: string;
  expected: string;
}

export const examplesOf = (details: Record<string, unknown>): Example[] =>
  (Array.isArray(details.examples) ? details.examples : []).map(e => ({ facts: String((e as Example | null)?.facts ?? ''), expected: String((e as Example | null)?.expected ?? '') }));

/** The cases kept with a policy, run now against its clause as it is written. */
export function Examples({ clause, reading, examples, onPick }: { clause: string; reading?: string; examples: Example[]; onPick: (typed: Record<string, string>) => void }) {
  const known = useQuery({ queryKey: policyKeys.facts, queryFn: policy.facts, staleTime: Infinity });
  const facts = known.data ?? [];
  const runs = useQueries({
    queries: examples.map(e => {
      const values = caseOf(typedOf(e.facts), facts);
      return { queryKey: policyKeys.attempt(clause, values, reading), queryFn: () => policy.tryClause(clause, values, reading), enabled: known.data !== undefined && clause.trim() !== '', retry: false };
    }),
  });
  if (examples.length === 0) return null;
  return (
    <section aria-label="Examples">
      <h2 className="mb-1.5 text-sm font-semibold">Examples</h2>
      <ul className="divide-y overflow-hidden rounded-xl border border-line bg-raised shadow-e1">
        {examples.map((e, at) => {
          const run = runs[at];
          const verdict = run?.data?.verdict;
          const right = verdict ? met(e.expected, verdict) : null;
          return (
            <li key={at}>
              <button type="button" onClick={() => onPick(typedOf(e.facts))} className="flex w-full items-start gap-2.5 px-3.5 py-2 text-left text-sm -outline-offset-2 hover:bg-subtle">
                {right === null ? <span aria-hidden className="mt-0.5 size-4" /> : right ? <Check role="img" aria-label="As expected" className="mt-0.5 size-4 shrink-0 text-green-text" /> : <X role="img" aria-label="Not as expected" className="mt-0.5 size-4 shrink-0 text-red-text" />}
                <span className="min-w-0 flex-1">
                  <span className="num block break-words">{e.facts}</span>
                  <span className="block text-xs text-fg-3">expects {e.expected}</span>
                  {right === false && verdict && <span className="block text-xs text-red-text">comes to {expectation(verdict)}</span>}
                  {run?.error && <span className="block text-xs text-red-text">{messageOf(run.error)}</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
