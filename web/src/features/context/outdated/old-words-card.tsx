'use client';
import { useQueryClient } from '@tanstack/react-query';
import { Check, Copy, Hourglass, OctagonX, PencilLine, ShieldX, Trash2, Undo2, type LucideIcon } from 'lucide-react';
import { Fragment, useMemo, useState } from 'react';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import { toast } from '@/components/ui/toast';
import { useFormats } from '@/lib/format';
import { recordPath } from '@/lib/record-routes';
import { useSubmit } from '@/lib/use-submit';
import type { Tone } from '@/lib/tone';
import { refreshContext } from '../context-api';
import { words } from '../entry/details';
import { diffWords, type Piece } from '../entry/diff';
import { entryType } from '../names';
import { outdated, type OldWords, type Outdated, type Reason } from './outdated-api';
import { Place } from './place';

const reasons: Record<string, { label: string; tone: Tone; icon: LucideIcon }> = {
  permission: { label: 'May not be named', tone: 'red', icon: ShieldX },
  removed: { label: 'Removed', tone: 'red', icon: Trash2 },
  expired: { label: 'Expired', tone: 'red', icon: Hourglass },
  withdrawn: { label: 'Taken back', tone: 'amber', icon: Undo2 },
  changed: { label: 'Changed', tone: 'amber', icon: PencilLine },
};
const reasonOf = (reason: Reason) => reasons[reason] ?? { label: words(reason), tone: 'amber' as const, icon: OctagonX };

/** One old wording: what it says now, what to write instead, and the places that still say it. */
export function OldWordsCard({ group, may }: { group: OldWords; may: boolean }) {
  const client = useQueryClient();
  const [leaving, setLeaving] = useState<Outdated | null>(null);
  const [busy, setBusy] = useState(false);
  const { first, places } = group;
  const { label, tone, icon: Icon } = reasonOf(first.reason);
  const pieces = useMemo(() => diffWords(first.old_text, first.new_text ?? ''), [first.old_text, first.new_text]);
  const correct = async (list: Outdated[]) => {
    setBusy(true);
    const done: Outdated[] = [];
    try {
      for (const one of list) {
        await outdated.settle(one.use.id, 'corrected');
        done.push(one);
      }
    } catch (error) {
      toast.error(error);
    }
    setBusy(false);
    refreshContext(client);
    if (done.length) toast.ok(done.length === 1 ? 'Marked as corrected' : `${done.length} places marked as corrected`, { label: 'Undo', run: () => void Promise.all(done.map(one => outdated.reopen(one.use.id))).catch(toast.error).finally(() => refreshContext(client)) });
  };
  const copy = (text: string) => void navigator.clipboard?.writeText(text).then(() => toast.ok('New words copied'), toast.error);
  return (
    <li>
      <Card className="overflow-hidden">
        <div className="flex flex-wrap items-center gap-2 border-b px-4 py-2.5 text-sm">
          <Badge tone={tone}><Icon aria-hidden />{label}</Badge>
          <span className="min-w-0 flex-1 text-fg-2">{first.why}</span>
          <Link href={recordPath(entryType, first.entry.id)} className="text-xs font-medium text-accent-text hover:underline">Open the message</Link>
        </div>
        <div className="grid grid-cols-2 gap-px bg-line max-md:grid-cols-1">
          <div className="bg-raised p-4">
            <p className="mb-1 text-2xs font-medium text-fg-3">Still out</p>
            <p className="text-sm break-words">{first.new_text === null ? first.old_text : <Side pieces={pieces} without="in" />}</p>
          </div>
          <div className="bg-raised p-4">
            <p className="mb-1 flex items-center gap-2 text-2xs font-medium text-fg-3">
              {first.new_text === null ? 'Proposed' : first.reason === 'changed' ? 'It says now' : 'Say instead'}
              {first.new_text !== null && <Button size="xs" variant="ghost" className="-my-1 ml-auto h-5" onClick={() => copy(first.new_text ?? '')}><Copy />Copy</Button>}
            </p>
            {first.new_text === null
              ? <p className="text-sm text-fg-2">Take the words out. No live message stands in their place.</p>
              : <p className="text-sm break-words"><Side pieces={pieces} without="out" /></p>}
          </div>
        </div>
        <ul aria-label={`Places that say “${first.old_text}”`} className="divide-y border-t">
          {places.map(one => <PlaceRow key={one.use.id} one={one} may={may} busy={busy} onCorrect={() => void correct([one])} onLeave={() => setLeaving(one)} />)}
        </ul>
        {may && places.length > 1 && <div className="border-t bg-subtle px-4 py-2"><Button size="xs" busy={busy} onClick={() => void correct(places)}><Check />All {places.length} corrected</Button></div>}
      </Card>
      {leaving && <LeaveDialog one={leaving} onClose={() => setLeaving(null)} />}
    </li>
  );
}

/** One of two texts that stand side by side: what is in it alone is marked. */
function Side({ pieces, without }: { pieces: Piece[]; without: 'in' | 'out' }) {
  return pieces.filter(p => p.kind !== without).map((p, i) => {
    if (p.kind === 'same') return <Fragment key={i}>{p.text}</Fragment>;
    return p.kind === 'out'
      ? <del key={i} className="rounded-xs bg-red-soft text-red-text decoration-1">{p.text}</del>
      : <ins key={i} className="rounded-xs bg-green-soft text-green-text no-underline">{p.text}</ins>;
  });
}

function PlaceRow({ one, may, busy, onCorrect, onLeave }: { one: Outdated; may: boolean; busy: boolean; onCorrect: () => void; onLeave: () => void }) {
  const format = useFormats();
  const { use } = one;
  const name = use.in.label || words(use.in.kind);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2 text-sm">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium"><Place use={use} /></p>
        <p className="num text-xs text-fg-3">{words(use.in.kind)} · {format.date(use.on)} · version {use.version}{!use.exact && ' · in words much like it'}</p>
      </div>
      {may && (
        <span className="flex gap-1.5">
          <Button size="xs" disabled={busy} aria-label={`Corrected: ${name}`} onClick={onCorrect}><Check />Corrected</Button>
          <Button size="xs" variant="ghost" disabled={busy} aria-label={`Leave as it is: ${name}`} onClick={onLeave}>Leave…</Button>
        </span>
      )}
    </li>
  );
}

function LeaveDialog({ one, onClose }: { one: Outdated; onClose: () => void }) {
  const client = useQueryClient();
  const [why, setWhy] = useState('');
  const form = useSubmit(['why']);
  const save = async () => {
    if (!(await form.submit(() => outdated.settle(one.use.id, 'left', why)))) return;
    toast.ok('Left as it is', { label: 'Undo', run: () => void outdated.reopen(one.use.id).catch(toast.error).finally(() => refreshContext(client)) });
    refreshContext(client);
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title="Leave it as it is?" description={one.use.in.label || words(one.use.in.kind)}>
      <form className="contents" onSubmit={e => { e.preventDefault(); void save(); }}>
        <DialogBody>
          <Field label="Why" required error={form.fields.why ?? form.message ?? undefined} hint="Kept with your name. It comes back here when the message changes again.">
            {c => <Textarea {...c} maxLength={1000} value={why} onChange={e => setWhy(e.target.value)} />}
          </Field>
        </DialogBody>
        <DialogFooter><Button size="md" onClick={onClose}>Cancel</Button><Button size="md" type="submit" variant="primary" busy={form.busy}>Leave it</Button></DialogFooter>
      </form>
    </Dialog>
  );
}
