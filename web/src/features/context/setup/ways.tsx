'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Building2, ChevronRight, CircleCheck, ClipboardPaste, FileUp, MessageCircleQuestion, Sprout, Undo2, Upload, X, type LucideIcon } from 'lucide-react';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { Link } from '@/components/link';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { inputStyle } from '@/components/ui/input';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { changeSets } from '@/lib/change-sets';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { refreshContext } from '../context-api';
import { sendFiles, setup, setupKeys, writes, type EntrySet } from './setup-api';

interface WaysProps {
  onOpen: (transfer: string) => void;
  onAsk: () => void;
}

/** The ways to begin side by side, and what was begun and not decided yet. */
export function Ways({ onOpen, onAsk }: WaysProps) {
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex max-w-[1120px] flex-col gap-6 p-5 max-md:p-3.5">
        <div>
          <h2 className="text-lg font-semibold">Begin with what you have</h2>
          <p className="max-w-[72ch] text-sm text-fg-2">Agents and colleagues rely on what stands in the context. Whatever you choose, you see each entry before it is written, and you can take all of it back.</p>
        </div>
        <div className="grid grid-cols-3 items-stretch gap-3 max-lg:grid-cols-1">
          <SetCard set="starter" icon={Sprout} title="Starter set" onOpen={onOpen} action="Begin with the starter set">
            A neutral beginning for any company: roles, policies, tone, templates and ways of working. What differs from firm to firm is a place to fill in, and what needs a decision is a draft.
          </SetCard>
          <SetCard set="example" icon={Building2} title="Example company" onOpen={onOpen} action="Look at an example company">
            An invented maker of flow meters knows itself whole: three message trees with proof, policies as rules, brand, segments, battle cards. Good to look around in; taken back with one click.
          </SetCard>
          <Way icon={MessageCircleQuestion} title="Ten questions" action={<Button size="md" onClick={onAsk}>Answer ten questions</Button>}>
            What you sell, for whom, what you promise, what you allow. Each answer becomes an entry beside it at once. Pass over what you do not know; your answers are kept.
          </Way>
        </div>
        <Material onOpen={onOpen} />
        <Waiting onOpen={onOpen} />
      </div>
    </div>
  );
}

function Way({ icon: Icon, title, children, action }: { icon: LucideIcon; title: string; children: ReactNode; action: ReactNode }) {
  return (
    <Card className="flex flex-col p-4">
      <span aria-hidden className="mb-3 grid size-9 place-items-center rounded-lg bg-accent-soft text-accent-text"><Icon className="size-[18px] stroke-[1.75]" /></span>
      <h3 className="text-sm font-semibold">{title}</h3>
      <p className="mt-1 mb-4 text-sm leading-5 text-fg-2">{children}</p>
      <div className="mt-auto flex flex-wrap items-center gap-2">{action}</div>
    </Card>
  );
}

function SetCard({ set, icon, title, action, children, onOpen }: { set: EntrySet['set']; icon: LucideIcon; title: string; action: string; children: ReactNode; onOpen: (id: string) => void }) {
  const client = useQueryClient();
  const format = useFormats();
  const sets = useQuery({ queryKey: setupKeys.sets, queryFn: setup.sets });
  const found = sets.data?.find(s => s.set === set);
  const taken = useQuery({ queryKey: ['change-sets', 'one', found?.change_set_id], queryFn: () => changeSets.get(found?.change_set_id ?? ''), enabled: Boolean(found?.change_set_id), retry: false });
  const there = taken.data && taken.data.status !== 'undone';
  const begin = useMutation({ mutationFn: () => setup.begin(set), onSuccess: t => onOpen(t.id), onError: toast.error });
  const undo = useMutation({
    mutationFn: () => changeSets.undo(found?.change_set_id ?? ''),
    onSuccess: () => {
      toast.ok(`Taken back: ${title.toLowerCase()}.`);
      void client.invalidateQueries({ queryKey: setupKeys.sets });
      refreshContext(client);
    },
    onError: toast.error,
  });
  return (
    <Way
      icon={icon}
      title={title}
      action={
        there ? (
          <>
            <span className="flex items-center gap-1.5 text-sm text-green-text"><CircleCheck aria-hidden className="size-4" />Taken over</span>
            <Button className="ml-auto" busy={undo.isPending} onClick={() => undo.mutate()}><Undo2 />Take it back</Button>
          </>
        ) : (
          <>
            <Button variant={set === 'starter' ? 'primary' : 'outline'} size="md" busy={begin.isPending} onClick={() => begin.mutate()}>{action}</Button>
            {found ? <span className="num text-xs text-fg-3">{format.number(found.entries)} entries</span> : sets.isPending && <Skeleton className="h-4 w-16" />}
          </>
        )
      }
    >
      {children}
    </Way>
  );
}

/** Files by drag and drop or from a dialog, or pasted text. */
function Material({ onOpen }: { onOpen: (id: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [part, setPart] = useState<number | null>(null);
  const [text, setText] = useState<string | null>(null);
  const send = async (files: File[]) => {
    if (files.length === 0 || part !== null) return;
    setPart(0);
    try {
      onOpen((await sendFiles(files, setPart)).id);
    } catch (e) {
      toast.error(e);
    } finally {
      setPart(null);
    }
  };
  const paste = useMutation({ mutationFn: (pasted: string) => setup.paste(pasted), onSuccess: t => onOpen(t.id), onError: toast.error });
  const dragged = (e: DragEvent) => e.dataTransfer.types.includes('Files');
  return (
    <section
      aria-label="Your own material"
      onDragOver={e => {
        if (!dragged(e)) return;
        e.preventDefault();
        setOver(true);
      }}
      onDragLeave={e => !e.currentTarget.contains(e.relatedTarget as Node | null) && setOver(false)}
      onDrop={e => {
        if (!dragged(e)) return;
        e.preventDefault();
        setOver(false);
        void send(Array.from(e.dataTransfer.files));
      }}
      className={cn('rounded-xl border border-dashed border-line-strong bg-subtle p-5 transition-colors', over && 'border-accent bg-accent-soft')}
    >
      <div className="flex items-start gap-4 max-sm:flex-col">
        <span aria-hidden className="grid size-9 shrink-0 place-items-center rounded-lg border border-line bg-raised text-fg-2"><FileUp className="size-[18px] stroke-[1.75]" /></span>
        <div className="min-w-0 flex-1">
          <h3 className="text-sm font-semibold">Your own material</h3>
          <p className="text-sm text-fg-2">Drop files here: an export of entries comes in without loss. Handbooks, decks, price rules and pages are cut at their headings and proposed as drafts.</p>
          <p className="mt-0.5 text-xs text-fg-3">Markdown, ZIP, Word, PDF, PowerPoint, CSV and saved pages, up to 25 MB a file</p>
        </div>
        <div className="flex shrink-0 flex-wrap gap-2">
          <Button size="md" aria-expanded={text !== null} onClick={() => setText(text === null ? '' : null)}><ClipboardPaste />Paste text</Button>
          <Button size="md" busy={part !== null} onClick={() => input.current?.click()}><Upload />Choose files</Button>
          <input ref={input} type="file" multiple hidden aria-label="Files" accept=".md,.markdown,.txt,.zip,.docx,.pdf,.pptx,.csv,.tsv,.html,.htm" onChange={e => { void send(Array.from(e.target.files ?? [])); e.target.value = ''; }} />
        </div>
      </div>
      {part !== null && (
        <div role="progressbar" aria-label="Sending" aria-valuenow={Math.round(part * 100)} className="mt-4 h-1.5 overflow-hidden rounded-full bg-hover"><span className="block h-full bg-accent transition-[width]" style={{ width: `${part * 100}%` }} /></div>
      )}
      {text !== null && (
        <form className="mt-4 flex flex-col gap-2" onSubmit={e => { e.preventDefault(); if (text.trim()) paste.mutate(text); }}>
          <label htmlFor="pasted" className="text-xs font-medium text-fg-2">Text from a page, a mail or a handbook</label>
          <textarea id="pasted" autoFocus rows={7} value={text} onChange={e => setText(e.target.value)} className={cn(inputStyle, 'h-auto resize-y bg-raised py-2 leading-5')} />
          <div className="flex justify-end gap-2"><Button onClick={() => setText(null)}>Cancel</Button><Button type="submit" variant="primary" disabled={!text.trim()} busy={paste.isPending}>See what it becomes</Button></div>
        </form>
      )}
    </section>
  );
}

/** What was begun and neither written nor thrown away. */
function Waiting({ onOpen }: { onOpen: (id: string) => void }) {
  const client = useQueryClient();
  const format = useFormats();
  const waiting = useQuery({ queryKey: setupKeys.waiting, queryFn: setup.waiting });
  const drop = useMutation({ mutationFn: setup.drop, onSettled: () => void client.invalidateQueries({ queryKey: setupKeys.waiting }), onError: toast.error });
  if (!waiting.data?.length) return null;
  return (
    <section>
      <SectionTitle className="mb-1.5">Not decided yet</SectionTitle>
      <Card className="overflow-hidden">
        <ul aria-label="Not decided yet" className="divide-y">
          {waiting.data.map(t => (
            <li key={t.id} className="flex items-center hover:bg-subtle">
              <Link href={`/context/setup?id=${t.id}`} onClick={e => { e.preventDefault(); onOpen(t.id); }} className="flex min-h-11 min-w-0 flex-1 items-center gap-2.5 px-3.5 py-1.5 text-sm -outline-offset-2">
                <span className="min-w-0 flex-1 truncate font-medium">{t.name}</span>
                <span className="num shrink-0 text-xs text-fg-3">{t.status === 'ready' ? `${format.number(writes(t.counts))} to write` : 'At work'}</span>
                <span className="w-14 shrink-0 text-right text-xs text-fg-3 max-sm:hidden">{format.ago(t.created_at)}</span>
                <ChevronRight aria-hidden className="size-3.5 shrink-0 text-fg-3" />
              </Link>
              <Button variant="ghost" size="icon" aria-label={`Throw away ${t.name}`} busy={drop.isPending && drop.variables === t.id} onClick={() => drop.mutate(t.id)} className="mr-1.5"><X /></Button>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
