'use client';
import { ArrowRight, Plus, Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Input } from '@/components/ui/input';
import { Select, type Option } from '@/components/ui/select';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import type { ImportColumn, Mapping, Policy } from './import-api';
import { externalId } from './mapping';

const policies: { value: Policy; label: string }[] = [
  { value: 'always', label: 'Always' },
  { value: 'create', label: 'Only in new records' },
  { value: 'update', label: 'Only in known records' },
  { value: 'fill_empty', label: 'Only where empty' },
  { value: 'never', label: 'Never' },
];

/** Above this a search stands over the columns, and a choice lists its fields only when it is come to. */
const many = 40;

function Filled({ column }: { column: ImportColumn }) {
  if (column.filled === null || column.filled === undefined || column.filled > 0.995) return null;
  return <span className="num ml-2 text-xs font-normal text-fg-3" title="Share of the rows with a value">{column.filled === 0 ? 'empty' : `${Math.max(1, Math.floor(column.filled * 100))} % filled`}</span>;
}

/** Why a column was given its field, and what could be done with one that has none. */
function Why({ column, field, busy, onMake }: { column: ImportColumn; field: string | null; busy: boolean; onMake: () => void }) {
  if (field === null && column.new_field) {
    return <Button variant="ghost" size="xs" className="-ml-2 mt-0.5 max-w-full" busy={busy} onClick={onMake}><Plus /><span className="truncate">Make a field “{column.new_field.label}”</span></Button>;
  }
  return column.reason && field === (column.suggested_field ?? null) ? <p className="mt-0.5 max-w-60 truncate text-2xs text-fg-3" title={column.reason}>{column.reason}</p> : null;
}

/** With hundreds of columns the browser would build tens of thousands of options that nobody opens. */
function FieldSelect({ lazy, options, ...rest }: React.ComponentProps<typeof Select> & { lazy: boolean }) {
  const [near, setNear] = useState(!lazy);
  const come = () => setNear(true);
  return <Select {...rest} options={near ? options : options.filter(o => o.value === rest.value)} onFocus={come} onPointerEnter={come} onPointerDown={come} />;
}

interface ColumnTableProps {
  columns: ImportColumn[];
  options: Option[];
  mapping: Mapping;
  /** Shows when each field is written. */
  ruled: boolean;
  wrong: Record<string, string>;
  making: string | null;
  onField: (column: string, field: string | null) => void;
  onPolicy: (field: string, policy: Policy) => void;
  onMake: (column: string) => void;
}

/** The columns of a file, each with the field it becomes. */
export function ColumnTable({ columns, options, mapping, ruled, wrong, making, onField, onPolicy, onMake }: ColumnTableProps) {
  const formats = useFormats();
  const [text, setText] = useState('');
  const [only, setOnly] = useState<'all' | 'mapped' | 'out'>('all');
  const sought = useDeferredValue(text.trim().toLowerCase());
  const long = columns.length > many;
  const mapped = columns.filter(c => mapping.columns[c.name]).length;
  const shown = columns.filter(c => (only === 'all' || (only === 'mapped') === Boolean(mapping.columns[c.name])) && (!sought || c.name.toLowerCase().includes(sought)));
  const parts = [{ value: 'all', label: 'All', count: columns.length }, { value: 'mapped', label: 'With a field', count: mapped }, { value: 'out', label: 'Left out', count: columns.length - mapped }] as const;
  return (
    <Card className="overflow-hidden">
      {long && (
        <div className="flex flex-wrap items-center gap-2 border-b bg-subtle p-1.5">
          <label className="relative min-w-40 flex-1">
            <Search aria-hidden className="pointer-events-none absolute left-2.5 top-1/2 size-4 -translate-y-1/2 text-fg-3" />
            <Input aria-label="Find a column" placeholder="Find a column" value={text} onChange={e => setText(e.target.value)} className="pl-8" />
          </label>
          <div role="group" aria-label="Columns" className="flex gap-1">
            {parts.map(p => <Button key={p.value} variant={only === p.value ? 'soft' : 'ghost'} aria-pressed={only === p.value} onClick={() => setOnly(p.value)}>{p.label}<span className="num text-fg-3">{formats.number(p.count)}</span></Button>)}
          </div>
        </div>
      )}
      <div className="overflow-x-auto">
        <table className={cn('w-full text-sm', !ruled && 'max-md:table-fixed')}>
          <thead className="bg-subtle text-left text-xs text-fg-3">
            <tr className="h-8 border-b [&>th]:px-3.5 [&>th]:font-medium">
              <th scope="col">Column of the file</th>
              <th scope="col" className="max-md:hidden">Samples</th>
              <th scope="col" className="w-8 max-md:hidden"><span className="sr-only">becomes</span></th>
              <th scope="col" className="w-64 max-md:w-44">Field</th>
              {ruled && <th scope="col" className="w-52">Written</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map(c => {
              const field = mapping.columns[c.name] ?? null;
              return (
                <tr key={c.name} className="h-11 border-b last:border-0 [&>td]:px-3.5 [&>td]:py-1">
                  <td className="max-w-[240px] break-words font-medium">{c.name || 'No heading'}<Filled column={c} /><span className="block max-w-[38vw] truncate text-xs font-normal text-fg-3 md:hidden">{c.samples[0]}</span></td>
                  <td className="max-w-[280px] truncate text-fg-3 max-md:hidden" title={c.samples.join(' · ').slice(0, 500)}>{c.samples.slice(0, 3).join(' · ').slice(0, 200)}</td>
                  <td className="px-0! text-fg-3 max-md:hidden"><ArrowRight aria-hidden className="size-3.5" /></td>
                  <td>
                    <FieldSelect lazy={long} aria-label={`Field for ${c.name}`} value={field ?? ''} onChange={e => onField(c.name, e.target.value || null)} placeholder="Leave out" options={options} />
                    <Why column={c} field={field} busy={making === c.name} onMake={() => onMake(c.name)} />
                    {wrong[c.name] && <p className="text-xs text-red-text">{wrong[c.name]}</p>}
                  </td>
                  {ruled && (
                    <td>
                      {field && field !== externalId && <Select aria-label={`When ${c.name} is written`} options={policies} value={mapping.policies?.[field] ?? 'always'} onChange={e => onPolicy(field, e.target.value as Policy)} />}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
        {shown.length === 0 && <p className="p-4 text-sm text-fg-3">No column matches.</p>}
      </div>
    </Card>
  );
}
