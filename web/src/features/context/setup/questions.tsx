'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CornerDownRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { inputStyle } from '@/components/ui/input';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { cn } from '@/lib/cn';
import { labelOf } from '../categories';
import { useEntryLabels } from '../entry/use-kinds';
import { CompiledView } from '../policy/compiled-view';
import { setup, setupKeys, type Question, type Questions as Asked, type WholeItem } from './setup-api';
import { TransferView } from './transfer-view';

const pause = 700;

/** Ten questions; beside each stands what the answer becomes. Nothing is live before somebody says so. */
export function Questions() {
  const client = useQueryClient();
  const found = useQuery({ queryKey: setupKeys.questions, queryFn: setup.questions });
  const [writing, setWriting] = useState<string | null>(null);
  const saved = (asked: Asked) => client.setQueryData(setupKeys.questions, asked);
  const apply = useMutation({
    mutationFn: ({ id, status }: { id: string; status: 'draft' | 'live' }) => setup.apply(id, status),
    onSuccess: t => {
      setWriting(t.id);
      void client.invalidateQueries({ queryKey: setupKeys.questions });
    },
    onError: toast.error,
  });
  if (writing) return <TransferView id={writing} mayWrite />;
  if (found.isPending) return <SkeletonRows rows={8} />;
  if (found.error) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  const { data, transfer_id: id } = found.data;
  const done = data.filter(q => q.answer || q.skipped).length;
  const entries = data.flatMap(q => q.items).filter(i => i.state !== 'refused').length;
  const wrong = data.flatMap(q => q.items).filter(i => i.state === 'refused').length;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex max-w-[1120px] flex-col gap-4 p-5 max-md:p-3.5">
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-72">
            <h2 className="text-lg font-semibold">What does your company know?</h2>
            <p className="max-w-[64ch] text-sm text-fg-2">Answer in your own words. Your answers are kept while you write; come back whenever you like.</p>
          </div>
          <p className="num text-xs text-fg-3">{done} of {data.length}</p>
          <div role="progressbar" aria-label="Answered" aria-valuemin={0} aria-valuemax={data.length} aria-valuenow={done} className="h-1.5 w-40 overflow-hidden rounded-full bg-hover"><span className="block h-full bg-accent transition-[width]" style={{ width: `${(done / data.length) * 100}%` }} /></div>
        </div>
        <ol aria-label="Questions" className="flex flex-col gap-3">
          {data.map((q, at) => <li key={q.question}><Ask question={q} number={at + 1} onSaved={saved} /></li>)}
        </ol>
        <div className="sticky bottom-0 -mx-1 flex flex-wrap items-center gap-2 rounded-xl border border-line bg-raised p-3 shadow-e2">
          <p className="min-w-0 flex-1 basis-52 text-sm text-fg-2">{entries === 0 ? 'Nothing is answered yet.' : `${entries} ${entries === 1 ? 'entry' : 'entries'} from your answers.`}{wrong > 0 && <span className="text-red-text"> {wrong} cannot be written yet.</span>} Nothing is live before you say so.</p>
          <Button size="md" disabled={!id || entries === 0} busy={apply.isPending && apply.variables.status === 'live'} onClick={() => id && apply.mutate({ id, status: 'live' })}>Write as live</Button>
          <Button size="md" variant="primary" disabled={!id || entries === 0} busy={apply.isPending && apply.variables.status === 'draft'} onClick={() => id && apply.mutate({ id, status: 'draft' })}>Write as drafts</Button>
        </div>
      </div>
    </div>
  );
}

function Ask({ question, number, onSaved }: { question: Question; number: number; onSaved: (asked: Asked) => void }) {
  const [text, setText] = useState(question.answer ?? '');
  const sent = useRef(question.answer ?? '');
  const save = useMutation({ mutationFn: ({ answer, skipped }: { answer: string; skipped: boolean }) => setup.answer(question.question, answer, skipped), onSuccess: onSaved, onError: toast.error });
  const { mutate } = save;
  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      mutate({ answer: text, skipped: false });
    }, pause);
    return () => clearTimeout(timer);
  }, [text, mutate]);
  const flush = () => {
    if (text === sent.current) return;
    sent.current = text;
    mutate({ answer: text, skipped: false });
  };
  return (
    <Card className="grid grid-cols-2 gap-x-6 gap-y-3 p-4 max-lg:grid-cols-1">
      <div className="flex flex-col gap-1.5">
        <label htmlFor={`q-${question.question}`} className="flex gap-2 text-sm font-semibold"><span className="num w-5 shrink-0 text-fg-3">{number}</span>{question.text}</label>
        <p id={`h-${question.question}`} className="pl-7 text-xs text-fg-3">{question.help}</p>
        <div className="flex flex-col gap-1.5 pl-7">
          <textarea
            id={`q-${question.question}`}
            aria-describedby={`h-${question.question}`}
            rows={3}
            maxLength={4000}
            value={text}
            placeholder={question.example}
            onChange={e => setText(e.target.value)}
            onBlur={flush}
            className={cn(inputStyle, 'h-auto min-h-20 resize-y py-2 leading-5')}
          />
          <div className="flex h-6 items-center gap-2 text-xs text-fg-3">
            {save.isPending ? <span role="status">Keeping…</span> : question.answer ? <span className="flex items-center gap-1"><CircleCheck aria-hidden className="size-3.5 text-green-text" />Kept</span> : question.skipped ? <span>Passed over</span> : null}
            {!text && !question.skipped && <Button variant="ghost" size="xs" className="-ml-2" onClick={() => mutate({ answer: '', skipped: true })}>Pass over<span className="sr-only"> question {number}</span></Button>}
          </div>
        </div>
      </div>
      <div className="min-w-0 lg:border-l lg:pl-6" aria-live="polite">
        {question.items.length === 0
          ? <p className="flex h-full items-center text-xs text-fg-3">{question.skipped ? 'Left empty for now.' : 'What your answer becomes stands here.'}</p>
          : <ul aria-label={`Entries from question ${number}`} className="flex flex-col gap-2">{question.items.map(i => <li key={i.position}><Proposed item={i} /></li>)}</ul>}
      </div>
    </Card>
  );
}

/** An entry as it would be written; drafts are drawn with a dashed line. */
function Proposed({ item }: { item: WholeItem }) {
  const label = useEntryLabels();
  return (
    <div className="rounded-lg border border-dashed border-line-strong p-3">
      <p className="flex flex-wrap items-center gap-1.5 text-2xs text-fg-3"><Badge>{labelOf(item.category)}</Badge>{label('kind', item.kind)}{item.state === 'changed' && <Badge tone="accent">Changes an entry</Badge>}</p>
      <p className="mt-1.5 text-sm font-medium break-words">{item.title}</p>
      {item.body && <p className="mt-0.5 line-clamp-3 text-sm break-words whitespace-pre-wrap text-fg-2">{item.body}</p>}
      {item.reason && <p className="mt-1 text-xs text-red-text">{item.reason}</p>}
      {item.compiled ? <div className="mt-2"><CompiledView compiled={item.compiled} /></div> : item.reasons.map(r => <p key={r} className="mt-1 flex items-center gap-1.5 text-xs text-fg-3"><CornerDownRight aria-hidden className="size-3 shrink-0" />{r}</p>)}
    </div>
  );
}
