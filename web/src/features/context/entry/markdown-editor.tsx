'use client';
import { Bold, Eye, Heading2, Italic, Link2, List, ListOrdered, Pencil, Quote, type LucideIcon } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/input';
import { cn } from '@/lib/cn';
import { MarkdownView } from './markdown-view';
import { marked, type Mark } from './markdown-marks';

const marks: { mark: Mark; label: string; icon: LucideIcon; key?: string }[] = [
  { mark: 'bold', label: 'Bold', icon: Bold, key: 'b' },
  { mark: 'italic', label: 'Italic', icon: Italic, key: 'i' },
  { mark: 'heading', label: 'Heading', icon: Heading2 },
  { mark: 'list', label: 'List', icon: List },
  { mark: 'numbers', label: 'Numbered list', icon: ListOrdered },
  { mark: 'quote', label: 'Quotation', icon: Quote },
  { mark: 'link', label: 'Link', icon: Link2, key: 'k' },
];

interface MarkdownEditorProps {
  label: string;
  value: string;
  max?: number;
  error?: string;
  placeholder?: string;
  onChange: (value: string) => void;
}

/** Markdown is written as it is, with the usual keys, and shown as it will be read. */
export function MarkdownEditor({ label, value, max, error, placeholder, onChange }: MarkdownEditorProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [reading, setReading] = useState(false);
  const apply = (mark: Mark) => {
    const el = area.current;
    if (!el) return;
    const next = marked(value, el.selectionStart, el.selectionEnd, mark);
    onChange(next.text);
    requestAnimationFrame(() => {
      el.focus();
      el.setSelectionRange(next.from, next.to);
    });
  };
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-xs font-medium text-fg-2">{label}</label>
      <div className={cn('overflow-hidden rounded-lg border border-line bg-raised focus-within:border-accent', error && 'border-red')}>
        <div role="toolbar" aria-label={`${label}: format`} className="hide-scroll flex h-9 items-center gap-0.5 overflow-x-auto border-b bg-subtle px-1.5 max-md:h-11">
          {marks.map(({ mark, label: name, icon: Icon, key }) => (
            <Button key={mark} variant="ghost" size="icon" aria-label={name} title={key ? `${name} (${key.toUpperCase()} with Ctrl or ⌘)` : name} disabled={reading} onClick={() => apply(mark)}><Icon /></Button>
          ))}
          <span className="flex-1" />
          <Button variant={reading ? 'soft' : 'ghost'} size="xs" aria-pressed={reading} onClick={() => setReading(!reading)}>{reading ? <><Pencil />Write</> : <><Eye />Read</>}</Button>
        </div>
        {reading ? (
          <div className="min-h-56 px-3.5 py-3">{value.trim() ? <MarkdownView text={value} /> : <p className="text-sm text-fg-3">Nothing is written yet.</p>}</div>
        ) : (
          <Textarea
            id={id}
            ref={area}
            rows={12}
            maxLength={max}
            placeholder={placeholder}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${id}-error` : undefined}
            value={value}
            onChange={e => onChange(e.target.value)}
            onKeyDown={e => {
              const found = (e.metaKey || e.ctrlKey) && !e.altKey && !e.shiftKey ? marks.find(m => m.key === e.key.toLowerCase()) : undefined;
              if (!found) return;
              e.preventDefault();
              e.stopPropagation();
              apply(found.mark);
            }}
            className="block min-h-56 resize-y rounded-none border-0 bg-transparent px-3.5 py-3 leading-[21px] outline-none focus:outline-none"
          />
        )}
      </div>
      {error && <p id={`${id}-error`} className="text-xs text-red-text">{error}</p>}
    </div>
  );
}
