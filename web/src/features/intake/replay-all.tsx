'use client';
import { useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { followJob } from '@/lib/jobs';
import { inbox, refreshInbox, type InboxLine } from './inbox-api';

const most = 500;

/** Has the messages of a list read again, in the background. */
export function ReplayAll({ lines }: { lines: InboxLine[] }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const ids = lines.filter(l => l.read || l.state === 'failed').map(l => l.id).slice(0, most);
  const messages = ids.length === 1 ? 'one message' : `${ids.length} messages`;
  const run = async () => {
    setAsking(false);
    setSaid('Waiting for its turn');
    try {
      const { job_id } = await inbox.replayAll(ids);
      const job = await followJob(job_id, now => setSaid(`${now.progress.done} of ${ids.length}`));
      const left = (job.result?.left as string[] | undefined) ?? [];
      if (job.status !== 'done') toast.error(new Error(job.error ?? 'The messages were not all read again.'));
      else if (left.length) toast.error(`Some of it was left as it is: ${left.slice(0, 3).join(' ')}`);
      else toast.ok(`Read ${messages} again`);
    } catch (error) {
      toast.error(error);
    }
    setSaid(null);
    refreshInbox(client);
  };
  if (ids.length === 0) return null;
  return (
    <div className="flex items-center gap-2 border-b px-2 py-1.5">
      <Button size="xs" variant="ghost" busy={said !== null} onClick={() => setAsking(true)}><RefreshCw />Read {messages} again</Button>
      <span role="status" className="num text-xs text-fg-3">{said}</span>
      <ConfirmDialog open={asking} title={`Read ${messages} again?`} action="Read again" onClose={() => setAsking(false)} onConfirm={() => void run()}>
        What each has led to is taken back, and written anew as it is understood today. What was changed since stays.
      </ConfirmDialog>
    </div>
  );
}
