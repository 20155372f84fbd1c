'use client';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from '@/components/link';
import { RecordIcon } from '@/components/record-icon';
import { Card, SectionTitle } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { useFormats } from '@/lib/format';
import { fieldOf, useTypes, type FieldType, type RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { listPath, recordPath } from '@/lib/record-routes';
import { records, type AnyRecord } from '@/lib/records-api';
import { can, usePeople, useSession } from '@/lib/session';
import { titleOf } from '@/lib/record-title';
import { isBlank } from '../field/field-text';
import { FieldValue } from '../field/field-value';

const shown = 8;

export interface RelatedLink {
  other: RecordType;
  field: FieldType;
}

/** The reference fields of other types, as far as they may be read, that can point to a record of this one. */
export function useRelatedLinks(type: RecordType): RelatedLink[] {
  const types = useTypes().data ?? [];
  const session = useSession().data;
  return types.flatMap(other =>
    can(session, `${other.name}.read`) ? other.fields.filter(f => f.kind === 'reference' && f.ref === type.name && f.filter).map(field => ({ other, field })) : [],
  );
}

export function Related({ links, record }: { links: RelatedLink[]; record: AnyRecord }) {
  return (
    <div className="flex max-w-[920px] flex-col gap-6 px-5 py-4 max-md:px-4">
      {links.map(({ other, field }) => <RelatedList key={`${other.name}.${field.name}`} other={other} field={field} record={record} />)}
    </div>
  );
}

function RelatedList({ other, field, record }: RelatedLink & { record: AnyRecord }) {
  const format = useFormats();
  const people = usePeople().data;
  const names = useMemo(() => new Map(people?.map(p => [p.id, p.name])), [people]);
  const session = useSession().data;
  const filter = { field: field.name, op: 'is', value: record.id };
  const found = useQuery({
    queryKey: [...keys.lists(other.name), 'of', field.name, record.id],
    queryFn: ({ signal }) => records.query(other.plural, { filter, sort: ['-updated_at'], limit: shown, count: true }, { signal }),
  });
  const total = found.data?.total ?? 0;
  const columns = other.ui.list.flatMap(n => (n === other.title_field || n === field.name ? [] : (fieldOf(other, n) ?? []))).slice(0, 4);
  const list = `${listPath(other.name, other.plural)}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
  const mayCreate = other.operations.includes('create') && can(session, `${other.name}.create`) && !record.deleted_at;
  return (
    <section>
      <SectionTitle
        aside={
          <>
            {total > shown && <Link href={list} className="px-2 font-medium text-fg-2 hover:text-fg">All {format.number(total)}</Link>}
            {mayCreate && (
              <Link href={`${listPath(other.name, other.plural)}?create=1&${field.name}=${record.id}`} aria-label={`New ${other.label.toLowerCase()}`} className="grid size-7 place-items-center rounded-md hover:bg-hover hover:text-fg [&_svg]:size-4">
                <Plus />
              </Link>
            )}
          </>
        }
      >
        {other.label_plural} <span className="num ml-1 font-normal text-fg-3">{found.data ? format.number(total) : ''}</span>
      </SectionTitle>
      {found.isPending && <Skeleton className="mt-2 w-1/2" />}
      {found.error && <p className="text-sm text-fg-3">Could not be read.</p>}
      {found.data && total === 0 && <p className="text-sm text-fg-3">None yet.</p>}
      {total > 0 && (
        <Card className="mt-1 overflow-hidden">
          <ul className="divide-y">
            {found.data?.data.map(r => (
              <li key={r.id} className="relative flex min-h-[38px] items-center gap-3 px-3 text-sm hover:bg-subtle">
                <RecordIcon type={other.name} className="size-4 shrink-0 text-fg-3" />
                <Link href={recordPath(other.name, r.id, other.plural)} className="min-w-0 flex-1 truncate font-medium text-fg after:absolute after:inset-0">{titleOf(r, other)}</Link>
                <span className="flex min-w-0 shrink-0 items-center gap-3 text-fg-2 max-md:max-w-[50%] max-md:overflow-hidden">
                  {columns.filter(c => !isBlank(r[c.name])).map(c => <FieldValue key={c.name} field={c} record={r} format={format} people={names} compact />)}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </section>
  );
}
