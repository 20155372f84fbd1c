import type { QueryClient } from '@tanstack/react-query';
import { toast } from '@/components/ui/toast';
import { changeSets, refreshRecords } from '@/lib/change-sets';
import { followJob } from '@/lib/jobs';
import { lists, type BulkAnswer, type BulkRequest, type Job } from '@/lib/lists-api';

/** The rows that were ticked, or all that the view finds. */
export interface Chosen {
  ids: string[] | null;
  filter?: BulkRequest['filter'];
  count: number;
  /** The count is an estimate, which nothing may rest on. */
  about?: boolean;
}

export const whom = (chosen: Chosen): Pick<BulkRequest, 'ids' | 'filter' | 'expected_count'> =>
  chosen.ids ? { ids: chosen.ids } : { filter: chosen.filter ?? { and: [] } };

export const changedCount = (answer: BulkAnswer) => answer.counts?.changed ?? answer.operations?.filter(o => o.status !== 'refused').length ?? 0;
export const refusedCount = (answer: BulkAnswer) => answer.counts?.refused ?? answer.operations?.filter(o => o.status === 'refused').length ?? 0;

function undo(client: QueryClient, changeSet: string) {
  void changeSets.undo(changeSet).then(() => toast.ok('Undone'), toast.error).finally(() => refreshRecords(client));
}

/** Writes for good, says what happened, and offers to take it back. */
export async function runBulk(client: QueryClient, plural: string, request: BulkRequest, said: string, tell: (job: Job) => void = () => undefined): Promise<void> {
  const answer = await lists.bulk(plural, request, false);
  const job = answer.job_id ? await followJob(answer.job_id, tell) : null;
  refreshRecords(client);
  if (job?.status === 'dead') throw new Error(job.error ?? 'The edit stopped before its end.');
  const changeSet = job ? (job.result?.change_set_id ?? job.input?.change_set) : answer.id;
  const done = job ? (job.result?.counts?.changed ?? job.progress.done) : changedCount(answer);
  const refused = job ? (job.result?.counts?.refused ?? 0) : refusedCount(answer);
  const reason = answer.operations?.find(o => o.status === 'refused')?.reason;
  if (refused) toast.error(`${refused} ${refused === 1 ? 'was' : 'were'} not changed. ${reason ?? ''}`.trim());
  if (done || !refused) toast.ok(`${done} ${said}${job?.status === 'cancelled' ? ', then stopped' : ''}`, changeSet && done ? { label: 'Undo', run: () => undo(client, changeSet) } : undefined);
}
