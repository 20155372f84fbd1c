'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { NotebookPen, Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Textarea } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState, NoPermission } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { useFormats, type Formats } from '@/lib/format';
import { keys } from '@/lib/query-keys';
import { records, type AnyRecord, type FilterTree } from '@/lib/records-api';
import { can, usePeople, useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';

const about = (type: string, id: string): FilterTree => ({ and: [{ field: 'record_type', op: 'is', value: type }, { field: 'record_id', op: 'is', value: id }] });

/** What people wrote down about a record: pinned ones first, then the newest. */
export function Notes({ type, id }: { type: string; id: string }) {
  const client = useQueryClient();
  const session = useSession().data;
  const format = useFormats();
  const people = usePeople().data ?? [];
  const notes = useQuery({
    queryKey: [...keys.lists('note'), 'about', type, id],
    queryFn: async ({ signal }) => (await records.query('notes', { filter: about(type, id), sort: ['-created_at'], limit: 200 }, { signal })).data,
  });
  const refresh = () => client.invalidateQueries({ queryKey: keys.lists('note') });
  if (session && !can(session, 'note.read')) return <NoPermission />;
  const list = [...(notes.data ?? [])].sort((a, b) => Number(b.pinned === true) - Number(a.pinned === true));
  return (
    <div className="mx-auto flex w-full max-w-[820px] flex-col gap-4 p-5 max-md:p-3.5">
      {can(session, 'note.create') && <NewNote type={type} id={id} onSaved={refresh} />}
      {notes.isPending && <SkeletonRows rows={3} />}
      {notes.error && <ErrorState error={notes.error} retry={() => void notes.refetch()} />}
      {notes.data && list.length === 0 && <EmptyState icon={NotebookPen} title="No notes yet">What is worth keeping about this record, for everybody who works with it.</EmptyState>}
      <ul className="flex flex-col gap-3" aria-label="Notes">
        {list.map(n => <Note key={n.id} note={n} author={people.find(p => p.id === n.created_by)?.name} format={format} mayEdit={can(session, 'note.update')} onChanged={refresh} />)}
      </ul>
    </div>
  );
}

function NewNote({ type, id, onSaved }: { type: string; id: string; onSaved: () => Promise<unknown> }) {
  const [text, setText] = useState('');
  const form = useSubmit(['body']);
  const box = useRef<HTMLTextAreaElement>(null);
  const save = async () => {
    if (!text.trim()) return;
    if (!(await form.submit(() => records.create('notes', { record_type: type, record_id: id, body: text.trim() })))) return;
    setText('');
    await onSaved();
    box.current?.focus();
  };
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={e => {
        e.preventDefault();
        void save();
      }}
    >
      <Textarea
        ref={box}
        aria-label="New note"
        placeholder="Write a note…"
        value={text}
        onChange={e => setText(e.target.value)}
        onKeyDown={e => {
          if (e.key === 'Enter' && (e.metaKey || e.ctrlKey)) void save();
        }}
      />
      {(form.fields.body ?? form.message) && <Notice>{form.fields.body ?? form.message}</Notice>}
      {text.trim() && <div><Button type="submit" variant="primary" busy={form.busy}>Save note</Button></div>}
    </form>
  );
}

function Note({ note, author, format, mayEdit, onChanged }: { note: AnyRecord; author?: string; format: Formats; mayEdit: boolean; onChanged: () => Promise<unknown> }) {
  const [editing, setEditing] = useState(false);
  const [text, setText] = useState(String(note.body ?? ''));
  const run = async (work: () => Promise<unknown>) => {
    try {
      await work();
      await onChanged();
      return true;
    } catch (error) {
      toast.error(error);
      return false;
    }
  };
  const update = (fields: Record<string, unknown>) => run(() => records.update('notes', note.id, note.version, fields));
  const remove = () =>
    run(async () => {
      await records.remove('notes', note.id, note.version);
      toast.ok('Note is in the bin', { label: 'Undo', run: () => void records.restore('notes', note.id).then(onChanged, toast.error) });
    });
  const pinned = note.pinned === true;
  return (
    <li>
      <Card className="group p-4">
        <div className="mb-2 flex items-center gap-2 text-xs text-fg-3">
          <Avatar name={author ?? 'Somebody'} size={20} decorative />
          <span className="font-medium text-fg-2">{author ?? 'Somebody'}</span>
          <time dateTime={note.created_at} title={format.instant(note.created_at)}>{format.ago(note.created_at)}</time>
          {note.version > 1 && note.updated_at !== note.created_at && <span>edited</span>}
          {pinned && <span className="flex items-center gap-1 text-amber-text"><Pin aria-hidden className="size-3" />Pinned</span>}
          {mayEdit && !editing && (
            <span className="ml-auto flex">
              <Button variant="ghost" size="icon" aria-label={pinned ? 'Unpin note' : 'Pin note'} onClick={() => void update({ pinned: !pinned })}>{pinned ? <PinOff /> : <Pin />}</Button>
              <Button variant="ghost" size="icon" aria-label="Edit note" onClick={() => setEditing(true)}><Pencil /></Button>
              <Button variant="ghost" size="icon" aria-label="Remove note" onClick={() => void remove()}><Trash2 /></Button>
            </span>
          )}
        </div>
        {editing ? (
          <form
            className="flex flex-col gap-2"
            onSubmit={e => {
              e.preventDefault();
              if (text.trim()) void update({ body: text.trim() }).then(done => done && setEditing(false));
            }}
          >
            <Textarea
              aria-label="Note"
              rows={Math.min(16, Math.max(3, text.split('\n').length + 1))}
              autoFocus
              value={text}
              onChange={e => setText(e.target.value)}
              onKeyDown={e => {
                if (e.key === 'Escape') {
                  setText(String(note.body ?? ''));
                  setEditing(false);
                }
              }}
            />
            <div className="flex gap-2"><Button type="submit" variant="primary">Save</Button><Button onClick={() => { setText(String(note.body ?? '')); setEditing(false); }}>Cancel</Button></div>
          </form>
        ) : (
          <LongText text={String(note.body ?? '')} />
        )}
      </Card>
    </li>
  );
}

const longest = 1_200;

/** A note may hold a million characters; the page shows its beginning until more is asked for. */
function LongText({ text }: { text: string }) {
  const [all, setAll] = useState(false);
  const cut = !all && text.length > longest;
  return (
    <div className="whitespace-pre-wrap break-words text-sm">
      {cut ? `${text.slice(0, longest)}…` : text}
      {text.length > longest && <button type="button" onClick={() => setAll(!all)} className="ml-1 text-xs font-medium text-accent-text hover:underline">{all ? 'Show less' : 'Show all'}</button>}
    </div>
  );
}
