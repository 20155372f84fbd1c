'use client';
import { useEffect, useRef, useState } from 'react';
import { cn } from '@/lib/cn';

interface WordsFieldProps {
  label: string;
  words: string;
  placeholder?: string;
  className?: string;
  /** False keeps the field open with what was written. */
  onSave: (words: string) => Promise<boolean>;
  onCancel: () => void;
}

const longest = 500;

/** The words of a message, written where they stand. Enter saves, Escape leaves them as they were. */
export function WordsField({ label, words, placeholder, className, onSave, onCancel }: WordsFieldProps) {
  const [text, setText] = useState(words);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const done = useRef(false);
  useEffect(() => {
    const el = field.current;
    el?.focus();
    el?.select();
  }, []);
  useEffect(() => {
    const el = field.current;
    if (!el) return;
    el.style.height = 'auto';
    el.style.height = `${el.scrollHeight + 2}px`;
  }, [text]);
  const save = async () => {
    if (busy || done.current) return;
    if (!text.trim()) return cancel();
    setBusy(true);
    const kept = await onSave(text.trim());
    setBusy(false);
    done.current = kept;
  };
  const cancel = () => {
    done.current = true;
    onCancel();
  };
  return (
    <textarea
      ref={field}
      rows={1}
      aria-label={label}
      placeholder={placeholder}
      maxLength={longest}
      readOnly={busy}
      value={text}
      onChange={e => setText(e.target.value.replaceAll('\n', ' '))}
      onBlur={() => void save()}
      onPointerDown={e => e.stopPropagation()}
      onKeyDown={e => {
        // The keys of the tree are not those of a text.
        e.stopPropagation();
        if (e.nativeEvent.isComposing) return;
        if (e.key === 'Enter') {
          e.preventDefault();
          void save();
        } else if (e.key === 'Escape') {
          e.preventDefault();
          cancel();
        }
      }}
      className={cn('block w-full resize-none rounded-md border border-accent bg-raised px-2 py-1 text-sm leading-5 text-fg outline-2 outline-accent/25 max-md:text-[16px]', className)}
    />
  );
}
