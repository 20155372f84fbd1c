'use client';
import { useRouter } from 'next/navigation';
import { RecordList } from '@/features/records/record-list';
import { entryType } from '../names';

/** Entries of all categories. */
export function EntriesPage() {
  const router = useRouter();
  return (
    <RecordList
      type={entryType}
      part={{
        title: 'All entries',
        onCreate: () => router.push('/context/entries/new'),
        createLabel: 'New entry',
        empty: { title: 'Nothing is written down yet', text: 'Policies, messages, rules and templates: what agents and colleagues may rely on.' },
      }}
    />
  );
}
