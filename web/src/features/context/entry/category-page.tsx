'use client';
import { usePathname, useRouter } from 'next/navigation';
import { PageHeader } from '@/components/page-header';
import { ErrorState } from '@/components/ui/states';
import { RecordList } from '@/features/records/record-list';
import { useRouteParams } from '@/lib/route';
import { GitFork, Settings2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Link } from '@/components/link';
import { Button, buttonStyle } from '@/components/ui/button';
import { can, useSession } from '@/lib/session';
import { categoryFrom, names } from '../category-names';
import { entryType } from '../names';

const CategorySettingsDialog = dynamic(() => import('./category-settings').then(m => m.CategorySettingsDialog), { ssr: false });

/** All entries of a category. */
export function CategoryPage() {
  const router = useRouter();
  const path = usePathname();
  const session = useSession().data;
  const [setting, setSetting] = useState(false);
  const mayManage = can(session, 'context.manage') && !session?.viewing_as;
  const { category: segment = '' } = useRouteParams('/context/[category]');
  const category = categoryFrom(segment);
  if (!category) return <><PageHeader title="Context" /><ErrorState error={new Error(`There is no category "${segment}".`)} /></>;
  const { label, text } = names[category];
  return (
    <>
    <RecordList
      key={path}
      type={entryType}
      part={{
        title: label,
        filter: { field: 'category', op: 'is', value: category },
        without: ['category'],
        actions: <>{category === 'message_tree' && <Link href="/context/trees" className={buttonStyle()}><GitFork />Trees</Link>}{mayManage && <Button variant="ghost" size="icon" aria-label="Review and retention" title="Review and retention" onClick={() => setSetting(true)}><Settings2 /></Button>}</>,
        onCreate: () => router.push(`/context/entries/new?category=${category}`),
        createLabel: 'New entry',
        empty: { title: `Nothing in ${label.toLowerCase()} yet`, text },
      }}
    />
    {setting && <CategorySettingsDialog first={category} onClose={() => setSetting(false)} />}
    </>
  );
}
