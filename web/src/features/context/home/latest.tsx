'use client';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@/components/link';
import { Avatar } from '@/components/ui/avatar';
import { Card, SectionTitle } from '@/components/ui/card';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { useFormats } from '@/lib/format';
import { keys } from '@/lib/query-keys';
import { recordPath } from '@/lib/record-routes';
import { records } from '@/lib/records-api';
import { labelOf } from '../category-names';
import { entryPlural, entryType } from '../context-api';

const query = { sort: ['-updated_at'], limit: 6, fields: ['title', 'category', 'kind', 'status', 'updated_at'] };

/** The entries that changed last, with who changed them. */
export function Latest() {
  const format = useFormats();
  const found = useQuery({ queryKey: keys.list(entryType, query), queryFn: ({ signal }) => records.query(entryPlural, query, { signal }) });
  const list = found.data?.data ?? [];
  const last = useQueries({
    queries: list.map(e => ({
      queryKey: [...keys.history(entryType, e.id), 'last', e.version],
      queryFn: async () => (await records.history(entryPlural, e.id)).data[0] ?? null,
      staleTime: Infinity,
    })),
  });
  return (
    <section>
      <SectionTitle className="mb-1.5" aside={<Link href="/context/entries?sort=-updated_at" className="hover:text-fg hover:underline">All, newest first</Link>}>Last changed</SectionTitle>
      <Card className="overflow-hidden">
        {found.isPending && <SkeletonRows rows={4} />}
        {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} className="py-6" />}
        <ul aria-label="Last changed" className="divide-y">
          {list.map((e, at) => {
            const who = last[at]?.data?.user_name;
            return (
              <li key={e.id}>
                <Link href={recordPath(entryType, e.id)} className="flex min-h-10 items-center gap-2.5 px-3.5 py-1.5 text-sm -outline-offset-2 hover:bg-subtle">
                  {who ? <Avatar name={who} size={18} /> : <span aria-hidden className="size-[18px]" />}
                  <span className="min-w-0 flex-1 truncate font-medium">{e.title}</span>
                  <span className="shrink-0 text-xs text-fg-3 max-sm:hidden">{labelOf(e.category)}</span>
                  <span className="w-14 shrink-0 text-right text-xs text-fg-3">{format.ago(e.updated_at)}</span>
                </Link>
              </li>
            );
          })}
        </ul>
      </Card>
    </section>
  );
}
