'use client';
import { GitMerge, RotateCcw, X } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { changeSets, refreshRecords } from '@/lib/change-sets';
import { duplicates, type Candidate, type Choices } from '@/lib/duplicates-api';
import { useFormats } from '@/lib/format';
import { useTypes, type RecordType } from '@/lib/meta';
import { messageOf } from '@/lib/problem';
import { titleOf } from '@/lib/record-title';
import { can, usePeople, useSession } from '@/lib/session';
import { useShortcuts } from '@/lib/shortcuts';
import { Compare } from './compare';
import { likelySurvivor, movesText } from './differences';
import { percent, Reasons } from './reasons';
import { usePreview, useRefreshCandidates } from './use-candidates';

interface CandidateViewProps {
  candidate: Candidate;
  type: RecordType;
  /** With what takes the decision back. */
  onDecided: (undo: (() => void) | null) => void;
}

/** One pair: compare, choose, and decide. */
export function CandidateView({ candidate, type, onDecided }: CandidateViewProps) {
  const client = useQueryClient();
  const format = useFormats();
  const types = useTypes().data ?? [];
  const people = usePeople().data ?? [];
  const session = useSession().data;
  const mayWrite = can(session, `${type.name}.update`) && can(session, `${type.name}.delete`);
  const refresh = useRefreshCandidates();
  const records = candidate.records;
  const open = candidate.status === 'open';
  const [survivor, setSurvivor] = useState(() => likelySurvivor(type, records));
  const [choices, setChoices] = useState<Choices>({});
  const [busy, setBusy] = useState(false);
  const preview = usePreview(candidate.id, survivor, choices, open && mayWrite && records.length > 1);
  const undo = (changeSet: string) => void changeSets.undo(changeSet).then(() => toast.ok('The merge is undone'), toast.error).finally(() => { refreshRecords(client); void refresh(); });
  const reopen = () => void duplicates.reopen(candidate.id).then(() => toast.ok('Waits for a decision again'), toast.error).finally(() => void refresh());
  const decide = async (work: () => Promise<(() => void) | null>) => {
    if (busy) return;
    setBusy(true);
    try {
      onDecided(await work());
    } catch (error) {
      toast.error(error);
    }
    setBusy(false);
  };
  const merge = () => open && mayWrite && decide(async () => {
    const { change_set: set } = await duplicates.merge(candidate.id, survivor, choices);
    if (set.status === 'proposed') toast.ok('The merge waits for a decision');
    else toast.ok(`Merged into ${titleOf(records.find(r => r.id === survivor) ?? records[0]!, type)}`, { label: 'Undo', run: () => undo(set.id) });
    refreshRecords(client);
    return set.status === 'proposed' ? null : () => undo(set.id);
  });
  const dismiss = () => open && mayWrite && decide(async () => {
    await duplicates.dismiss(candidate.id);
    toast.ok('Not the same. They will not be proposed again.', { label: 'Undo', run: reopen });
    return reopen;
  });
  const choose = (at: number) => () => records[at] && open && setSurvivor(records[at].id);
  const takeBack = candidate.status === 'dismissed' ? reopen : candidate.status === 'merged' && candidate.change_set_id ? () => undo(candidate.change_set_id ?? '') : null;
  useShortcuts({ ...(takeBack && mayWrite && { u: takeBack }), m: () => void merge(), x: () => void dismiss(), 1: choose(0), 2: choose(1) });
  const decider = people.find(p => p.id === candidate.decided_by)?.name;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-[980px] flex-col gap-4 p-5 max-md:p-3.5">
          <div>
            <h2 className="text-lg font-semibold break-words">{records.map(r => titleOf(r, type)).join(' and ')}</h2>
            <p className="mb-2.5 text-sm text-fg-3">
              <span className="num">{percent(candidate.score)}</span> sure that they are the same {type.label.toLowerCase()}
              {candidate.status !== 'open' && candidate.decided_at && `. ${candidate.status === 'merged' ? 'Merged' : 'Dismissed'} ${format.ago(candidate.decided_at)}${decider ? ` by ${decider}` : ''}`}
            </p>
            <Reasons candidate={candidate} />
          </div>
          {records.length < 2 && <Notice>One of the two can no longer be seen.</Notice>}
          <Compare
            type={type}
            records={records}
            survivor={survivor}
            choices={choices}
            preview={preview.data}
            fixed={!open || !mayWrite}
            onSurvivor={setSurvivor}
            onChoose={(field, record) => setChoices({ ...choices, [field]: record })}
          />
          {preview.error && <Notice>{messageOf(preview.error)}</Notice>}
        </div>
      </div>
      <div className="flex shrink-0 flex-wrap items-center gap-2 border-t bg-subtle px-5 py-2.5 max-md:px-3.5">
        {open && mayWrite && (
          <>
            <Button variant="primary" size="md" busy={busy} disabled={records.length < 2} onClick={() => void merge()}><GitMerge />Merge<span aria-hidden className="max-md:hidden"><Kbd>M</Kbd></span></Button>
            <Button size="md" disabled={busy} onClick={() => void dismiss()}><X />Not the same<span aria-hidden className="max-md:hidden"><Kbd>X</Kbd></span></Button>
          </>
        )}
        {candidate.status === 'dismissed' && mayWrite && <Button size="md" busy={busy} onClick={reopen}><RotateCcw />Open again</Button>}
        {candidate.status === 'merged' && candidate.change_set_id && mayWrite && <Button size="md" busy={busy} onClick={() => undo(candidate.change_set_id ?? '')}><RotateCcw />Undo the merge</Button>}
        {open && (
          <p role="status" className="min-w-0 text-xs text-fg-3">
            {preview.data && movesText(preview.data, 1, types, format.number)}
          </p>
        )}
      </div>
    </div>
  );
}
