'use client';
import { Glasses, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { Reader } from './tree-api';
import { isReading, noReader, type Readings } from './tree-model';

interface ReadAsProps {
  readings: Readings;
  reader: Reader;
  languageName: (tag: string) => string;
  onChange: (reader: Reader) => void;
}

/** For whom the tree is read: each message is then shown in the live wording that fits best. */
export function ReadAs({ readings, reader, languageName, onChange }: ReadAsProps) {
  const fields: [keyof Reader, string, string, { value: string; label: string }[]][] = [
    ['segment', 'Segment', 'Any segment', readings.segments.map(s => ({ value: s, label: s }))],
    ['channel', 'Channel', 'Any channel', readings.channels.map(c => ({ value: c, label: c }))],
    ['language', 'Language', 'Any language', readings.languages.map(l => ({ value: l, label: languageName(l) }))],
  ];
  const choices = fields.filter(([, , , options]) => options.length > 0);
  return (
    <div role="group" aria-label="Read as" className="flex min-w-0 flex-wrap items-center gap-1.5">
      <span className="flex items-center gap-1 text-xs text-fg-3"><Glasses aria-hidden className="size-4 stroke-[1.75]" />Read as</span>
      {choices.map(([name, label, any, options]) => (
        <select
          key={name}
          aria-label={label}
          value={reader[name]}
          onChange={e => onChange({ ...reader, [name]: e.target.value })}
          className="h-7 max-w-40 rounded-md border border-line bg-raised px-1.5 text-xs text-fg hover:border-line-strong max-md:h-9 max-md:text-[16px]"
        >
          <option value="">{any}</option>
          {options.map(o => <option key={o.value} value={o.value}>{o.label}</option>)}
        </select>
      ))}
      {isReading(reader) && <Button variant="ghost" size="icon" aria-label="Read as written" title="Read as written" onClick={() => onChange(noReader)}><X /></Button>}
    </div>
  );
}
