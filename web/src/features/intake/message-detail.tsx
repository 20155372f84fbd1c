'use client';
import type { Cited } from '@/features/chat/part';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, Plus, RefreshCw, RotateCcw, Sparkles } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Kbd } from '@/components/ui/kbd';
import { Notice } from '@/components/ui/notice';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { highlight, spansOf } from '@/features/chat/highlight';
import { Answer } from '@/features/chat/parts/answer';
import { Understood } from '@/features/chat/parts/understood';
import { OperationRow } from '@/features/review/operation-row';
import { useTextContext } from '@/features/review/use-text-context';
import type { ChangeOperation, ChangeSet } from '@/lib/change-sets';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { can, useSession } from '@/lib/session';
import { useShortcuts } from '@/lib/shortcuts';
import { ConflictRow } from './conflict-row';
import type { Fix } from './fix-dialog';
import { inbox, inboxKeys, languageText, refreshInbox, sourceLabels, stateOf, type InboxMessage } from './inbox-api';
import { AskedQuestionCard } from './question-card';

const FixDialog = dynamic(() => import('./fix-dialog').then(m => m.FixDialog), { ssr: false });
const PrivateDraft = dynamic(() => import('./private-draft').then(m => m.PrivateDraft), { ssr: false });
const ReplayDialog = dynamic(() => import('./fix-dialog').then(m => m.ReplayDialog), { ssr: false });

interface Standing {
  set: ChangeSet;
  operation: ChangeOperation;
}

/** Records that the message had made and that somebody took out of it: they are in the bin. */
const takenOut = (message: InboxMessage) => new Set(operations(message, 'applied').filter(s => s.operation.op === 'delete').map(s => s.operation.record_id));

const operations = (message: InboxMessage, status: ChangeOperation['status']): Standing[] =>
  message.change_sets.flatMap(set => (set.undone_by ? [] : set.operations.filter(o => o.status === status).map(operation => ({ set, operation }))));

const engines: Record<string, string> = { embedded: 'the embedded engine', model: 'the language model, checked by the embedded engine' };

export function MessageDetail({ id, onBack }: { id: string; onBack: () => void }) {
  const client = useQueryClient();
  const format = useFormats();
  const session = useSession().data;
  const found = useQuery({ queryKey: inboxKeys.one(id), queryFn: () => inbox.get(id) });
  const [fix, setFix] = useState<Fix | null>(null);
  const [again, setAgain] = useState(false);
  const [pointed, setPointed] = useState<string | null>(null);
  const message = found.data;
  const context = useTextContext(message?.change_sets);
  const settle = (answer: InboxMessage) => {
    client.setQueryData(inboxKeys.one(id), answer);
    refreshInbox(client);
    if (answer.left.length) toast.error(`Some of it was left as it is: ${answer.left.join(' ')}`);
  };
  const undo = useMutation({ mutationFn: () => inbox.undo(id), onSuccess: answer => (settle(answer), answer.left.length || toast.ok('Taken back')), onError: toast.error });
  const anyway = useMutation({ mutationFn: () => inbox.readAllTheSame(id), onSuccess: settle, onError: toast.error });
  const mayAct = can(session, 'changeset.decide') && can(session, 'intake.submit') && message !== undefined;
  const gone = message ? takenOut(message) : new Set<string>();
  const written = message ? operations(message, 'applied').filter(s => s.operation.op === 'delete' || !gone.has(s.operation.record_id)) : [];
  const waiting = message ? operations(message, 'waiting') : [];
  const stands = written.length + waiting.length > 0 || (message?.questions.some(q => q.state === 'open') ?? false);
  const mayReplay = mayAct && (message.read || message.state === 'failed');
  // Mail of programs and of people who sell is left unread; who looks at it may know better.
  const unread = message?.source === 'email' && message.state === 'noted' && message.decision !== null && message.decision.intents.every(i => i === 'none');
  const edit = () => {
    const first = written.find(s => s.operation.op !== 'delete') ?? waiting[0];
    if (first) setFix({ kind: 'change', set: first.set, operation: first.operation });
    else if (message?.read) setFix({ kind: 'add' });
  };
  useShortcuts({ e: edit, u: () => stands && undo.mutate(), r: () => mayReplay && setAgain(true) }, mayAct && !undo.isPending);
  if (found.isPending) return <SkeletonRows />;
  if (found.error || !message) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  const asked = message.questions.findIndex(q => q.state === 'open');
  const refused = (message.decision?.operations ?? []).filter(o => o.status === 'refused');
  const [label, tone] = stateOf(message);
  const change = mayAct ? (s: Standing) => (_: ChangeOperation, field: string) => setFix({ kind: 'change', set: s.set, operation: s.operation, field }) : undefined;
  const actions = (s: Standing) => mayAct && s.operation.op !== 'delete' && (
    <>
      <Button size="xs" variant="ghost" onClick={() => setFix({ kind: 'move', set: s.set, operation: s.operation })}>Other record</Button>
      <Button size="xs" variant="ghost" onClick={() => setFix({ kind: 'drop', set: s.set, operation: s.operation })}>Take out</Button>
    </>
  );
  return (
    <article id="message" tabIndex={-1} aria-label="Message" className="min-h-0 flex-1 overflow-y-auto outline-none">
      <div className="mx-auto flex max-w-[820px] flex-col gap-4 p-5 max-md:p-3.5">
        <header className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
          <Button variant="ghost" size="icon" aria-label="Back to the list" onClick={onBack} className="lg:hidden"><ArrowLeft /></Button>
          <div className="min-w-0 flex-1 basis-52">
            <h2 className="truncate text-base font-semibold">{message.subject ?? message.sender ?? message.person_name ?? sourceLabels[message.source]}</h2>
            <p className="text-xs text-fg-3">{[sourceLabels[message.source], message.connection, message.subject && message.sender, message.subject ? null : message.person_name, format.instant(message.at)].filter(Boolean).join(' · ')}</p>
          </div>
          <Badge tone={tone}>{label}</Badge>
          {message.private && message.state !== 'private' && <Badge tone="violet">Private</Badge>}
          {mayAct && <Button disabled={!stands} busy={undo.isPending} onClick={() => undo.mutate()}><RotateCcw />Undo <span aria-hidden className="max-md:hidden"><Kbd>U</Kbd></span></Button>}
          {mayReplay && <Button onClick={() => setAgain(true)}><RefreshCw />Read again <span aria-hidden className="max-md:hidden"><Kbd>R</Kbd></span></Button>}
        </header>
        {message.reason && <Notice>{message.reason}</Notice>}
        <Text message={message} pointed={pointed} />
        {message.state === 'private' && <PrivateDraft id={id} onPoint={setPointed} />}
        {message.questions.map((q, i) => <AskedQuestionCard key={q.id} question={q} keyboard={i === asked} />)}
        {message.decision && (
          <section aria-label="What was understood" className="flex flex-col gap-2">
            <Understood decision={message.decision} onPoint={setPointed} />
            {message.decision.answer && <Answer text={message.decision.answer} records={(message.decision as { answer_records?: Cited[] }).answer_records ?? []} />}
            <p className="flex items-center gap-1.5 px-0.5 text-xs text-fg-3"><Sparkles aria-hidden className="size-3.5 text-violet-text" />{[languageText(message.decision.language), `Read by ${engines[message.engine ?? 'embedded'] ?? message.engine}.`].filter(Boolean).join(' ')}{message.decision.engine_note && ` ${message.decision.engine_note}`}</p>
            {message.decision.notes?.map(n => <p key={n} className="px-0.5 text-xs text-fg-2">{n}</p>)}
            {unread && mayAct && <Button className="self-start" busy={anyway.isPending} onClick={() => anyway.mutate()}>Read it all the same</Button>}
          </section>
        )}
        {waiting.length > 0 && (
          <Part title="Waits for you" count={waiting.length}>
            {waiting.map(s => <ConflictRow key={s.operation.id} set={s.set} operation={s.operation} context={context} mayAct={mayAct} actions={actions(s)} />)}
          </Part>
        )}
        {written.length > 0 && (
          <Part title="Written" count={written.length} aside={mayAct && <Button size="xs" variant="ghost" onClick={edit}>Put right <span aria-hidden><Kbd>E</Kbd></span></Button>}>
            {written.map(s => (
              <OperationRow key={s.operation.id} operation={s.operation} context={context} onChange={change?.(s)} actions={<>{actions(s)}<Corrected set={s.set} /></>} />
            ))}
          </Part>
        )}
        {refused.length > 0 && (
          <Part title="Refused" count={refused.length}>
            {refused.map((o, i) => (
              <li key={o.operation_id ?? i} className="flex flex-wrap items-center gap-2 border-b px-3.5 py-2.5 text-sm last:border-0">
                <span className="min-w-0 flex-1 basis-52"><span className="font-medium">{o.record?.title ?? o.entity.replaceAll('_', ' ')}</span><span className="block text-xs text-fg-2">{o.reason}</span></span>
                {mayAct && <Button size="xs" variant="ghost" onClick={() => setFix({ kind: 'add', type: o.entity, record: o.record ?? null, values: o.fields })}>Write it yourself</Button>}
              </li>
            ))}
          </Part>
        )}
        <div className="flex flex-wrap gap-2">
          {mayAct && message.read && <Button onClick={() => setFix({ kind: 'add' })}><Plus />Add what was missed</Button>}
          {message.thread_id && <Link href={`/chat/${message.thread_id}`} className="self-center px-2 text-sm font-medium text-fg-2 hover:text-fg">Open the conversation</Link>}
        </div>
      </div>
      {fix && <FixDialog message={id} fix={fix} onClose={() => setFix(null)} onDone={settle} />}
      {again && <ReplayDialog message={message} onClose={() => setAgain(false)} onDone={settle} />}
    </article>
  );
}

function Part({ title, count, aside, children }: { title: string; count: number; aside?: React.ReactNode; children: React.ReactNode }) {
  return (
    <section aria-label={title}>
      <SectionTitle aside={aside}>{title} <span className="num ml-1 font-normal text-fg-3">{count}</span></SectionTitle>
      <Card className="mt-1 overflow-hidden"><ul>{children}</ul></Card>
    </section>
  );
}

/** Who has put it right, where somebody has. */
function Corrected({ set }: { set: ChangeSet }) {
  return set.summary?.startsWith('Corrected') ? <span className="text-xs text-fg-3">{set.summary} by {set.actor.name}</span> : null;
}

/** The words that values rest on are marked in the text itself. */
function Text({ message, pointed }: { message: InboxMessage; pointed: string | null }) {
  const pieces = highlight(message.text, message.decision ? spansOf(message.text, message.decision) : []);
  return (
    <p className="rounded-xl bg-subtle px-4 py-3 text-sm leading-[21px] break-words whitespace-pre-wrap">
      {message.text === '' && <span className="text-fg-3">Nothing of it is kept.</span>}
      {pieces.map((p, i) => (p.fields.length ? <mark key={i} className={cn('rounded-[3px] bg-violet-soft px-px text-fg transition-colors', pointed && p.fields.includes(pointed) && 'bg-violet text-white')}>{p.text}</mark> : <span key={i}>{p.text}</span>))}
    </p>
  );
}
