'use client';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { checkKeys, checkPart, type Report, type Scope } from './claims-api';
import { carried, findingsOf, partsOf, type Finding, type TextPart } from './findings';

const wait = 500;
const atOnce = 2;
const keepFor = 10 * 60_000;

let running = 0;
const waiting: (() => void)[] = [];

/** A long text is many questions; two at a time leave room for everybody else. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  while (running >= atOnce) await new Promise<void>(go => waiting.push(go));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

function useSettled(text: string, still: boolean) {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    if (still) return;
    const timer = setTimeout(() => setSettled(text), wait);
    return () => clearTimeout(timer);
  }, [text, still]);
  return [settled, setSettled] as const;
}

interface Joined {
  sentences: Report['sentences'];
  done: number;
  note: string | null;
  modelNote: string | null;
  /** There is a model that may be asked. */
  model: boolean;
  error: unknown;
  again: () => void;
}

/** Places of a part become places of the whole text. */
function joined(parts: TextPart[], answers: { data?: Report; error: unknown; refetch: () => unknown }[]): Joined {
  const sentences: Report['sentences'] = [];
  let done = 0;
  let note: string | null = null;
  let modelNote: string | null = null;
  let model = false;
  answers.forEach((answer, i) => {
    const by = parts[i]?.start ?? 0;
    if (!answer.data) return;
    done++;
    note ??= answer.data.note;
    modelNote ??= answer.data.model.note;
    model ||= answer.data.model.available;
    for (const one of answer.data.sentences) {
      sentences.push({
        ...one,
        start: one.start + by,
        end: one.end + by,
        against: one.against && { ...one.against, start: one.against.start + by, end: one.against.end + by },
        suggestions: one.suggestions.map(s => ({ ...s, start: s.start + by, end: s.end + by })),
      });
    }
  });
  const failed = answers.filter(a => a.error);
  return { sentences, done, note, modelNote, model, error: failed[0]?.error ?? null, again: () => failed.forEach(a => void a.refetch()) };
}

export interface Check {
  findings: Finding[];
  figures: Report['figures'] | undefined;
  note: string | null;
  modelNote: string | null;
  /** Asks the language model about what stands there; null where there is none, or it was asked. */
  ask: (() => void) | null;
  done: number;
  parts: number;
  busy: boolean;
  error: unknown;
  again: () => void;
  /** Checks what stands there, where that does not happen by itself. */
  now: () => void;
}

/** Holds a text against what is known, part by part, once it has not been changed for a moment; what is the same as before is not asked again. */
export function useCheck(text: string, scope: Scope, byItself: boolean, enabled: boolean): Check {
  const [settled, settle] = useSettled(text, !byItself);
  const parts = useMemo(() => partsOf(settled), [settled]);
  // What was put to the model stays so until it is changed; nothing is put to it while somebody types.
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const any = enabled && settled.trim() !== '';
  const join = useCallback((answers: Parameters<typeof joined>[1]) => joined(parts, answers), [parts]);
  const claims = useQueries({
    queries: parts.map(part => ({
      queryKey: checkKeys.part({ ...part, only: 'claims', model: asked.has(part.text) }, scope),
      queryFn: ({ signal }: { signal: AbortSignal }) => inTurn(() => checkPart({ text: part.text, before: part.before, only: 'claims', model: asked.has(part.text) }, scope, signal)),
      enabled: any,
      staleTime: keepFor,
      gcTime: keepFor,
      retry: false,
    })),
    combine: join,
  });
  const wording = useQuery({
    queryKey: checkKeys.part({ text: settled, only: 'wording', model: false }, scope),
    queryFn: ({ signal }) => inTurn(() => checkPart({ text: settled, only: 'wording', model: false }, scope, signal)),
    enabled: any,
    staleTime: keepFor,
    gcTime: 60_000,
    retry: false,
  });
  const found = useMemo(
    () => (any ? findingsOf(settled, { sentences: claims.sentences, brand: wording.data?.brand ?? [] }) : []),
    [any, settled, claims.sentences, wording.data],
  );
  const findings = useMemo(() => carried(found, settled, text), [found, settled, text]);
  return {
    findings,
    figures: any ? wording.data?.figures : undefined,
    note: any ? claims.note : null,
    modelNote: any ? claims.modelNote : null,
    ask: any && claims.model && parts.some(part => !asked.has(part.text)) ? () => setAsked(new Set(parts.map(part => part.text))) : null,
    done: claims.done,
    parts: parts.length,
    busy: any && (claims.done < parts.length || wording.isPending) && !claims.error && !wording.error,
    error: any ? (claims.error ?? wording.error) : null,
    again: () => {
      claims.again();
      if (wording.error) void wording.refetch();
    },
    now: () => settle(text),
  };
}
