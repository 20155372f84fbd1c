'use client';
import { useQueryClient } from '@tanstack/react-query';
import { Copy, MessagesSquare, Send, TriangleAlert } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, type RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Input, Textarea } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import { storedValue, storeValue } from '@/lib/browser-store';
import { changeSets } from '@/lib/change-sets';
import { cn } from '@/lib/cn';
import { today, useFormats } from '@/lib/format';
import { recordPath } from '@/lib/record-routes';
import { records } from '@/lib/records-api';
import { can, useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { refreshContext } from '../../context-api';
import { fit, type Inserted } from './account-api';
import { stillSaid } from './draft';
import { messageType } from './message-card';

const kinds = [{ value: 'email', label: 'Mail' }, { value: 'call', label: 'Call' }, { value: 'meeting', label: 'Meeting' }, { value: 'note', label: 'Note, for ourselves' }];

interface DraftPanelProps {
  company: string;
  account: string;
  text: string;
  inserted: Inserted[];
  box: RefObject<HTMLTextAreaElement | null>;
  onText: (text: string) => void;
  onDropMessage: (id: string, at: number) => void;
  onClear: () => void;
  onAsk: () => void;
}

/** A text that messages are put into: copied to where it is sent, taken into the chat, or kept with the account, and then each message in it counts as used. */
export function DraftPanel({ company, account, text, inserted, box, onText, onDropMessage, onClear, onAsk }: DraftPanelProps) {
  const client = useQueryClient();
  const router = useRouter();
  const format = useFormats();
  const session = useSession().data;
  const form = useSubmit();
  const [kind, setKind] = useState('email');
  const [subject, setSubject] = useState('');
  const [over, setOver] = useState(false);
  const said = stillSaid(text, inserted);
  const closed = kind === 'note' ? [] : said.filter(m => m.closed !== null);
  const note = kind === 'note';
  const may = can(session, note ? 'note.create' : 'interaction.create') && !session?.viewing_as;
  const day = today(format.timeZone);

  const keep = async () => {
    const body = text.trim();
    if (!body) return;
    let made: { id: string; title: string; change_set_id?: string } | null = null;
    const kept = await form.submit(async () => {
      made = note
        ? await records.create('notes', { record_type: 'company', record_id: company, body })
        : await records.create('interactions', { company_id: company, interaction_type: kind, date: day, body, ...(subject.trim() && { subject: subject.trim() }) });
    });
    const record = made as { id: string; title: string; change_set_id?: string } | null;
    if (!kept || !record) return;
    if (!note && can(session, 'context_entry.update')) {
      const answers = await Promise.allSettled(said.map(m => fit.used(m, { kind, record_type: 'interaction', record_id: record.id, label: record.title, company_id: company, on: day })));
      const failed = answers.filter(a => a.status === 'rejected').length;
      if (failed) toast.error(`It is kept, but ${failed === 1 ? 'one use was' : `${failed} uses were`} not written down.`);
    }
    const before = { text, inserted, subject };
    onClear();
    setSubject('');
    refreshContext(client);
    const change = record.change_set_id;
    toast.ok(note ? 'Kept as a note' : `Kept with ${account}${said.length ? `: ${said.length === 1 ? '1 message counts' : `${said.length} messages count`} as used` : ''}`, change ? {
      label: 'Undo',
      run: () => void changeSets.undo(change).then(() => {
        storeValue(`message-draft:${company}`, before.text);
        storeValue(`message-draft-nodes:${company}`, before.inserted);
        setSubject(before.subject);
      }, toast.error).finally(() => refreshContext(client)),
    } : note ? undefined : { label: 'Open', run: () => router.push(recordPath('interaction', record.id)) });
  };
  const copy = () => void navigator.clipboard?.writeText(text).then(() => toast.ok('Copied. Keep it here once it is sent, so that it counts.'), toast.error);
  const toChat = () => {
    const place = `chat-draft:company:${company}`;
    const now = storedValue(place, '');
    storeValue(place, now ? `${now}\n\n${text}` : text);
    onAsk();
  };
  return (
    <section aria-label="Draft">
      <SectionTitle aside={text && <Button data-edge size="xs" variant="ghost" onClick={onClear}>Clear</Button>}>Draft</SectionTitle>
      <Card className="flex flex-col gap-2.5 p-3.5">
        <div className="grid grid-cols-[112px_minmax(0,1fr)] gap-2">
          <Select aria-label="What it is" options={kinds} value={kind} onChange={e => setKind(e.target.value)} />
          {!note && <Input aria-label="Subject" placeholder="Subject" maxLength={300} value={subject} onChange={e => setSubject(e.target.value)} />}
        </div>
        <Textarea
          ref={box}
          rows={9}
          aria-label="Text of the draft"
          placeholder="Write, and insert messages from the list: by their button, or drag them here."
          value={text}
          onChange={e => onText(e.target.value)}
          onDragOver={e => {
            if (!e.dataTransfer.types.includes(messageType)) return;
            e.preventDefault();
            e.dataTransfer.dropEffect = 'copy';
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={e => {
            const id = e.dataTransfer.getData(messageType);
            if (!id) return;
            e.preventDefault();
            setOver(false);
            onDropMessage(id, e.currentTarget.selectionStart);
          }}
          className={cn(over && 'border-accent bg-accent-soft')}
        />
        {closed.map(m => (
          <p key={m.id} role="alert" className="flex items-start gap-1.5 rounded-lg bg-amber-soft px-2.5 py-1.5 text-xs text-amber-text"><TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" /><span>Not for outsiders: “{m.words}”. {m.closed}</span></p>
        ))}
        {form.message && <Notice>{form.message}</Notice>}
        <p aria-live="polite" className="text-xs text-fg-3">{note ? 'Notes stay among ourselves and count as no use.' : said.length === 0 ? 'No message in it yet.' : `${said.length === 1 ? '1 message' : `${said.length} messages`} in it word for word. ${said.length === 1 ? 'It counts' : 'They count'} as used when you keep it.`}</p>
        <div className="flex flex-wrap gap-1.5">
          {may && <Button variant="primary" busy={form.busy} disabled={!text.trim()} onClick={() => void keep()}><Send />{note ? 'Keep as a note' : 'Keep as sent'}</Button>}
          <Button disabled={!text.trim()} onClick={copy}><Copy />Copy</Button>
          <Button variant="ghost" disabled={!text.trim()} onClick={toChat}><MessagesSquare />Into the chat</Button>
        </div>
      </Card>
    </section>
  );
}
