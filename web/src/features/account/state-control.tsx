'use client';
import { ChevronDown, History, ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import { ChoiceBadge } from '@/components/choice-badge';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import { lasted } from '@/features/records/page/periods';
import { useFormats } from '@/lib/format';
import { fieldOf, type RecordType } from '@/lib/meta';
import { messageOf } from '@/lib/problem';
import { can, useSession } from '@/lib/session';
import { useCustomerState, useMoveState } from './use-account';

const managers = new Set(['owner', 'admin', 'manager']);

/** The customer state, the steps allowed from here, how it came about; other steps are a manager's correction with a reason. */
export function StateControl({ type, id }: { type: RecordType; id: string }) {
  const state = useCustomerState(id);
  const move = useMoveState(id);
  const session = useSession().data;
  const [open, setOpen] = useState<'history' | 'force' | null>(null);
  const choices = fieldOf(type, 'customer_state')?.choices ?? [];
  const label = (value: string | null) => choices.find(c => c.value === value)?.label ?? value ?? 'no state';
  const now = state.data?.state ?? null;
  const next = state.data?.next ?? [];
  const may = can(session, 'company.update');
  const go = (to: string) => move.mutate({ to }, { onSuccess: () => toast.ok(`State set to ${label(to).toLowerCase()}`), onError: toast.error });
  return (
    <>
      <Menu
        label="Customer state"
        align="end"
        trigger={
          <button type="button" aria-label={`Customer state: ${label(now)}`} aria-busy={move.isPending || undefined} className="-my-1 flex h-7 items-center gap-1 rounded-md px-1 hover:bg-hover">
            {now ? <ChoiceBadge type={type} field="customer_state" value={now} dot /> : <span className="text-xs text-fg-3">Not set</span>}
            <ChevronDown aria-hidden className="size-3.5 text-fg-3" />
          </button>
        }
      >
        {may && next.length > 0 && <MenuLabel>Move to</MenuLabel>}
        {may && next.map(to => (
          <MenuItem key={to} onSelect={() => go(to)}><ChoiceBadge type={type} field="customer_state" value={to} dot /></MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={() => setOpen('history')}><History />How it came about</MenuItem>
        {may && managers.has(session?.person.role ?? '') && <MenuItem onSelect={() => setOpen('force')}><ShieldAlert />Correct to another state</MenuItem>}
      </Menu>
      {open === 'history' && <StateHistory type={type} id={id} onClose={() => setOpen(null)} />}
      {open === 'force' && (
        <ForceState
          options={choices.filter(c => c.value !== now && !next.includes(c.value)).map(c => ({ value: c.value, label: c.label }))}
          id={id}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function StateHistory({ type, id, onClose }: { type: RecordType; id: string; onClose: () => void }) {
  const steps = useCustomerState(id).data?.history ?? [];
  const formats = useFormats();
  return (
    <Dialog open onClose={onClose} title="Customer state" description="Each step with how long it lasted, the newest first">
      <DialogBody>
        {steps.length === 0 && <p className="text-sm text-fg-3">The state has never been set.</p>}
        <ol>
          {steps.map((s, i) => (
            <li key={`${s.at}-${s.to}`} className="border-b py-2.5 text-sm last:border-0">
              <div className="flex flex-wrap items-center gap-2">
                {s.from && <><ChoiceBadge type={type} field="customer_state" value={s.from} /><span aria-hidden className="text-fg-3">→</span></>}
                {s.to ? <ChoiceBadge type={type} field="customer_state" value={s.to} /> : <span className="text-fg-3">not set</span>}
                <span className="num text-xs font-medium text-fg-2">{lasted(s.at, steps[i - 1]?.at, formats.locale)}{i === 0 && ' so far'}</span>
                <span className="ml-auto text-xs text-fg-3">{s.by}, {formats.instant(s.at)}</span>
              </div>
              {s.reason && <p className="mt-1 text-xs text-fg-2">{s.reason}</p>}
            </li>
          ))}
        </ol>
      </DialogBody>
    </Dialog>
  );
}

function ForceState({ options, id, onClose }: { options: { value: string; label: string }[]; id: string; onClose: () => void }) {
  const move = useMoveState(id);
  const [to, setTo] = useState(options[0]?.value ?? '');
  const [reason, setReason] = useState('');
  return (
    <Dialog open onClose={onClose} title="Correct the customer state" description="The state model does not lead there from here, so say why.">
      <form
        className="contents"
        onSubmit={e => {
          e.preventDefault();
          move.mutate({ to, force: true, reason }, { onSuccess: onClose });
        }}
      >
        <DialogBody className="flex flex-col gap-3">
          <Field label="State">{control => <Select {...control} options={options} value={to} onChange={e => setTo(e.target.value)} />}</Field>
          <Field label="Reason" required error={move.isError ? messageOf(move.error) : undefined}>
            {control => <Textarea {...control} value={reason} maxLength={500} onChange={e => setReason(e.target.value)} />}
          </Field>
        </DialogBody>
        <DialogFooter>
          <Button size="md" onClick={onClose}>Cancel</Button>
          <Button type="submit" size="md" variant="primary" disabled={!to || !reason.trim()} busy={move.isPending}>Correct</Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
