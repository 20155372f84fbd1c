'use client';
import { Check, Minus } from 'lucide-react';
import { Link } from '@/components/link';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import type { Formats, MoneyValue } from '@/lib/format';
import type { FieldType } from '@/lib/meta';
import { recordPath } from '@/lib/record-routes';
import type { AnyRecord } from '@/lib/records-api';
import { toneOf } from '@/lib/tone';
import { isBlank } from './field-text';
import { refsOf } from './references';
import { Score } from './score';

interface FieldValueProps {
  field: FieldType;
  record: AnyRecord;
  format: Formats;
  /** Names of people by id. */
  people?: Map<string, string>;
  /** In a table: one line, links out of the tab order. */
  compact?: boolean;
}

export const bareUrl = (url: string) => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
const safeUrl = (url: string) => (/^https?:\/\//i.test(url) ? url : `https://${url}`);

/** Free lists of country codes are shown by name. */
export const plainChoice = (field: FieldType, value: string, format: Formats) => (/countr/.test(field.name) && /^[A-Z]{2}$/.test(value) ? format.country(value) : value);

function jsonText(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value.map(v => (typeof v === 'string' ? v : ((v as { name?: string } | null)?.name ?? JSON.stringify(v)))).join(', ');
}

function People({ ids, record, field, people }: { ids: string[]; record: AnyRecord; field: FieldType; people?: Map<string, string> }) {
  const refs = refsOf(record, field.name);
  return (
    <span className="flex min-w-0 flex-wrap gap-x-3 gap-y-1 overflow-hidden">
      {ids.map(id => {
        const name = people?.get(id) ?? refs.find(r => r.id === id)?.title ?? 'Somebody';
        return <span key={id} className="flex min-w-0 items-center gap-1.5"><Avatar name={name} size={18} decorative /><span className="truncate">{name}</span></span>;
      })}
    </span>
  );
}

export function FieldValue({ field, record, format, people, compact }: FieldValueProps) {
  const value = record[field.name];
  if (isBlank(value)) return compact ? null : <span className="text-fg-3">Empty</span>;
  const tab = compact ? -1 : undefined;
  switch (field.kind) {
    case 'money':
      return <span className="num font-medium">{format.money(value as MoneyValue, field.currency_field ? (record[field.currency_field] as string) : null)}</span>;
    case 'integer':
    case 'number':
      return <span className="num">{format.number(value as number)}</span>;
    case 'score':
      return <Score value={Number(value)} />;
    case 'date':
      return <span className="num whitespace-nowrap">{format.date(String(value))}</span>;
    case 'instant':
      return <time dateTime={String(value)} title={format.instant(String(value))} className="num whitespace-nowrap">{compact ? format.ago(String(value)) : format.instant(String(value))}</time>;
    case 'boolean':
      return value ? <Check aria-label="Yes" role="img" className="size-4 text-green-text" /> : <Minus aria-label="No" role="img" className="size-4 text-fg-3" />;
    case 'choice':
    case 'multi_choice':
      return (
        <span className="flex min-w-0 flex-wrap gap-1 overflow-hidden">
          {[value].flat().map(v => {
            const choice = field.choices?.find(c => c.value === v);
            return <Badge key={String(v)} tone={toneOf(choice?.tone)}>{choice?.label ?? plainChoice(field, String(v), format)}</Badge>;
          })}
        </span>
      );
    case 'person': {
      const name = refsOf(record, field.name)[0]?.title ?? people?.get(String(value)) ?? 'Somebody';
      return (
        <span className="flex min-w-0 items-center gap-2">
          <Avatar name={name} size={18} decorative />
          <span className="truncate">{name}</span>
        </span>
      );
    }
    case 'reference':
    case 'references':
      if (field.ref === 'person') return <People ids={[value].flat() as string[]} record={record} field={field} people={people} />;
      return (
        <span className="flex min-w-0 flex-wrap gap-x-2 overflow-hidden">
          {refsOf(record, field.name).map(ref => (
            <Link key={ref.id} href={recordPath(ref.type, ref.id)} tabIndex={tab} className="min-w-0 truncate text-fg hover:text-accent-text hover:underline">{ref.title}</Link>
          ))}
        </span>
      );
    case 'email':
      return <a href={`mailto:${String(value)}`} tabIndex={tab} className="min-w-0 truncate hover:text-accent-text hover:underline">{String(value)}</a>;
    case 'phone':
      return <a href={`tel:${String(value)}`} tabIndex={tab} className="num min-w-0 truncate hover:text-accent-text hover:underline">{String(value)}</a>;
    case 'url':
      return <a href={safeUrl(String(value))} target="_blank" rel="noreferrer" tabIndex={tab} className="min-w-0 truncate hover:text-accent-text hover:underline">{bareUrl(String(value))}</a>;
    case 'country':
      return <span className="truncate">{format.country(String(value))}</span>;
    case 'json':
      return <span className="truncate">{jsonText(value)}</span>;
    case 'long_text':
      return <span className={compact ? 'truncate' : 'whitespace-pre-wrap break-words'}>{String(value)}</span>;
    case 'text': {
      const named = field.name.endsWith('_name') ? refsOf(record, field.name.replace(/_name$/, '_id'))[0] : undefined;
      if (named) return <Link href={recordPath(named.type, named.id)} tabIndex={tab} className="min-w-0 truncate hover:text-accent-text hover:underline">{String(value)}</Link>;
      return <span className={compact ? 'truncate' : 'break-words'}>{String(value)}</span>;
    }
  }
}
