'use client';
import { useQuery } from '@tanstack/react-query';
import { GitFork, Zap } from 'lucide-react';
import type { ComponentType } from 'react';
import { Badge } from '@/components/ui/badge';
import { Details } from '@/features/records/page/details';
import { RecordWorkspace } from '@/features/workspace/record-workspace';
import type { RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import { useRouteParams } from '@/lib/route';
import { can, useSession } from '@/lib/session';
import { AccountSummary } from './account-summary';
import { AccountTeam } from './account-team';
import { ActionTab, useWaiting } from './action-tab';
import { DealsSection } from './deals-section';
import { GroupTree } from './group-tree';
import { PeopleSection } from './people-section';
import { loadAccount, useCustomerState, useDealsOf, useDealTotalsOf, useLastInteractionOf, useOpenObjectionsOf, useOpenTasksOf, usePeopleOf } from './use-account';

/** Shown in the summary above the details. */
const elsewhere = ['name', 'website_url', 'customer_state', 'momentum_score', 'momentum_last_updated', 'product_fit_score', 'account_team', 'account_team_roles', 'child_companies', 'company_hierarchy'];

/** The facts people look for stand above people and deals, the rest below. */
function split(type: RecordType): [RecordType, RecordType] {
  const part = (sections: RecordType['ui']['sections']) => ({ ...type, ui: { ...type.ui, sections } });
  return [part(type.ui.sections.slice(0, 2)), part(type.ui.sections.slice(2))];
}

function ActionLabel({ id }: { id: string }) {
  const waiting = useWaiting(id).data?.data.length ?? 0;
  const open = waiting + (useOpenTasksOf(id).data?.data.length ?? 0);
  return <><Zap aria-hidden />Action{open > 0 && <Badge className="num h-4 px-1">{open}</Badge>}</>;
}

/** All that the page shows first is asked for at once, so that it comes in one answer. */
function useFirstTab() {
  const { id = '' } = useRouteParams('/accounts/[id]');
  useWaiting(id);
  useQuery({ queryKey: keys.record('company', id), queryFn: () => loadAccount(id), enabled: id !== '' && id !== '_' });
  usePeopleOf(id);
  useDealsOf(id);
  useDealTotalsOf(id);
  useOpenTasksOf(id);
  useOpenObjectionsOf(id);
  useLastInteractionOf(id);
  useCustomerState(id);
}

/** What of our messages fits the account, given from above. */
export type Messages = ComponentType<{ company: string; account: string; onAsk: () => void }>;

export function AccountPage({ messages: Messages }: { messages?: Messages }) {
  const session = useSession().data;
  useFirstTab();
  return (
    <RecordWorkspace
      type="company"
      load={loadAccount}
      pattern="/accounts/[id]"
      label="Account"
      detailsLabel="Details, people and deals"
      summary={({ type, record }) => <AccountSummary type={type} record={record} />}
      details={({ type, record }) => {
        const [top, rest] = split(type);
        return (
          <>
            <Details type={top} record={record} without={elsewhere} />
            <PeopleSection company={record.id} />
            <AccountTeam company={record.id} />
            <GroupTree record={record} />
            <DealsSection company={record.id} account={record.title} />
            <Details type={rest} record={record} without={elsewhere} />
          </>
        );
      }}
      first={{ value: 'action', label: id => <ActionLabel id={id} />, content: ({ record, onAsk }) => <ActionTab company={record.id} account={record.title} onAsk={onAsk} /> }}
      more={({ record, onAsk }) => (Messages && can(session, 'message_tree.read') && can(session, 'context_entry.read')
        ? [{ value: 'messages', label: <><GitFork aria-hidden />Message Tree</>, content: <Messages company={record.id} account={record.title} onAsk={onAsk} /> }]
        : [])}
    />
  );
}
