'use client';
import { useQuery } from '@tanstack/react-query';
import { BookOpen, ChevronDown, Copy, ExternalLink, MessageSquareWarning } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { Button, buttonStyle } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { api } from '@/lib/api';
import { cn } from '@/lib/cn';
import { today, useFormats } from '@/lib/format';
import { keys } from '@/lib/query-keys';
import { isMissing } from '@/lib/problem';
import { recordPath } from '@/lib/record-routes';
import { records, type AnyRecord, type RecordRef } from '@/lib/records-api';
import { can, useSession } from '@/lib/session';
import { useShortcuts } from '@/lib/shortcuts';
import type { Tone } from '@/lib/tone';
import type { Cited } from '../part';

const tones: Record<string, Tone> = { public: 'green', confidential: 'red' };
const entries = 'context_entries';
const named = (text: string) => text.charAt(0).toUpperCase() + text.slice(1).replaceAll('_', ' ');

interface ContextAnswerProps {
  cited: Cited[];
  /** The newest answer: its keys work, and contradictions are looked for at once. */
  open?: boolean;
}

/** An answer out of what the company knows: each quote with the entry that says it, and what is to be known of that entry. */
export function ContextAnswer({ cited, open = false }: ContextAnswerProps) {
  return (
    <div role="group" aria-label="Answer from what we know" className="flex flex-col gap-3">
      {cited.map((c, i) => <OneSource key={c.id} cited={c} keyboard={open && i === 0} look={open} />)}
    </div>
  );
}

/** The state of the entry now; null where it may not be read any more. */
function useEntry(id: string) {
  return useQuery({
    queryKey: keys.record('context_entry', id),
    queryFn: () => records.get(entries, id).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    }),
    staleTime: 30_000,
    retry: false,
  });
}

interface Contradiction {
  record: RecordRef;
  quote: string;
  why: string;
}

interface Check {
  sentences: { verdict: string; why: string; evidence: { record: RecordRef; quote: string }[] }[];
}

/** Other live entries that say otherwise than the quote, as the check of claims sees it. */
function useContradictions(cited: Cited, enabled: boolean) {
  return useQuery({
    queryKey: ['context', 'otherwise', cited.id, cited.version, cited.quote],
    enabled,
    staleTime: 5 * 60_000,
    retry: false,
    queryFn: async ({ signal }): Promise<Contradiction[]> => {
      const found = await api.post<Check>('/context/check', { text: cited.quote, audience: 'inside' }, { signal });
      const all = found.sentences.filter(s => s.verdict === 'contradicted').flatMap(s => s.evidence.map(e => ({ record: e.record, quote: e.quote, why: s.why })));
      return all.filter((c, at) => c.record.id !== cited.id && all.findIndex(o => o.record.id === c.record.id) === at);
    },
  });
}

function OneSource({ cited: c, keyboard, look }: { cited: Cited; keyboard: boolean; look: boolean }) {
  const router = useRouter();
  const session = useSession().data;
  const [why, setWhy] = useState(false);
  const entry = useEntry(c.id);
  const others = useContradictions(c, look || why);
  const gone = entry.data === null;
  const path = recordPath(c.type, c.id);
  const mayEdit = can(session, 'context_entry.update') && !session?.viewing_as;
  const wrong = mayEdit ? `${path}?edit=1` : `${path}?tab=comments`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`“${c.quote}” (${c.title}${c.version ? `, version ${c.version}` : ''})`);
      toast.ok('The quote is copied');
    } catch {
      toast.error(new Error('The browser did not allow to copy.'));
    }
  };
  useShortcuts({ o: () => router.push(path), y: () => void copy(), w: () => setWhy(!why) }, keyboard && !gone);
  return (
    <figure className="rounded-xl border border-line bg-raised shadow-e1">
      <blockquote className="border-l-2 border-accent px-3.5 pt-3 text-sm leading-[21px] break-words whitespace-pre-wrap [border-top-left-radius:10px]">{c.quote}</blockquote>
      <figcaption className="flex flex-col gap-2 px-3.5 pb-3 pt-2.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-fg-3">
          <BookOpen aria-hidden className="size-3.5 shrink-0 stroke-[1.75]" />
          {gone ? <span className="font-medium text-fg-2">{c.title}</span> : <Link href={path} className="min-w-0 font-medium break-words text-fg hover:underline">{c.title}</Link>}
          {c.version !== undefined && <span className="num">Version {c.version}</span>}
          {c.sensitivity && <Badge tone={tones[c.sensitivity] ?? 'neutral'}>{named(c.sensitivity)}</Badge>}
          {entry.data && <Held entry={entry.data} />}
        </p>
        {entry.data && <Changed entry={entry.data} cited={c} path={path} />}
        {gone && <p className="rounded-lg bg-amber-soft px-2.5 py-1.5 text-xs text-amber-text">This entry is not there any more, or you may not read it now.</p>}
        {(others.data ?? []).map(o => (
          <p key={o.record.id} className="rounded-lg bg-amber-soft px-2.5 py-1.5 text-xs text-amber-text">
            <Link href={recordPath(o.record.type, o.record.id)} className="font-medium underline underline-offset-2">{o.record.title}</Link> says otherwise: “{o.quote}”
          </p>
        ))}
        <div className="-ml-1 flex flex-wrap items-center gap-0.5">
          {!gone && <Link href={path} className={buttonStyle({ variant: 'ghost', size: 'xs' })}><ExternalLink />Open</Link>}
          <Button variant="ghost" size="xs" onClick={() => void copy()}><Copy />Copy quote</Button>
          {!gone && <Link href={wrong} className={buttonStyle({ variant: 'ghost', size: 'xs' })} title={mayEdit ? 'Change the entry; where it is reviewed, the change is proposed' : 'Say so on the entry'}><MessageSquareWarning />This is wrong</Link>}
          <Button variant="ghost" size="xs" aria-expanded={why} onClick={() => setWhy(!why)}>Why this answer<ChevronDown className={cn('transition-transform', why && 'rotate-180')} /></Button>
        </div>
        {why && <Why cited={c} looking={others.isFetching} clear={others.data?.length === 0} failed={others.isError} />}
      </figcaption>
    </figure>
  );
}

/** Whether and since when it holds. */
function Held({ entry }: { entry: AnyRecord }) {
  const format = useFormats();
  const from = typeof entry.effective_from === 'string' ? entry.effective_from : null;
  const to = typeof entry.effective_to === 'string' ? entry.effective_to : null;
  const holds = entry.status === 'live' && (!from || from <= today(format.timeZone)) && (!to || to >= today(format.timeZone));
  if (!holds) return <Badge tone="amber">{entry.status === 'live' ? 'Not in force today' : named(String(entry.status ?? ''))}</Badge>;
  return <span>Live{from && <> since <span className="num">{format.date(from)}</span></>}{to && <> until <span className="num">{format.date(to)}</span></>}</span>;
}

function Changed({ entry, cited, path }: { entry: AnyRecord; cited: Cited; path: string }) {
  if (cited.version === undefined || entry.version <= cited.version) return null;
  const quote = cited.quote ?? '';
  const still = [entry.title, entry.body, JSON.stringify(entry.details ?? '')].some(text => typeof text === 'string' && text.includes(quote));
  return (
    <p className={cn('text-xs', still ? 'text-fg-3' : 'rounded-lg bg-amber-soft px-2.5 py-1.5 text-amber-text')}>
      Since then the entry has become version {entry.version}{still ? '; these words still stand in it.' : '; these words do not stand in it any more. '}
      {!still && <Link href={`${path}?tab=history`} className="font-medium underline underline-offset-2">See what changed</Link>}
    </p>
  );
}

function Why({ cited, looking, clear, failed }: { cited: Cited; looking: boolean; clear: boolean; failed: boolean }) {
  return (
    <ul className="flex list-disc flex-col gap-0.5 rounded-lg bg-subtle py-2 pl-6 pr-3 text-xs text-fg-2 marker:text-fg-3">
      <li>It is quoted word by word from this entry; nothing is added.</li>
      {cited.heading && <li>It stands under “{cited.heading.replaceAll('\n', ' › ')}”.</li>}
      {(cited.why ?? []).map(w => <li key={w}>{w}</li>)}
      <li>{looking ? 'Looking whether other entries say otherwise…' : failed ? 'Whether other entries say otherwise could not be checked.' : clear ? 'No other live entry was found to say otherwise.' : 'Other live entries say otherwise; see above.'}</li>
    </ul>
  );
}
