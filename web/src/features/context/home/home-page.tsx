'use client';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { buttonStyle } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState, NoPermission } from '@/components/ui/states';
import { useFormats } from '@/lib/format';
import { keys } from '@/lib/query-keys';
import { recordPath } from '@/lib/record-routes';
import { records } from '@/lib/records-api';
import { can, useSession } from '@/lib/session';
import { useShortcuts } from '@/lib/shortcuts';
import { categories, iconOf, labelOf } from '../categories';
import { entryPlural, entryType } from '../context-api';
import { CategoryCard } from './category-card';
import { ContextSearch } from './context-search';
import { total, useCounts } from './home-data';

/** Everything the company knows, in eight parts, and how it fares. */
export function ContextHomePage() {
  const router = useRouter();
  const session = useSession().data;
  const format = useFormats();
  const counts = useCounts();
  const mayCreate = can(session, `${entryType}.create`) && !session?.viewing_as;
  useShortcuts({ c: () => router.push('/context/entries/new') }, mayCreate);
  if (session && !can(session, `${entryType}.read`)) return <><PageHeader title="Context" /><NoPermission /></>;
  const all = Object.values(counts.data ?? {}).reduce((sum, c) => sum + total(c), 0);
  return (
    <>
      <PageHeader title="Context" count={counts.data && format.number(all)}>
        {all > 0 && <Link href="/context/entries" className={buttonStyle()}>All entries</Link>}
        {mayCreate && <Link href="/context/entries/new" className={buttonStyle({ variant: 'primary' })}><Plus />New entry</Link>}
      </PageHeader>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-[1120px] flex-col gap-6 p-5 max-md:p-3.5">
          {counts.isPending && <SkeletonRows rows={8} />}
          {counts.error && <ErrorState error={counts.error} retry={() => void counts.refetch()} />}
          {counts.data && (
            <>
              {all > 0 && <ContextSearch />}
              <section aria-label="Categories">
                <ul className="grid grid-cols-4 gap-3 max-xl:grid-cols-2 max-sm:grid-cols-1">
                  {categories.map(c => <CategoryCard key={c} category={c} counts={counts.data[c]} />)}
                </ul>
              </section>
              {all > 0 && <Latest />}
            </>
          )}
        </div>
      </div>
    </>
  );
}

function Latest() {
  const format = useFormats();
  const query = { sort: ['-updated_at'], limit: 8, fields: ['title', 'category', 'kind', 'status', 'updated_at'] };
  const found = useQuery({ queryKey: keys.list(entryType, query), queryFn: ({ signal }) => records.query(entryPlural, query, { signal }) });
  if (!found.data?.data.length) return null;
  return (
    <section>
      <SectionTitle className="mb-1.5" aside={<Link href="/context/entries?sort=-updated_at" className="hover:text-fg hover:underline">All, newest first</Link>}>Last changed</SectionTitle>
      <Card>
        <ul aria-label="Last changed" className="divide-y">
          {found.data.data.map(e => {
            const Icon = iconOf(e.category);
            return (
              <li key={e.id}>
                <Link href={recordPath(entryType, e.id)} className="flex min-h-10 items-center gap-3 px-3.5 py-1.5 text-sm -outline-offset-2 hover:bg-subtle">
                  <Icon aria-hidden className="size-4 shrink-0 stroke-[1.75] text-fg-3" />
                  <span className="min-w-0 flex-1 truncate font-medium">{e.title}</span>
                  <span className="shrink-0 text-xs text-fg-3 max-md:hidden">{labelOf(e.category)}</span>
                  <span className="w-20 shrink-0 text-right text-xs text-fg-3">{format.ago(e.updated_at)}</span>
                </Link>
              </li>
            );
          })}
        </ul>
      </Card>
    </section>
  );
}
