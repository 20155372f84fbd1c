'use client';
import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Combobox, type ComboOption } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { searchRecords } from '@/features/records/field/search-records';
import { useFormats, type Formats, type MoneyValue } from '@/lib/format';
import { useTypes, type RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { records } from '@/lib/records-api';
import { titleOf } from '@/lib/record-title';
import { kindLabel } from './field-draft';
import { schema, type FormulaCheck } from './schema-api';

interface FormulaEditorProps {
  type: RecordType;
  formula: string;
  onChange: (formula: string) => void;
  error?: string;
}

/** Own fields, then those of records it links to, one step away. */
function fieldPaths(type: RecordType, types: RecordType[]): { value: string; label: string }[] {
  const own = type.fields.filter(f => f.kind !== 'json').map(f => ({ value: f.name, label: f.label }));
  const linked = type.fields
    .filter(f => f.kind === 'reference' && f.ref && f.ref !== 'person')
    .flatMap(f => (types.find(t => t.name === f.ref)?.fields ?? []).filter(l => l.kind !== 'json' && l.kind !== 'long_text').map(l => ({ value: `${f.name}.${l.name}`, label: `${f.label}: ${l.label}` })));
  return [...own, ...linked];
}

function useCheck(type: string, formula: string, record: string) {
  const [settled, setSettled] = useState(formula);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(formula), 350);
    return () => clearTimeout(timer);
  }, [formula]);
  const text = settled.trim();
  const check = useQuery({
    queryKey: [...keys.schema, 'check', type, text, record],
    queryFn: ({ signal }) => schema.check({ record_type: type, formula: text, ...(record && { record_id: record }) }, signal),
    enabled: text !== '',
    staleTime: 30_000,
    retry: false,
  });
  return { check, waiting: settled !== formula || check.isFetching };
}

/** Writes a formula and says at once what it makes of a real record. */
export function FormulaEditor({ type, formula, onChange, error }: FormulaEditorProps) {
  const types = useTypes().data ?? [];
  const format = useFormats();
  const box = useRef<HTMLTextAreaElement>(null);
  const [sample, setSample] = useState<ComboOption | null>(null);
  const first = useQuery({
    queryKey: [...keys.lists(type.name), 'sample'],
    queryFn: ({ signal }) => records.query(type.plural, { sort: ['-updated_at'], limit: 1 }, { signal }),
    staleTime: 60_000,
  }).data?.data[0];
  const shown = sample ?? (first ? { value: first.id, label: titleOf(first, type) } : null);
  const { check, waiting } = useCheck(type.name, formula, shown?.value ?? '');
  const insert = (path: string) => {
    const at = box.current;
    const [from, to] = [at?.selectionStart ?? formula.length, at?.selectionEnd ?? formula.length];
    onChange(formula.slice(0, from) + path + formula.slice(to));
    requestAnimationFrame(() => {
      at?.focus();
      at?.setSelectionRange(from + path.length, from + path.length);
    });
  };
  return (
    <div className="flex flex-col gap-2">
      <Field label="Formula" required error={error} hint="Fields by name, links by a dot: company_id.name. Choose a field below to put it in.">
        {control => (
          <Textarea
            {...control}
            ref={box}
            spellCheck={false}
            autoCapitalize="off"
            rows={4}
            placeholder="deal_amount * probability / 100"
            value={formula}
            onChange={e => onChange(e.target.value)}
            className="font-mono text-[12.5px]"
          />
        )}
      </Field>
      <Select aria-label="Put a field into the formula" value="" placeholder="Put in a field…" options={fieldPaths(type, types)} onChange={e => e.target.value && insert(e.target.value)} />
      <div className="rounded-lg border border-line bg-subtle p-3 text-sm">
        <div className="mb-2 flex items-center gap-2">
          <span className="shrink-0 text-xs text-fg-3">For</span>
          <Combobox label="Record to try it on" clearable={false} value={shown} onChange={setSample} options={(text, signal) => searchRecords(type.name, text, signal)} placeholder={`A ${type.label.toLowerCase()}`} />
        </div>
        <div role="status" aria-live="polite"><Outcome formula={formula} check={check.data} failed={check.error} waiting={waiting} format={format} /></div>
      </div>
    </div>
  );
}

function Outcome({ formula, check, failed, waiting, format }: { formula: string; check?: FormulaCheck; failed: Error | null; waiting: boolean; format: Formats }) {
  if (!formula.trim()) return <p className="text-xs text-fg-3">The result appears here while you write.</p>;
  if (!check && waiting) return <p className="flex items-center gap-1.5 text-xs text-fg-3"><LoaderCircle className="size-3.5 animate-spin" />Checking…</p>;
  if (failed && !check) return <p className="flex items-start gap-1.5 text-red-text"><CircleAlert className="mt-0.5 size-4 shrink-0" />{failed.message}</p>;
  if (!check) return null;
  if (!check.ok) {
    const { message = 'This is not a formula.', start, end } = check.problem ?? {};
    return (
      <div className="flex flex-col gap-1.5">
        <p className="flex items-start gap-1.5 text-red-text"><CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" /><span>{message}</span></p>
        {typeof start === 'number' && start >= 0 && <Marked text={formula} start={start} end={end ?? start + 1} />}
      </div>
    );
  }
  const value = sampleText(check.value, check.kind ?? '', format);
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-2">
        <CircleCheck aria-hidden className="size-4 shrink-0 text-green-text" />
        <span className="num font-medium">{value || 'Empty'}</span>
        <span className="text-xs text-fg-3">{kindLabel(check.kind ?? '')}</span>
      </p>
      {check.problem?.message && <p className="text-xs text-amber-text">{check.problem.message}</p>}
      {!!check.depends_on?.length && <p className="text-xs text-fg-3">Computed anew when these change: {check.depends_on.join(', ')}</p>}
    </div>
  );
}

function Marked({ text, start, end }: { text: string; start: number; end: number }) {
  const to = Math.max(end, start + 1);
  return (
    <code className="block whitespace-pre-wrap break-words rounded-md bg-raised px-2 py-1 text-xs">
      {text.slice(0, start)}
      <mark className="rounded-xs bg-red-soft text-red-text underline decoration-wavy">{text.slice(start, to) || ' '}</mark>
      {text.slice(to)}
    </code>
  );
}

export function sampleText(value: unknown, kind: string, format: Formats): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (kind === 'money') return format.money(value as MoneyValue);
  if (kind === 'date') return format.date(String(value));
  if (kind === 'instant') return format.instant(String(value));
  if (typeof value === 'number') return format.number(value);
  if (typeof value === 'object' && 'amount' in value) return format.money(value as MoneyValue);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
