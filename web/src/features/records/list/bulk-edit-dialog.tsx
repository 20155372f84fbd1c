'use client';
import { useQueryClient } from '@tanstack/react-query';
import { ArrowRight, Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { useFormats, type Formats } from '@/lib/format';
import { lists, type BulkAnswer, type BulkRequest, type Job } from '@/lib/lists-api';
import { fieldOf, type FieldType, type RecordType } from '@/lib/meta';
import { messageOf } from '@/lib/problem';
import { usePeople } from '@/lib/session';
import { FieldInput } from '../field/field-input';
import { fieldText } from '../field/field-text';
import { changedCount, refusedCount, runBulk, whom, type Chosen } from './bulk-run';

interface BulkEditProps {
  type: RecordType;
  chosen: Chosen;
  count: string;
  onClose: () => void;
  onDone: () => void;
}

interface Edit {
  name: string;
  mode: 'set' | 'add';
  value: unknown;
}

const several = (f: FieldType | undefined) => f?.kind === 'multi_choice' || f?.kind === 'references';

function toRequest(edits: Edit[]): Pick<BulkRequest, 'set' | 'add'> {
  const of = (mode: Edit['mode']) => Object.fromEntries(edits.filter(e => e.mode === mode).map(e => [e.name, e.value ?? null]));
  const set = of('set');
  const add = of('add');
  return { ...(Object.keys(set).length && { set }), ...(Object.keys(add).length && { add }) };
}

/** The same values for many records: chosen, looked at before and after, then written with undo. */
export function BulkEditDialog({ type, chosen, count, onClose, onDone }: BulkEditProps) {
  const client = useQueryClient();
  const format = useFormats();
  const people = usePeople().data ?? [];
  const fields = type.fields.filter(f => !f.read_only && f.name !== type.title_field && f.kind !== 'json');
  const first = fields.find(f => f.kind === 'choice') ?? fields[0];
  const [edits, setEdits] = useState<Edit[]>(first ? [{ name: first.name, mode: 'set', value: null }] : []);
  const [preview, setPreview] = useState<BulkAnswer | null>(null);
  const [job, setJob] = useState<Job | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const foot = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: Enter goes on to what comes next.
  useEffect(() => {
    if (preview) [...(foot.current?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])].at(-1)?.focus();
  }, [preview]);
  const put = (i: number, part: Partial<Edit>) => setEdits(edits.map((e, at) => (at === i ? { ...e, ...part } : e)));
  const request: BulkRequest = { ...whom(chosen), ...toRequest(edits) };
  const work = async (run: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await run();
    } catch (error) {
      setProblem(messageOf(error));
    }
    setBusy(false);
  };
  const look = () => void work(async () => setPreview(await lists.bulk(type.plural, request, true)));
  const write = () =>
    void work(async () => {
      await runBulk(client, type.plural, { ...request, ...(chosen.ids ? {} : { expected_count: preview?.counts?.total ?? chosen.count }) }, 'changed', setJob);
      onDone();
    });
  const names = new Map(people.map(p => [p.id, p.name]));
  return (
    <Dialog open onClose={busy ? () => undefined : onClose} title={`Edit ${count}`} description={job ? 'You can stop it. What was written can be undone.' : preview ? 'Nothing is written yet.' : 'The same values everywhere. Empty clears a field.'}>
      <DialogBody className="flex min-h-48 flex-col gap-3">
        {problem && <Notice>{problem}</Notice>}
        {job ? <Progress job={job} /> : preview ? <Preview type={type} answer={preview} format={format} nameOf={id => names.get(id)} /> : (
          <>
            {edits.map((edit, i) => {
              const field = fieldOf(type, edit.name);
              return (
                <div key={edit.name} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_28px] items-start gap-2">
                  <div className="flex flex-col gap-1.5">
                    <Select
                      aria-label="Field"
                      value={edit.name}
                      options={fields.filter(f => f.name === edit.name || !edits.some(e => e.name === f.name)).map(f => ({ value: f.name, label: f.label }))}
                      onChange={e => put(i, { name: e.target.value, value: null, mode: 'set' })}
                    />
                    {several(field) && <Select aria-label="How" value={edit.mode} options={[{ value: 'set', label: 'replace by' }, { value: 'add', label: 'add' }]} onChange={e => put(i, { mode: e.target.value as Edit['mode'] })} />}
                  </div>
                  {field && <FieldInput field={{ ...field, label: `New value of ${field.label}` }} value={edit.value} onChange={value => put(i, { value })} format={format} people={people} />}
                  <Button variant="ghost" size="icon" aria-label={`Do not change ${field?.label ?? edit.name}`} disabled={edits.length === 1} onClick={() => setEdits(edits.filter((_, at) => at !== i))}><X /></Button>
                </div>
              );
            })}
            <div>
              <Button
                variant="ghost"
                size="xs"
                onClick={() => {
                  const next = fields.find(f => !edits.some(e => e.name === f.name));
                  if (next) setEdits([...edits, { name: next.name, mode: 'set', value: null }]);
                }}
              >
                <Plus />Another field
              </Button>
            </div>
          </>
        )}
      </DialogBody>
      <DialogFooter ref={foot}>
        {job?.id && <Button size="md" onClick={() => void lists.cancelJob(job.id).catch(e => setProblem(messageOf(e)))}>Stop</Button>}
        {!job && <Button size="md" disabled={busy} onClick={preview ? () => setPreview(null) : onClose}>{preview ? 'Back' : 'Cancel'}</Button>}
        {!job && (preview
          ? <Button size="md" variant="primary" busy={busy} disabled={changedCount(preview) === 0} onClick={write}>Change {format.number(changedCount(preview))}</Button>
          : <Button size="md" variant="primary" busy={busy} disabled={edits.length === 0} onClick={look}>See what changes</Button>)}
      </DialogFooter>
    </Dialog>
  );
}

function Progress({ job }: { job: Job }) {
  const format = useFormats();
  const { done, total } = job.progress;
  const percent = total ? Math.round((done / total) * 100) : 0;
  return (
    <div className="flex flex-col gap-2 py-6">
      <div role="progressbar" aria-label="Writing" aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className="h-2 overflow-hidden rounded-full bg-hover">
        <div className="h-full rounded-full bg-accent transition-[width]" style={{ width: `${percent}%` }} />
      </div>
      <p role="status" className="num text-sm text-fg-2">{total ? `${format.number(done)} of ${format.number(total)} written` : 'Waiting for its turn'}</p>
    </div>
  );
}

const samples = 6;

function Preview({ type, answer, format, nameOf }: { type: RecordType; answer: BulkAnswer; format: Formats; nameOf: (id: string) => string | undefined }) {
  const operations = answer.operations ?? [];
  const refused = refusedCount(answer);
  const changing = operations.filter(o => o.status !== 'refused');
  const same = answer.counts?.unchanged ?? 0;
  return (
    <>
      <p role="status" className="num text-sm text-fg-2">
        <span className="font-semibold text-fg">{format.number(changedCount(answer))} will change</span>
        {same > 0 && `, ${format.number(same)} have these values already`}
        {refused > 0 && <span className="text-red-text">, {format.number(refused)} cannot be changed</span>}.
      </p>
      {operations.length > 0 && <ul className="flex flex-col divide-y rounded-lg border border-line" aria-label="Before and after">
        {[...operations.filter(o => o.status === 'refused').slice(0, 2), ...changing.slice(0, samples)].map(o => (
          <li key={o.id ?? o.record_id} className="flex flex-col gap-0.5 px-3 py-2 text-sm">
            <span className="truncate font-medium">{o.record_title ?? o.record_id}</span>
            {o.status === 'refused' ? <span className="text-xs text-red-text">{o.reason ?? 'Cannot be changed.'}</span> : o.fields.map(f => (
              <span key={f.field} className="flex flex-wrap items-baseline gap-x-1.5 text-xs">
                <span className="text-fg-3">{f.label ?? fieldOf(type, f.field)?.label ?? f.field}</span>
                <span className="max-w-48 truncate text-fg-3 line-through decoration-line-strong">{fieldText(fieldOf(type, f.field), f.before, format, nameOf)}</span>
                <ArrowRight aria-label="to" role="img" className="size-3 self-center text-fg-3" />
                <span className="max-w-48 truncate font-medium text-fg">{fieldText(fieldOf(type, f.field), f.after, format, nameOf)}</span>
              </span>
            ))}
          </li>
        ))}
      </ul>}
      {changing.length > samples && <p className="text-xs text-fg-3">The first {samples} are shown.</p>}
    </>
  );
}
