'use client';
import { useMutation } from '@tanstack/react-query';
import { Sparkles } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { messageOf } from '@/lib/problem';
import type { Details } from '../entry/details';
import { examplesOf } from './examples';
import { policy } from './policy-api';

interface AskModelProps {
  clause: string;
  details: Details;
  reading: string | undefined;
  onDetails: (details: Details) => void;
}

/** A clause that stays text may be read by a model. What it reads is a proposal, kept with the entry only when it is taken over. */
export function AskModel({ clause, details, reading, onDetails }: AskModelProps) {
  const ask = useMutation({ mutationFn: () => policy.read(clause, examplesOf(details)), onSuccess: read => read.reading && onDetails({ ...details, reading: read.reading }) });
  if (reading) {
    return <p className="flex flex-wrap items-center gap-2 text-xs text-fg-3">Read by a model. Check the examples before you save.<Button size="xs" onClick={() => onDetails(Object.fromEntries(Object.entries(details).filter(([name]) => name !== 'reading')) as Details)}>Take out</Button></p>;
  }
  return (
    <div className="flex flex-col gap-1.5">
      <Button size="sm" className="self-start" busy={ask.isPending} onClick={() => ask.mutate()}><Sparkles />Let a model read it</Button>
      {ask.data && !ask.data.reading && <p role="status" className="text-xs text-fg-3">{ask.data.note}</p>}
      {ask.error && <p role="alert" className="text-xs text-red-text">{messageOf(ask.error)}</p>}
    </div>
  );
}
