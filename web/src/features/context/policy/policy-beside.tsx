'use client';
import { useQuery } from '@tanstack/react-query';
import { Gavel } from 'lucide-react';
import { useEffect, useState } from 'react';
import { SkeletonRows } from '@/components/ui/skeleton';
import { isMissing, messageOf } from '@/lib/problem';
import { cn } from '@/lib/cn';
import type { Details } from '../entry/details';
import { AskModel } from './ask-model';
import { CompiledView } from './compiled-view';
import { Guessed } from './confirm-reading';
import { Examples, examplesOf } from './examples';
import { FindingList } from './findings';
import { policy, policyKeys } from './policy-api';
import { TryCase } from './try-case';

function useSettled(text: string, wait: number) {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), wait);
    return () => clearTimeout(timer);
  }, [text, wait]);
  return settled;
}

interface PolicyBesideProps {
  /** The entry that is edited; none while it is new. */
  entry?: string;
  details: Details;
  onDetails: (details: Details) => void;
}

/** While a clause is written: what it becomes, and what it says of cases. */
export function PolicyBeside({ entry, details, onDetails }: PolicyBesideProps) {
  const text = useSettled(String(details.clause ?? '').trim(), 350);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const reading = typeof details.reading === 'string' && details.reading !== '' ? details.reading : undefined;
  const confirmed = typeof details.confirmed === 'string' && details.confirmed !== '' ? details.confirmed : undefined;
  const compiled = useQuery({ queryKey: policyKeys.compiled(text, entry, reading, confirmed), queryFn: ({ signal }) => policy.compile(text, entry, reading, confirmed, signal), enabled: text !== '', placeholderData: before => before, retry: false, staleTime: 60_000 });
  const now = text === '' ? undefined : compiled.data;
  // A server that compiles no clauses keeps them as text.
  if (isMissing(compiled.error)) return null;
  return (
    <>
      <section aria-label="What it becomes" className="flex flex-col gap-2">
        <h2 className="flex items-center gap-2 text-sm font-semibold"><Gavel aria-hidden className="size-4 stroke-[1.75] text-fg-3" />What it becomes</h2>
        <div role="status" className={cn('flex flex-col gap-2 transition-opacity', compiled.isFetching && 'opacity-70')}>
          {text === '' && <p className="text-sm text-fg-3">Write the clause as you would say it: “A discount above 15 % needs the sales lead.”</p>}
          {text !== '' && compiled.isPending && <SkeletonRows rows={2} />}
          {text !== '' && compiled.error && <p className="text-sm text-red-text">{messageOf(compiled.error)}</p>}
          {now && <CompiledView compiled={now} />}
          {now && <Guessed compiled={now} onConfirm={confirmation => onDetails({ ...details, confirmed: confirmation })} />}
          {now && <FindingList list={now.findings ?? []} />}
        </div>
        {now && (now.text_only || reading) && <AskModel clause={text} details={details} reading={reading} onDetails={onDetails} />}
      </section>
      {now && !now.text_only && <TryCase compiled={now} reading={reading} typed={typed} onType={setTyped} onKeep={example => onDetails({ ...details, examples: [...examplesOf(details), example] })} />}
      {now && <Examples clause={text} reading={reading} examples={examplesOf(details)} onPick={setTyped} />}
    </>
  );
}
