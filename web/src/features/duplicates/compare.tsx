'use client';
import { ArrowUpRight, Check } from 'lucide-react';
import { useMemo, type CSSProperties } from 'react';
import { Link } from '@/components/link';
import { Avatar } from '@/components/ui/avatar';
import { FieldValue } from '@/features/records/field/field-value';
import { cn } from '@/lib/cn';
import type { Choices, MergePreview } from '@/lib/duplicates-api';
import { useFormats } from '@/lib/format';
import type { RecordType } from '@/lib/meta';
import { recordPath } from '@/lib/record-routes';
import { titleOf } from '@/lib/record-title';
import type { AnyRecord } from '@/lib/records-api';
import { usePeople } from '@/lib/session';
import { linesOf } from './differences';

interface CompareProps {
  type: RecordType;
  records: AnyRecord[];
  survivor: string;
  choices: Choices;
  preview: MergePreview | undefined;
  /** Decided candidates are only looked at. */
  fixed: boolean;
  onSurvivor: (id: string) => void;
  onChoose: (field: string, record: string) => void;
}

/** Two records side by side. The value that stays is marked; a click takes the other. */
export function Compare({ type, records, survivor, choices, preview, fixed, onSurvivor, onChoose }: CompareProps) {
  const format = useFormats();
  const people = usePeople().data;
  const names = useMemo(() => new Map(people?.map(p => [p.id, p.name])), [people]);
  const lines = useMemo(() => linesOf(type, records), [type, records]);
  const kept = (field: string) => choices[field] ?? preview?.fields.find(f => f.field === field)?.from ?? (preview ? null : survivor);
  return (
    <div className="overflow-x-auto rounded-xl border border-line bg-raised shadow-e1">
      <table className="w-full table-fixed text-sm md:min-w-(--wide)" style={{ '--wide': `${150 + records.length * 205}px`, ...(records.length > 2 && { minWidth: 84 + records.length * 150 }) } as CSSProperties}>
        <colgroup><col className="w-[84px] md:w-[150px]" />{records.map(r => <col key={r.id} />)}</colgroup>
        <thead className="border-b bg-subtle text-left">
          <tr>
            <th scope="col" className="px-3.5 text-xs font-medium text-fg-3">Field</th>
            {records.map((r, i) => (
              <th key={r.id} scope="col" className="px-2 py-2 align-top font-normal">
                <label className={cn('flex items-start gap-2 rounded-lg border border-transparent p-1.5', !fixed && 'hover:bg-hover', r.id === survivor && !fixed && 'border-accent bg-accent-soft')}>
                  <span className="max-md:hidden"><Avatar name={titleOf(r, type)} size={26} square={type.name === 'company'} decorative /></span>
                  <span className="min-w-0 flex-1 leading-[17px]">
                    <span className="line-clamp-2 break-words font-semibold">{titleOf(r, type)}</span>
                    <span className={cn('block text-xs', r.id === survivor && !fixed ? 'text-accent-text' : 'text-fg-3')}>{r.id === survivor && !fixed ? 'Stays' : `Created ${format.date(r.created_at.slice(0, 10))}`}</span>
                  </span>
                  {!fixed && <input type="radio" name="survivor" aria-label={`Keep ${titleOf(r, type)} (${i + 1})`} checked={r.id === survivor} onChange={() => onSurvivor(r.id)} className="mt-1 accent-accent" />}
                  <Link href={recordPath(type.name, r.id, type.plural)} target="_blank" aria-label={`Open ${titleOf(r, type)} in a new tab`} className="mt-0.5 rounded-sm text-fg-3 hover:text-fg"><ArrowUpRight className="size-4" /></Link>
                </label>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ field, differs, choice }) => (
            <tr key={field.name} className={cn('border-b last:border-0', !differs && 'text-fg-3')}>
              <th scope="row" className="px-3.5 py-1.5 text-left align-top text-xs font-medium text-fg-3 max-md:pr-1"><span className="block truncate leading-6">{field.label}</span></th>
              {records.map((r, i) => {
                const on = differs && !field.read_only && kept(field.name) === r.id;
                const value = <FieldValue field={field} record={r} format={format} people={names} compact />;
                return (
                  <td key={r.id} className="px-2 py-1 align-top">
                    {choice && !fixed ? (
                      <div className={cn('relative flex min-h-7 items-center gap-2 rounded-md border px-2 py-0.5 has-focus-visible:outline-2 has-focus-visible:outline-accent', on ? 'border-accent bg-accent-soft' : 'border-line hover:bg-hover')}>
                        <input
                          type="radio"
                          name={`keep-${field.name}`}
                          aria-label={`Keep ${field.label} of record ${i + 1}`}
                          checked={on}
                          onChange={() => onChoose(field.name, r.id)}
                          className="absolute inset-0 size-full cursor-default opacity-0"
                        />
                        <span className="pointer-events-none min-w-0 flex-1 truncate">{value}</span>
                        {on && <Check aria-hidden className="pointer-events-none size-3.5 shrink-0 text-accent-text" />}
                      </div>
                    ) : (
                      <span className={cn('flex min-h-7 min-w-0 items-center truncate px-2', on && 'font-medium text-fg')}>{value ?? <span className="text-fg-3">Empty</span>}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
