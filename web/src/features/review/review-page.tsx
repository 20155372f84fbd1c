'use client';
import { CircleCheck } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';
import { buttonStyle } from '@/components/ui/button';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { changeSets } from '@/lib/change-sets';
import { keys } from '@/lib/query-keys';
import { WaitingCard } from './waiting-card';

/** Everything that waits for somebody's decision, oldest first; the first one listens to the keyboard. */
export function ReviewPage() {
  const proposed = useQuery({ queryKey: keys.changeSetList('proposed'), queryFn: () => changeSets.list('?status=proposed&limit=100') });
  const sets = [...(proposed.data?.data ?? [])].sort((a, b) => a.created_at.localeCompare(b.created_at));
  return (
    <>
      <PageHeader title="Review" count={proposed.data ? sets.length : undefined} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        {proposed.isPending && <SkeletonRows />}
        {proposed.isError && <ErrorState error={proposed.error} retry={() => void proposed.refetch()} />}
        {proposed.data && sets.length === 0 && (
          <EmptyState icon={CircleCheck} title="Nothing waits for you" action={<Link href="/chat" className={buttonStyle()}>Write what happened</Link>}>
            Changes that bind us or cannot be taken back wait here: deals won or lost, deletes, and what somebody outside asked for.
          </EmptyState>
        )}
        <div className="mx-auto flex max-w-[860px] flex-col gap-4 p-5 max-md:p-3.5">
          {sets.map((set, i) => <WaitingCard key={set.id} id={set.id} known={set} keyboard={i === 0} withAuthor />)}
        </div>
      </div>
    </>
  );
}
