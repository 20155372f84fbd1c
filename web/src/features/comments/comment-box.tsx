'use client';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/input';
import { Popover } from '@/components/ui/popover';
import { useStored } from '@/lib/browser-store';
import { cn } from '@/lib/cn';
import { messageOf } from '@/lib/problem';
import { usePeople } from '@/lib/session';
import { suggest, typedMention } from './mentions';

interface CommentBoxProps {
  /** The draft is kept under this name. */
  place: string;
  label: string;
  action: string;
  onSend: (body: string) => Promise<unknown>;
  autoFocus?: boolean;
  onCancel?: () => void;
}

/** "@" offers colleagues; Ctrl or Cmd with Enter sends. */
export function CommentBox({ place, label, action, onSend, autoFocus, onCancel }: CommentBoxProps) {
  const people = usePeople().data ?? [];
  const [body, setBody] = useStored(`comment-draft:${place}`, '');
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const mention = closed ? null : typedMention(body, caret);
  const found = mention ? suggest(people, mention.typed) : [];
  const open = found.length > 0;
  const active = Math.min(at, found.length - 1);

  const take = (name: string) => {
    if (!mention) return;
    const next = `${body.slice(0, mention.from)}@${name} ${body.slice(caret)}`;
    const end = mention.from + name.length + 2;
    setBody(next);
    setCaret(end);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(end, end);
    });
  };
  const send = async () => {
    if (!body.trim() || busy) return;
    setBusy(true);
    setError(null);
    try {
      await onSend(body.trim());
      setBody('');
      onCancel?.();
    } catch (e) {
      setError(messageOf(e));
    } finally {
      setBusy(false);
    }
  };
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key === 'Enter' && (e.metaKey || e.ctrlKey)) {
      e.preventDefault();
      void send();
    } else if (open && (e.key === 'ArrowDown' || e.key === 'ArrowUp')) {
      e.preventDefault();
      setAt((active + (e.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
    } else if (open && (e.key === 'Enter' || e.key === 'Tab')) {
      e.preventDefault();
      const person = found[active];
      if (person) take(person.name);
    } else if (open && e.key === 'Escape') {
      e.preventDefault();
      e.stopPropagation();
      setClosed(true);
    }
  };
  return (
    <div className="flex flex-col gap-1.5">
      <Textarea
        ref={box}
        aria-label={label}
        aria-controls={open ? id : undefined}
        aria-activedescendant={open ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        placeholder={`${label}. @ mentions a colleague`}
        maxLength={10_000}
        autoFocus={autoFocus}
        value={body}
        onChange={e => {
          setBody(e.target.value);
          setCaret(e.target.selectionStart);
          setAt(0);
          setClosed(false);
        }}
        onSelect={e => setCaret(e.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      <Popover open={open} onClose={() => setClosed(true)} anchor={box} className="min-w-56">
        <ul id={id} role="listbox" aria-label="Colleagues">
          {found.map((p, i) => (
            <li
              key={p.id}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === active}
              onMouseDown={e => e.preventDefault()}
              onClick={() => take(p.name)}
              className={cn('flex h-8 cursor-default items-center gap-2 rounded-md px-2 text-sm', i === active && 'bg-active')}
            >
              <Avatar name={p.name} size={18} decorative />
              <span className="truncate">{p.name}</span>
              {p.title && <span className="truncate text-xs text-fg-3">{p.title}</span>}
            </li>
          ))}
        </ul>
      </Popover>
      <div className="flex items-center gap-2">
        <Button variant={onCancel ? 'outline' : 'primary'} disabled={!body.trim()} busy={busy} onClick={() => void send()}>{action}</Button>
        {onCancel && <Button variant="ghost" onClick={onCancel}>Cancel</Button>}
        <span role="status" className="text-xs text-red-text">{error}</span>
      </div>
    </div>
  );
}
