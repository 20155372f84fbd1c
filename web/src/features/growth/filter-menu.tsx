'use client';
import { ListFilter, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Popover } from '@/components/ui/popover';
import { Select } from '@/components/ui/select';
import { useFormats } from '@/lib/format';
import type { Test, Vocabulary } from './journeys-api';
import { dimensionNames, dimensions, valueName } from './names';

interface FilterProps {
  where: Test[];
  vocabulary: Vocabulary | undefined;
  onChange: (where: Test[]) => void;
}

/** Conditions that every event meets, as chips that can be taken away, and a menu that adds one. */
export function FilterMenu({ where, vocabulary, onChange }: FilterProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const format = useFormats();
  const label = (test: Test) => {
    const names = test.values.map(v => valueName(test.dimension, v, vocabulary?.values[test.dimension]?.find(k => k.value === v)?.label, format.country));
    return `${dimensionNames[test.dimension] ?? test.dimension} ${test.not ? 'is not' : 'is'} ${names.join(' or ')}`;
  };
  return (
    <>
      {where.map((test, i) => (
        <span key={`${test.dimension}-${i}`} className="flex h-7 max-w-72 items-center rounded-md border border-line bg-raised pl-2 text-xs shadow-e1 max-md:h-11">
          <span className="truncate">{label(test)}</span>
          <Button variant="ghost" size="icon" aria-label={`Take away: ${label(test)}`} className="max-md:size-11" onClick={() => onChange(where.filter((_, at) => at !== i))}><X /></Button>
        </span>
      ))}
      <Button ref={anchor} aria-haspopup="dialog" aria-expanded={open} className="max-md:h-11" onClick={() => setOpen(!open)}><ListFilter />Filter</Button>
      <Popover open={open} onClose={() => setOpen(false)} anchor={anchor} className="w-72 p-3">
        <NewTest vocabulary={vocabulary} onAdd={test => { setOpen(false); anchor.current?.focus(); onChange([...where, test]); }} />
      </Popover>
    </>
  );
}

function NewTest({ vocabulary, onAdd }: { vocabulary: Vocabulary | undefined; onAdd: (test: Test) => void }) {
  const format = useFormats();
  const usable = dimensions.filter(d => (vocabulary?.values[d] ?? []).some(v => v.value !== ''));
  const [dimension, setDimension] = useState(usable[0] ?? 'channel');
  const [not, setNot] = useState(false);
  const [values, setValues] = useState<string[]>([]);
  const [text, setText] = useState('');
  const all = vocabulary?.values[dimension] ?? [];
  const named = all.map(v => ({ ...v, name: valueName(dimension, v.value, v.label, format.country) }));
  const shown = named.filter(v => v.name.toLowerCase().includes(text.trim().toLowerCase())).slice(0, 50);
  if (usable.length === 0) return <p className="text-sm text-fg-3">The events of this period have nothing to filter by.</p>;
  return (
    <form
      aria-label="New filter"
      className="flex flex-col gap-2"
      onSubmit={e => {
        e.preventDefault();
        if (values.length > 0) onAdd({ dimension, values, ...(not && { not }) });
      }}
    >
      <div className="flex gap-2">
        <Select autoFocus aria-label="Dimension" value={dimension} onChange={e => { setDimension(e.target.value); setValues([]); setText(''); }} options={usable.map(d => ({ value: d, label: dimensionNames[d] ?? d }))} />
        <Select aria-label="Is or is not" value={not ? 'not' : 'is'} onChange={e => setNot(e.target.value === 'not')} options={[{ value: 'is', label: 'is' }, { value: 'not', label: 'is not' }]} className="w-28" />
      </div>
      {all.length > 8 && <Input type="search" aria-label="Find a value" placeholder="Find a value…" value={text} onChange={e => setText(e.target.value)} />}
      <ul className="max-h-52 overflow-y-auto" aria-label="Values">
        {shown.map(v => (
          <li key={v.value}>
            <label className="flex min-h-8 items-center gap-2 rounded-md px-1.5 text-sm hover:bg-hover max-md:min-h-11">
              <input type="checkbox" className="size-4 accent-accent" checked={values.includes(v.value)} onChange={e => setValues(e.target.checked ? [...values, v.value] : values.filter(x => x !== v.value))} />
              <span className="min-w-0 flex-1 truncate">{v.name}</span>
              <span className="num text-xs text-fg-3">{format.number(v.events)}</span>
            </label>
          </li>
        ))}
      </ul>
      <Button type="submit" variant="primary" disabled={values.length === 0} className="max-md:h-11">Add filter</Button>
    </form>
  );
}
