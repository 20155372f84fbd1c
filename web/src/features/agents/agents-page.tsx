'use client';
import { useQuery } from '@tanstack/react-query';
import { Bot } from 'lucide-react';
import { PageHeader } from '@/components/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { can, useSession } from '@/lib/session';
import { AgentCard } from './agent-card';
import { agentKeys, agents } from './agents-api';

/** What does work for people here: what each agent does and may, how it fares, what it took. */
export function AgentsPage() {
  const found = useQuery({ queryKey: agentKeys.all, queryFn: agents.list });
  const may = can(useSession().data, 'workspace.manage');
  const list = found.data?.data ?? [];
  return (
    <>
      <PageHeader title="Agents" count={found.data ? list.length : undefined} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-[920px] flex-col gap-4 px-6 py-5 max-md:px-3.5">
          <p className="max-w-[72ch] text-sm text-fg-2">
            An agent works with the rights of whoever asks, and with no more tools than stand here. {may ? 'You can take tools away, lower limits or switch an agent off; nobody can give it more.' : 'An owner or admin can take tools away or switch an agent off.'}
          </p>
          {found.isPending && <SkeletonRows />}
          {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
          {found.data && list.length === 0 && <EmptyState icon={Bot} title="There are no agents">This version of the product comes without any.</EmptyState>}
          {list.map(agent => <AgentCard key={agent.name} agent={agent} may={may} />)}
        </div>
      </div>
    </>
  );
}
