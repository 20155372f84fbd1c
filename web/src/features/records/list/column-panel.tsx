'use client';
import { ArrowDown, ArrowUp, Minus, Plus, RotateCcw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { useTypes, type RecordType } from '@/lib/meta';
import { pathOptions } from '../field/field-path';
import type { Columns, Density } from './columns';

export interface ColumnMenuProps {
  type: RecordType;
  names: string[];
  columns: Columns;
  density: Density;
  onChange: (names: string[]) => void;
  onWidth: (name: string, px: number | null) => void;
  onDensity: (density: Density) => void;
}

const usualWidth = 150;
const widthStep = 24;

export function ColumnPanel({ type, names, columns, density, onChange, onWidth, onDensity }: ColumnMenuProps) {
  const types = useTypes().data ?? [];
  const shown = columns.shown;
  const free = pathOptions(types, type, f => f.kind !== 'json', 1).filter(o => o.value !== type.title_field && !names.includes(o.value));
  const move = (name: string, by: number) => {
    const at = names.indexOf(name);
    const next = names.filter(n => n !== name);
    next.splice(Math.max(0, at + by), 0, name);
    onChange(next);
  };
  const widthOf = (name: string) => document.querySelector<HTMLElement>(`[data-column="${CSS.escape(name)}"]`)?.offsetWidth ?? usualWidth;
  return (
    <div role="group" aria-label="Columns" className="flex flex-col gap-2">
      <ol className="flex flex-col">
        {shown.map((f, i) => (
          <li key={f.name} className="group/item flex h-8 items-center gap-0.5 rounded-md pl-2 text-sm hover:bg-hover focus-within:bg-hover">
            <span className="min-w-0 flex-1 truncate">{f.label}</span>
            <span className="flex opacity-0 group-focus-within/item:opacity-100 group-hover/item:opacity-100 pointer-coarse:opacity-100">
              <Small label={`Narrower: ${f.label}`} onClick={() => onWidth(f.name, widthOf(f.name) - widthStep)}><Minus /></Small>
              <Small label={`Wider: ${f.label}`} onClick={() => onWidth(f.name, widthOf(f.name) + widthStep)}><Plus /></Small>
              <Small label={`Move ${f.label} up`} disabled={i === 0} onClick={() => move(f.name, -1)}><ArrowUp /></Small>
              <Small label={`Move ${f.label} down`} disabled={i === shown.length - 1} onClick={() => move(f.name, 1)}><ArrowDown /></Small>
            </span>
            <Small label={`Hide ${f.label}`} onClick={() => onChange(names.filter(n => n !== f.name))}><X /></Small>
          </li>
        ))}
      </ol>
      <Combobox label="Add a column" placeholder="Add a column…" value={null} options={free} clearable={false} onChange={o => o && onChange([...names, o.value])} />
      <div className="flex items-center gap-1 border-t pt-2">
        <span className="pl-2 text-xs text-fg-3">Rows</span>
        {(['normal', 'compact'] as const).map(d => (
          <Button key={d} variant={d === density ? 'soft' : 'ghost'} size="xs" aria-pressed={d === density} onClick={() => onDensity(d)}>{d === 'normal' ? 'Normal' : 'Compact'}</Button>
        ))}
        <Button variant="ghost" size="xs" className="ml-auto" onClick={() => { onChange(type.ui.list); shown.forEach(f => onWidth(f.name, null)); }}><RotateCcw />Usual</Button>
      </div>
    </div>
  );
}

function Small({ label, disabled, onClick, children }: { label: string; disabled?: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" aria-label={label} title={label} disabled={disabled} onClick={onClick} className="grid size-6 place-items-center rounded-xs text-fg-3 hover:bg-active hover:text-fg disabled:opacity-30 [&_svg]:size-3.5">
      {children}
    </button>
  );
}
