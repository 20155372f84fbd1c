'use client';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { useFormats } from '@/lib/format';
import { keys } from '@/lib/query-keys';
import { pluralOf, recordPath } from '@/lib/record-routes';
import { titleOf } from '@/lib/record-title';
import { records, type RecordRef } from '@/lib/records-api';
import { claimText, detailText, isEmpty, unknownDetails, words, type DetailField, type Details } from './details';

/** Titles of the records that details point to; an id alone says nothing. */
export function useDetailRefs(fields: DetailField[], details: Details): RecordRef[] {
  const wanted = fields.flatMap(f => (f.type === 'reference' && f.ref && typeof details[f.name] === 'string' ? [{ type: f.ref, id: details[f.name] as string }] : []));
  const found = useQueries({
    queries: wanted.map(({ type, id }) => ({ queryKey: keys.record(type, id), queryFn: () => records.get(pluralOf(type), id), staleTime: 60_000, retry: false })),
  });
  return wanted.flatMap(({ type, id }, at) => {
    const record = found[at]?.data;
    return record ? [{ type, id, title: titleOf(record) }] : [];
  });
}

/** The typed details of an entry, as they are read. */
export function DetailsView({ fields, details, without = [] }: { fields: DetailField[]; details: Details; without?: string[] }) {
  const refs = useDetailRefs(fields, details);
  const shown = fields.filter(f => !without.includes(f.name) && !isEmpty(details[f.name]));
  const other = unknownDetails(details, fields);
  if (shown.length + other.length === 0) return null;
  return (
    <dl className="flex flex-col gap-3">
      {shown.map(f => (
        <div key={f.name} className="grid grid-cols-[148px_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-sm max-md:grid-cols-1">
          <dt className="text-fg-3">{f.label}</dt>
          <dd className="min-w-0 break-words text-fg"><Value field={f} value={details[f.name]} refs={refs} /></dd>
        </div>
      ))}
      {other.map(name => (
        <div key={name} className="grid grid-cols-[148px_minmax(0,1fr)] gap-x-4 text-sm max-md:grid-cols-1">
          <dt className="text-fg-3">{words(name)}</dt>
          <dd className="min-w-0 break-words text-fg">{detailText(details[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ field, value, refs }: { field: DetailField; value: unknown; refs: RecordRef[] }) {
  const format = useFormats();
  switch (field.type) {
    case 'choice':
      return <Badge>{words(String(value))}</Badge>;
    case 'boolean':
      return value ? 'Yes' : 'No';
    case 'date':
      return <span className="num">{format.date(String(value))}</span>;
    case 'number':
      return <span className="num">{format.number(value as number)}</span>;
    case 'reference': {
      const ref = refs.find(r => r.id === value);
      return ref ? <Link href={recordPath(ref.type, ref.id)} className="font-medium text-accent-text hover:underline">{ref.title}</Link> : <span className="text-fg-3">A {field.ref?.replaceAll('_', ' ')}</span>;
    }
    case 'list':
      return <ul className="flex list-disc flex-col gap-0.5 pl-4 marker:text-fg-3">{[value].flat().map((v, i) => <li key={i}>{String(v)}</li>)}</ul>;
    case 'objects':
      return <ul className="flex list-disc flex-col gap-0.5 pl-4 marker:text-fg-3">{([value].flat() as Details[]).map((v, i) => <li key={i} className="num">{'measure' in v ? claimText(v) : detailText(v)}</li>)}</ul>;
    case 'text':
    case 'long_text':
      return <span className="whitespace-pre-wrap">{String(value)}</span>;
  }
}
