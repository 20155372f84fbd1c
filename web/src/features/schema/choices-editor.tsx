'use client';
import { Plus, X } from 'lucide-react';
import { Badge, Dot } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Sortable } from '@/components/ui/sortable';
import type { Choice } from '@/lib/meta';
import { slugOf } from '@/lib/slug';
import { toneOf } from '@/lib/tone';

export const tones = ['neutral', 'blue', 'green', 'amber', 'red', 'teal'].map(value => ({ value, label: value.replace(/^./, c => c.toUpperCase()) }));

interface ChoicesEditorProps {
  choices: Choice[];
  /** Values that stand before these and cannot be taken away. */
  builtIn?: Choice[];
  /** What records may hold already. */
  stored: ReadonlySet<string>;
  onChange: (choices: Choice[]) => void;
  error?: string;
}

export function ChoicesEditor({ choices, builtIn = [], stored, onChange, error }: ChoicesEditorProps) {
  const set = (at: number, part: Partial<Choice>) => onChange(choices.map((c, i) => (i === at ? { ...c, ...part } : c)));
  const add = () => onChange([...choices, { value: slugOf(`value ${choices.length + 1}`, [...choices, ...builtIn].map(c => c.value)), label: '', tone: 'neutral' }]);
  // A new value follows its name; one that is stored keeps what records hold.
  const rename = (at: number, label: string) => {
    const now = choices[at];
    if (!now) return;
    const others = [...choices.filter((_, i) => i !== at), ...builtIn].map(c => c.value);
    set(at, stored.has(now.value) || !label.trim() ? { label } : { label, value: slugOf(label, others) });
  };
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 text-xs font-medium text-fg-2">Values</legend>
      {builtIn.length > 0 && <div className="flex flex-wrap gap-1 pb-1">{builtIn.map(c => <Badge key={c.value} tone={toneOf(c.tone)}>{c.label}</Badge>)}</div>}
      {choices.length > 0 && (
        <Sortable label="Values" items={choices} keyOf={c => String(choices.indexOf(c))} nameOf={c => c.label || 'New value'} onOrder={onChange} className="rounded-lg border border-line">
          {(c, i) => (
            <span className="flex items-center gap-1.5">
              <Dot tone={toneOf(c.tone)} className="size-2.5" />
              <Input
                aria-label={`Name of value ${i + 1}`}
                placeholder="Name"
                value={c.label}
                autoFocus={c.label === ''}
                onChange={e => rename(i, e.target.value)}
                onKeyDown={e => {
                  if (e.key !== 'Enter') return;
                  e.preventDefault();
                  add();
                }}
              />
              <Select aria-label={`Colour of value ${i + 1}`} className="w-28 shrink-0" options={tones} value={c.tone ?? 'neutral'} onChange={e => set(i, { tone: e.target.value })} />
              <Button variant="ghost" size="icon" aria-label={`Remove ${c.label || `value ${i + 1}`}`} onClick={() => onChange(choices.filter((_, at) => at !== i))}><X /></Button>
            </span>
          )}
        </Sortable>
      )}
      <div><Button variant="ghost" size="xs" onClick={add}><Plus />Add value</Button></div>
      {error && <p className="text-xs text-red-text">{error}</p>}
    </fieldset>
  );
}
