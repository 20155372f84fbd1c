'use client';
import dynamic from 'next/dynamic';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Link } from '@/components/link';
import { RecordIcon } from '@/components/record-icon';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { useType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { recordPath } from '@/lib/record-routes';
import { titleOf } from '@/lib/record-title';
import { records, type AnyRecord, type FilterTree } from '@/lib/records-api';
import { can, useSession } from '@/lib/session';

const CreateDialog = dynamic(() => import('../form/create-dialog').then(m => m.CreateDialog), { ssr: false });

interface LinkedListProps {
  type: string;
  title: string;
  /** Field of the listed type that points to the record in view. */
  field: string;
  id: string;
  sort: string[];
  filter?: FilterTree;
  preset?: Record<string, string>;
  empty: string;
  aside: (record: AnyRecord) => ReactNode;
  limit?: number;
}

/** Records that name the one in view, with a form to add another. */
export function LinkedList({ type: name, title, field, id, sort, filter, preset, empty, aside, limit = 12 }: LinkedListProps) {
  const type = useType(name);
  const session = useSession().data;
  const [adding, setAdding] = useState(false);
  const own: FilterTree = { field, op: 'is', value: id };
  const found = useQuery({
    queryKey: [...keys.lists(name), 'linked', field, id, filter ?? null],
    queryFn: ({ signal }) => records.query(type?.plural ?? '', { filter: filter ? { and: [own, filter] } : own, sort, limit, count: true }, { signal }),
    enabled: type !== undefined,
  });
  if (!type || !can(session, `${name}.read`)) return null;
  const list = found.data?.data ?? [];
  return (
    <section className="min-w-0" aria-label={title}>
      <SectionTitle
        className="mb-2"
        aside={can(session, `${name}.create`) && <Button data-edge variant="ghost" size="icon" aria-label={`Add ${type.label.toLowerCase()}`} onClick={() => setAdding(true)}><Plus /></Button>}
      >
        {title} <span className="num ml-1 font-normal text-fg-3">{found.data?.total ?? ''}</span>
      </SectionTitle>
      {found.isPending && <Skeleton className="w-1/2" />}
      {found.isError && <p className="text-sm text-fg-3">Could not be read.</p>}
      {found.data && list.length === 0 && <p className="text-sm text-fg-3">{empty}</p>}
      {list.length > 0 && (
        <Card>
          <ul>
            {list.map(r => (
              <li key={r.id} className="relative flex min-h-10 items-center gap-2.5 border-b px-3.5 py-1.5 text-sm last:border-0 hover:bg-subtle">
                <RecordIcon type={name} className="size-4 shrink-0 text-fg-3" />
                <Link href={recordPath(name, r.id, type.plural)} className="min-w-0 flex-1 truncate font-medium after:absolute after:inset-0">{titleOf(r, type)}</Link>
                <span className="flex shrink-0 items-center gap-2.5 text-xs text-fg-3">{aside(r)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {adding && <CreateDialog type={type} preset={new URLSearchParams({ [field]: id, ...preset })} onClose={() => setAdding(false)} onCreated={() => void found.refetch()} />}
    </section>
  );
}
