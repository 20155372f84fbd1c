'use client';
import { useQuery } from '@tanstack/react-query';
import { UserRound } from 'lucide-react';
import { Link } from '@/components/link';
import { RecordIcon } from '@/components/record-icon';
import { Dialog, DialogBody } from '@/components/ui/dialog';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ErrorState } from '@/components/ui/states';
import { useFormats } from '@/lib/format';
import { recordPath } from '@/lib/record-routes';
import { journeys, type Entity, type FunnelQuestion } from './journeys-api';

export interface BehindAsked {
  title: string;
  funnel: FunnelQuestion;
  step: number;
  reached: boolean;
}

const shown = 100;

/** Who is behind a figure, as far as the person may see them. */
export function BehindDialog({ asked, onClose }: { asked: BehindAsked | null; onClose: () => void }) {
  return (
    <Dialog open={asked !== null} onClose={onClose} title={asked?.title ?? ''}>
      {asked && <List asked={asked} />}
    </Dialog>
  );
}

function List({ asked }: { asked: BehindAsked }) {
  const format = useFormats();
  const plain = { ...asked.funnel, breakdown: undefined };
  const found = useQuery({ queryKey: ['journeys', 'behind', plain, asked.step, asked.reached], queryFn: ({ signal }) => journeys.behind({ funnel: plain, step: asked.step, reached: asked.reached, most: shown }, signal) });
  const list = found.data?.entities ?? [];
  return (
    <DialogBody>
      {found.isPending && <SkeletonRows rows={4} />}
      {found.error && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.data && list.length === 0 && <p className="pb-4 text-sm text-fg-3">Nobody is behind this figure.</p>}
      {list.length > 0 && (
        <>
          <ul className="divide-y">{list.map(e => <li key={e.id}><Row entity={e} /></li>)}</ul>
          {(found.data?.all ?? 0) > list.length && <p role="status" className="py-3 text-xs text-fg-3">The first {format.number(list.length)} of {format.number(found.data?.all ?? 0)}.</p>}
        </>
      )}
    </DialogBody>
  );
}

function Row({ entity: e }: { entity: Entity }) {
  const line = 'flex min-h-10 items-center gap-2.5 py-1.5 text-sm max-md:min-h-11';
  if (e.type === 'visitor') return <span className={`${line} text-fg-3`}><UserRound aria-hidden className="size-4" />Visitor {e.id.slice(-6)}, not known yet</span>;
  return (
    <Link href={recordPath(e.type, e.id)} className={`${line} hover:text-accent-text`}>
      <RecordIcon type={e.type} className="size-4 text-fg-3" />
      <span className="min-w-0 flex-1 truncate font-medium">{e.title ?? 'Without a name'}</span>
      {e.subtitle && <span className="truncate text-xs text-fg-3">{e.subtitle}</span>}
    </Link>
  );
}
