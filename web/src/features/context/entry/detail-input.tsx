'use client';
import { ArrowDown, ArrowUp, Plus, Trash2, X } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input, Textarea } from '@/components/ui/input';
import { FieldInput } from '@/features/records/field/field-input';
import type { Formats } from '@/lib/format';
import type { RecordRef } from '@/lib/records-api';
import type { Person } from '@/lib/session';
import { asField, type DetailField, type Details } from './details';

interface DetailInputProps {
  field: DetailField;
  value: unknown;
  onChange: (value: unknown) => void;
  format: Formats;
  people: Person[];
  refs: RecordRef[];
  error?: string;
}

/** The input of one typed detail, by what the server says of it. */
export function DetailInput({ field, value, onChange, format, people, refs, error }: DetailInputProps) {
  if (field.type === 'objects') return <Objects field={field} value={value} onChange={onChange} format={format} people={people} refs={refs} error={error} />;
  if (field.type === 'list') return <Lines field={field} value={Array.isArray(value) ? value.map(String) : []} onChange={onChange} error={error} />;
  return (
    <Field label={field.label} hint={field.help} error={error} required={field.required}>
      {({ id, ...control }) => field.type === 'long_text'
        ? <Textarea id={id} {...control} rows={4} value={typeof value === 'string' ? value : ''} onChange={e => onChange(e.target.value)} />
        : <FieldInput id={id} invalid={control['aria-invalid']} describedBy={control['aria-describedby']} field={asField(field)} value={value} onChange={onChange} format={format} people={people} refs={refs.filter(r => r.id === value)} />}
    </Field>
  );
}

/** A list of texts: Enter begins the next, Backspace in an empty one takes it out, several pasted lines become several texts. */
function Lines({ field, value, onChange, error }: { field: DetailField; value: string[]; onChange: (value: string[]) => void; error?: string }) {
  const box = useRef<HTMLUListElement>(null);
  const focus = (at: number) => requestAnimationFrame(() => box.current?.querySelectorAll('input')[at]?.focus());
  const put = (at: number, text: string) => onChange(value.map((v, i) => (i === at ? text : v)));
  const drop = (at: number) => onChange(value.filter((_, i) => i !== at));
  const add = (at: number, texts: string[] = ['']) => {
    onChange([...value.slice(0, at), ...texts, ...value.slice(at)]);
    focus(at + texts.length - 1);
  };
  const move = (at: number, to: number) => {
    if (to < 0 || to >= value.length) return;
    const next = [...value];
    next.splice(to, 0, ...next.splice(at, 1));
    onChange(next);
    focus(to);
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-1" aria-describedby={`${field.name}-note`}>
      <legend className="mb-1 text-xs font-medium text-fg-2">{field.label}{field.required && <span aria-hidden className="ml-0.5 text-red-text">*</span>}</legend>
      <ul ref={box} className="flex flex-col gap-1">
        {value.map((text, at) => (
          <li key={at} className="flex items-center gap-1">
            <Input
              aria-label={`${field.label}, ${at + 1} of ${value.length}`}
              value={text}
              onChange={e => put(at, e.target.value)}
              onPaste={e => {
                const lines = e.clipboardData.getData('text').split(/\r?\n/).map(l => l.replace(/^\s*([-*•]|\d+[.)])\s+/, '').trim()).filter(Boolean);
                if (lines.length < 2) return;
                e.preventDefault();
                const [first = '', ...rest] = lines;
                onChange([...value.slice(0, at), text ? `${text} ${first}` : first, ...rest, ...value.slice(at + 1)]);
                focus(at + rest.length);
              }}
              onKeyDown={e => {
                if (e.key === 'Enter' && !e.metaKey && !e.ctrlKey) {
                  e.preventDefault();
                  add(at + 1);
                } else if (e.key === 'Backspace' && !text) {
                  e.preventDefault();
                  drop(at);
                  focus(Math.max(0, at - 1));
                } else if (e.altKey && (e.key === 'ArrowUp' || e.key === 'ArrowDown')) {
                  e.preventDefault();
                  move(at, at + (e.key === 'ArrowUp' ? -1 : 1));
                }
              }}
            />
            <Button variant="ghost" size="icon" aria-label={`Move up: ${text || 'empty line'}`} disabled={at === 0} onClick={() => move(at, at - 1)} className="max-sm:hidden"><ArrowUp /></Button>
            <Button variant="ghost" size="icon" aria-label={`Move down: ${text || 'empty line'}`} disabled={at === value.length - 1} onClick={() => move(at, at + 1)} className="max-sm:hidden"><ArrowDown /></Button>
            <Button variant="ghost" size="icon" aria-label={`Remove: ${text || 'empty line'}`} onClick={() => drop(at)}><X /></Button>
          </li>
        ))}
      </ul>
      <Button size="xs" className="self-start" aria-label={`Add to ${field.label}`} onClick={() => add(value.length)}><Plus />Add</Button>
      <Note field={field} error={error} />
    </fieldset>
  );
}

function Objects({ field, value, onChange, format, people, refs, error }: DetailInputProps) {
  const all = (Array.isArray(value) ? value : []) as Details[];
  const put = (at: number, part: Details) => onChange(all.map((v, i) => (i === at ? { ...v, ...part } : v)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5" aria-describedby={`${field.name}-note`}>
      <legend className="mb-1 text-xs font-medium text-fg-2">{field.label}</legend>
      {all.map((one, at) => (
        <div key={at} role="group" aria-label={`${field.label}, ${at + 1} of ${all.length}`} className="relative grid grid-cols-2 gap-3 rounded-lg border border-line bg-subtle p-3 pr-11 max-sm:grid-cols-1">
          {field.parts.map(part => <DetailInput key={part.name} field={part} value={one[part.name]} onChange={v => put(at, { [part.name]: v })} format={format} people={people} refs={refs} />)}
          <Button variant="ghost" size="icon" aria-label={`Remove ${at + 1} of ${field.label}`} onClick={() => onChange(all.filter((_, i) => i !== at))} className="absolute right-1.5 top-1.5"><Trash2 /></Button>
        </div>
      ))}
      <Button size="xs" className="self-start" aria-label={`Add to ${field.label}`} onClick={() => onChange([...all, {}])}><Plus />Add</Button>
      <Note field={field} error={error} />
    </fieldset>
  );
}

function Note({ field, error }: { field: DetailField; error?: string }) {
  if (error) return <p id={`${field.name}-note`} className="text-xs text-red-text">{error}</p>;
  return field.help ? <p id={`${field.name}-note`} className="text-xs text-fg-3">{field.help}</p> : null;
}
