'use client';
import { Plus, Settings2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { Button, buttonStyle } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState, NoPermission } from '@/components/ui/states';
import { today, useFormats } from '@/lib/format';
import { can, useSession } from '@/lib/session';
import { useShortcuts } from '@/lib/shortcuts';
import { categories } from '../categories';
import { entryType } from '../names';
import { useOutdated } from '../outdated/outdated-api';
import { CategoryCard } from './category-card';
import { Concerns } from './concerns';
import { ContextSearch } from './context-search';
import { FirstSteps } from './first-steps';
import { concernsOf, useHome } from './home-data';
import { Latest } from './latest';
import { Tools } from './tools';

const CategorySettingsDialog = dynamic(() => import('../entry/category-settings').then(m => m.CategorySettingsDialog), { ssr: false });

/** Everything the company knows, in eight parts, and how it fares. */
export function ContextHomePage() {
  const router = useRouter();
  const session = useSession().data;
  const format = useFormats();
  const home = useHome();
  const stale = useOutdated(can(session, `${entryType}.read`));
  const [setting, setSetting] = useState(false);
  const mayCreate = can(session, `${entryType}.create`) && !session?.viewing_as;
  const mayManage = can(session, 'context.manage') && !session?.viewing_as;
  useShortcuts({ c: () => router.push('/context/entries/new') }, mayCreate);
  if (session && !can(session, `${entryType}.read`)) return <><PageHeader title="Context" /><NoPermission /></>;
  const all = (home.data ?? []).reduce((sum, part) => sum + part.entries, 0);
  return (
    <>
      <PageHeader title="Context" count={home.data && format.number(all)}>
        {mayManage && <Button variant="ghost" size="icon" aria-label="Review and retention" title="Review and retention" onClick={() => setSetting(true)}><Settings2 /></Button>}
        {all > 0 && mayCreate && <Link href="/context/setup" className={buttonStyle({ variant: 'ghost', className: 'max-sm:hidden' })}>Set up</Link>}
        {all > 0 && <Link href="/context/entries" className={buttonStyle({ className: 'max-sm:hidden' })}>All entries</Link>}
        {mayCreate && <Link href="/context/entries/new" className={buttonStyle({ variant: 'primary' })}><Plus />New entry</Link>}
      </PageHeader>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-[1120px] flex-col gap-6 p-5 max-md:p-3.5">
          {home.isPending && <SkeletonRows rows={8} />}
          {home.error && <ErrorState error={home.error} retry={() => void home.refetch()} />}
          {home.data && (
            <>
              {all > 0 ? <ContextSearch /> : mayCreate && <FirstSteps may={permission => can(session, permission)} />}
              <section aria-label="Categories">
                <h2 className="sr-only">Categories</h2>
                <ul className="grid grid-cols-4 gap-3 max-xl:grid-cols-2 max-sm:grid-cols-1">
                  {categories.map(c => <CategoryCard key={c} category={c} part={home.data.find(p => p.category === c)} />)}
                </ul>
              </section>
              <Tools may={permission => can(session, permission)} />
              {all > 0 && (
                <div className="grid items-start gap-6 lg:grid-cols-2">
                  <Concerns concerns={concernsOf(home.data, today(format.timeZone), stale.data?.length)} />
                  <Latest />
                </div>
              )}
            </>
          )}
        </div>
      </div>
      {setting && <CategorySettingsDialog onClose={() => setSetting(false)} />}
    </>
  );
}
