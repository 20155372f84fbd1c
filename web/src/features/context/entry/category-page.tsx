'use client';
import { usePathname, useRouter } from 'next/navigation';
import { PageHeader } from '@/components/page-header';
import { ErrorState } from '@/components/ui/states';
import { RecordList } from '@/features/records/record-list';
import { useRouteParams } from '@/lib/route';
import { about, categoryFrom } from '../categories';
import { entryType } from '../context-api';

/** All entries of a category. */
export function CategoryPage() {
  const router = useRouter();
  const path = usePathname();
  const { category: segment = '' } = useRouteParams('/context/[category]');
  const category = categoryFrom(segment);
  if (!category) return <><PageHeader title="Context" /><ErrorState error={new Error(`There is no category "${segment}".`)} /></>;
  const { label, text } = about[category];
  return (
    <RecordList
      key={path}
      type={entryType}
      part={{
        title: label,
        filter: { field: 'category', op: 'is', value: category },
        without: ['category'],
        onCreate: () => router.push(`/context/entries/new?category=${category}`),
        createLabel: 'New entry',
        empty: { title: `Nothing in ${label.toLowerCase()} yet`, text },
      }}
    />
  );
}
