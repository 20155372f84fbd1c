'use client';
import { Check, ChevronDown, X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { inputStyle } from './input';
import { Popover } from './popover';

export interface ComboOption {
  value: string;
  label: string;
  hint?: string;
  icon?: ReactNode;
}

interface ComboboxProps {
  id?: string;
  label: string;
  value: ComboOption | null;
  onChange: (value: ComboOption | null) => void;
  /** A fixed list, or a search that answers for what was typed. */
  options: ComboOption[] | ((text: string, signal: AbortSignal) => Promise<ComboOption[]>);
  placeholder?: string;
  clearable?: boolean;
  /** Takes the focus and shows its list at once. */
  autoFocus?: boolean;
  invalid?: boolean;
  describedBy?: string;
  onBlur?: () => void;
  className?: string;
}

const matches = (text: string) => (o: ComboOption) => o.label.toLowerCase().includes(text.trim().toLowerCase());

function useChoices(options: ComboboxProps['options'], text: string, open: boolean) {
  const [found, setFound] = useState<ComboOption[]>([]);
  const [busy, setBusy] = useState(false);
  const search = typeof options === 'function' ? options : null;
  useEffect(() => {
    if (!open || !search) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      setBusy(true);
      search(text, stop.signal)
        .then(list => setFound(list))
        .catch(() => stop.signal.aborted || setFound([]))
        .finally(() => stop.signal.aborted || setBusy(false));
    }, text ? 120 : 0);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
    // A new function each render must not search again: only text and open do.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text, open]);
  return { list: Array.isArray(options) ? options.filter(matches(text)) : found, busy };
}

/** Type to narrow, arrows to move, Enter to take, Escape to leave as it was. */
export function Combobox({ id, label, value, onChange, options, placeholder, clearable = true, autoFocus, invalid, describedBy, onBlur, className }: ComboboxProps) {
  const own = useId();
  const anchor = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const { list, busy } = useChoices(options, text ?? '', open);
  const active = Math.min(at, list.length - 1);
  const show = (first = 0) => {
    setOpen(true);
    setAt(first);
  };
  // Opened without typing, the list begins at what is chosen now.
  const showCurrent = () => show(Array.isArray(options) && text === null ? Math.max(0, options.findIndex(o => o.value === value?.value)) : 0);
  const leave = () => {
    setOpen(false);
    setText(null);
  };
  const take = (option: ComboOption) => {
    onChange(option);
    leave();
  };
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      if (!open) showCurrent();
      else setAt(Math.max(0, Math.min(list.length - 1, active + (e.key === 'ArrowDown' ? 1 : -1))));
    } else if (e.key === 'Enter' && open) {
      e.preventDefault();
      const option = list[active];
      if (option) take(option);
    } else if (e.key === 'Escape' && open) {
      e.preventDefault();
      e.stopPropagation();
      leave();
    }
  };
  useEffect(() => {
    if (open) document.getElementById(`${own}-${active}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [active, open, own]);
  return (
    <span className={cn('relative inline-flex w-full', className)}>
      <input
        ref={anchor}
        id={id}
        role="combobox"
        aria-label={id ? undefined : label}
        aria-expanded={open}
        aria-controls={`${own}-list`}
        aria-activedescendant={open && list[active] ? `${own}-${active}` : undefined}
        aria-autocomplete="list"
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        autoComplete="off"
        autoFocus={autoFocus}
        placeholder={value ? undefined : (placeholder ?? 'Choose…')}
        value={text ?? value?.label ?? ''}
        onFocus={e => {
          e.currentTarget.select();
          if (autoFocus) showCurrent();
        }}
        onClick={e => {
          // Typing replaces what is chosen; a click alone would put the caret into it.
          if (text === null) e.currentTarget.select();
          showCurrent();
        }}
        onChange={e => {
          setText(e.target.value);
          show();
        }}
        onBlur={() => {
          leave();
          onBlur?.();
        }}
        onKeyDown={onKeyDown}
        className={cn(inputStyle, 'h-8 text-ellipsis max-md:h-10', clearable && value ? 'pr-12' : 'pr-7')}
      />
      <span className="absolute inset-y-0 right-1.5 flex items-center gap-0.5 text-fg-3">
        {clearable && value && (
          <button type="button" tabIndex={-1} aria-label={`Clear ${label}`} onMouseDown={e => e.preventDefault()} onClick={() => onChange(null)} className="grid size-5 place-items-center rounded-xs hover:bg-hover">
            <X className="size-3" />
          </button>
        )}
        <ChevronDown aria-hidden className="pointer-events-none size-3.5" />
      </span>
      <Popover open={open} onClose={leave} anchor={anchor} matchWidth className="max-h-72">
        <ul id={`${own}-list`} role="listbox" aria-label={label}>
          {list.map((o, i) => (
            <li
              key={o.value}
              id={`${own}-${i}`}
              role="option"
              aria-selected={o.value === value?.value}
              onMouseDown={e => e.preventDefault()}
              onMouseEnter={() => setAt(i)}
              onClick={() => take(o)}
              className={cn('flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 text-sm', i === active && 'bg-active')}
            >
              {o.icon}
              <span className="min-w-0 truncate">{o.label}</span>
              {o.hint && <span className="min-w-0 truncate text-xs text-fg-3">{o.hint}</span>}
              {o.value === value?.value && <Check aria-hidden className="ml-auto size-3.5 shrink-0 text-fg-2" />}
            </li>
          ))}
        </ul>
        {list.length === 0 && <p role="status" className="px-2 py-1.5 text-xs text-fg-3">{busy ? 'Searching…' : 'Nothing found'}</p>}
      </Popover>
    </span>
  );
}
