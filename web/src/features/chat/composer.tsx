'use client';
import { ArrowUp, Paperclip } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { useStored } from '@/lib/browser-store';
import { cn } from '@/lib/cn';
import { readable, type ChosenFile } from './chosen-file';
import type { SentFile } from './part';

const DroppedFiles = dynamic(() => import('./dropped-files').then(m => m.DroppedFiles), { ssr: false });

interface ComposerProps {
  /** The draft is kept under this name, over reloads and pages. */
  place: string;
  placeholder: string;
  onSend: (text: string, files: SentFile[]) => Promise<void>;
  /** A run is under way: typing goes on, sending waits. */
  busy: boolean;
  autoFocus?: boolean;
}

/** As much as the server takes of one message. */
const longest = 100_000;
const mostFiles = 10;
const count = (characters: number) => characters.toLocaleString('en');
let numbered = 0;

export function Composer({ place, placeholder, onSend, busy, autoFocus }: ComposerProps) {
  const [text, setText] = useStored(`chat-draft:${place}`, '');
  const [sending, setSending] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  const [files, setFiles] = useState<ChosenFile[]>([]);
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const kept = files.flatMap(f => (f.sent ? [f.sent] : []));
  const tooLong = text.trim().length - longest;
  const ready = tooLong <= 0 && (text.trim() !== '' || kept.length > 0) && files.every(f => f.sent) && !busy && !sending;
  const take = (list: FileList | null) => {
    const chosen = [...(list ?? [])];
    if (files.length + chosen.length > mostFiles) toast.error(`A message takes at most ${mostFiles} files.`);
    setFiles(now => [...now, ...chosen.map(file => ({ key: ++numbered, file, sent: null }))].slice(0, mostFiles));
  };

  useEffect(() => {
    const el = box.current;
    if (!el) return;
    el.style.height = 'auto';
    el.style.height = `${Math.min(el.scrollHeight, 220)}px`;
  }, [text]);

  const send = async () => {
    if (!ready) return;
    setSending(true);
    try {
      await onSend(text.trim(), kept);
      setText('');
      setFiles([]);
    } catch (error) {
      toast.error(error);
    } finally {
      setSending(false);
      box.current?.focus();
    }
  };
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key !== 'Enter' || e.shiftKey || e.nativeEvent.isComposing) return;
    e.preventDefault();
    void send();
  };
  return (
    <form
      onSubmit={e => {
        e.preventDefault();
        void send();
      }}
      onDragOver={e => {
        if (!e.dataTransfer.types.includes('Files')) return;
        e.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={e => {
        if (!e.dataTransfer.files.length) return;
        e.preventDefault();
        setOver(false);
        take(e.dataTransfer.files);
      }}
      className={cn('rounded-xl border border-line bg-raised shadow-e1 transition-[border-color,box-shadow] focus-within:border-accent focus-within:shadow-e2', over && 'border-accent bg-accent-soft')}
    >
      {files.length > 0 && <DroppedFiles files={files} onChange={setFiles} />}
      <textarea
        ref={box}
        rows={1}
        aria-label="Message"
        aria-describedby={hint}
        autoFocus={autoFocus}
        aria-invalid={tooLong > 0 || undefined}
        placeholder={placeholder}
        value={text}
        onChange={e => setText(e.target.value)}
        onKeyDown={onKeyDown}
        className="block max-h-[220px] w-full resize-none bg-transparent px-3.5 pb-1 pt-3 text-sm leading-5 text-fg outline-none placeholder:text-fg-3 max-md:text-[16px]"
      />
      {tooLong > 0 && (
        <p role="alert" className="px-3.5 pb-2 text-xs text-red-text">
          A message takes {count(longest)} characters, and this is {count(longest + tooLong)}: the last {count(tooLong)} do not fit. Shorten it, send it in parts or attach it as a file.
        </p>
      )}
      <div className="flex items-center gap-2 px-2 pb-2">
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          accept={readable}
          onChange={e => {
            take(e.target.files);
            e.target.value = '';
          }}
        />
        <Button variant="ghost" size="icon" aria-label="Attach files" onClick={() => picker.current?.click()}><Paperclip /></Button>
        <span id={hint} className="text-2xs text-fg-3 max-md:sr-only">Enter sends, Shift + Enter starts a new line</span>
        <Button type="submit" variant="primary" size="icon" aria-label="Send" disabled={!ready} busy={sending} className={cn('ml-auto text-accent-fg', sending && '[&_svg]:hidden')}>
          <ArrowUp />
        </Button>
      </div>
    </form>
  );
}
