'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import type { RecordType } from '@/lib/meta';
import { isConflict, messageOf, Problem } from '@/lib/problem';
import { records, type AnyRecord } from '@/lib/records-api';
import { entryKey, entryPlural, refreshContext, writable, writeEntry, type KindInfo, type Outcome } from '../context-api';
import { ConflictPanel } from './conflict-panel';
import { cleaned, type Details } from './details';
import { EntryForm } from './entry-form';
import { changed, merge, withValue, type Conflict, type Values } from './merge';
import { useDraft } from './use-draft';

export const valuesOf = (record: AnyRecord): Values => Object.fromEntries(writable.map(f => [f, record[f] ?? null]));

const tidy = (values: Values): Values => ({ ...values, details: cleaned((values.details ?? {}) as Details) });

interface EntryEditorProps {
  type: RecordType;
  kinds: KindInfo[];
  record: AnyRecord;
  onDone: (outcome: Outcome | null) => void;
}

export const draftKey = (id: string) => `draft:context:${id}`;

/** Changes an entry. What somebody else saves meanwhile is joined with what stands here; nothing is thrown away by itself. */
export function EntryEditor({ type, kinds, record, onDone }: EntryEditorProps) {
  const client = useQueryClient();
  const [first] = useState(() => valuesOf(record));
  const draft = useDraft(draftKey(record.id), first, record.version);
  const [resumed, setResumed] = useState(draft.resumed);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [met, setMet] = useState<{ conflicts: Conflict[]; taken: string[]; who: string } | null>(null);
  const errors = error instanceof Problem ? error.byField() : {};
  const named = Object.keys(errors).some(name => name in draft.values);

  /** What was saved meanwhile, joined with what stands here. */
  const join = async () => {
    const now = await records.get(entryPlural, record.id);
    const last = await records.history(entryPlural, record.id).then(h => h.data[0]?.user_name, () => undefined);
    const joined = merge(draft.base, tidy(draft.values), valuesOf(now), [...writable]);
    draft.rebase(joined.values, valuesOf(now), now.version);
    client.setQueryData(entryKey(record.id), now);
    setMet({ conflicts: joined.conflicts, taken: joined.taken, who: last ?? 'Somebody' });
  };
  const save = async () => {
    if (busy || (met?.conflicts.length ?? 0) > 0) return;
    const fields = changed(draft.base, tidy(draft.values), [...writable]);
    if (Object.keys(fields).length === 0) {
      draft.forget();
      return onDone(null);
    }
    setBusy(true);
    setError(null);
    try {
      const outcome = await writeEntry(record.id, draft.version, fields);
      draft.forget();
      if (outcome.kind !== 'waits') client.setQueryData(entryKey(record.id), outcome.record);
      refreshContext(client);
      onDone(outcome);
    } catch (caught) {
      if (!isConflict(caught)) setError(caught);
      else await join().catch(setError);
    } finally {
      setBusy(false);
    }
  };
  const settled = (conflict: Conflict) => setMet(now => now && { ...now, conflicts: now.conflicts.filter(c => c.field !== conflict.field) });
  const cancel = () => {
    const fields = changed(draft.base, tidy(draft.values), [...writable]);
    const kept = { values: draft.values, base: draft.base, version: draft.version };
    draft.forget();
    onDone(null);
    if (Object.keys(fields).length > 0) {
      toast.ok('Changes thrown away', { label: 'Undo', run: () => { localStorage.setItem(draftKey(record.id), JSON.stringify(kept)); window.history.replaceState(null, '', `${location.pathname}?edit=1`); } });
    }
  };
  return (
    <EntryForm
      type={type}
      kinds={kinds}
      values={draft.values}
      record={record}
      errors={errors}
      problem={error && !named ? messageOf(error) : null}
      busy={busy}
      blocked={(met?.conflicts.length ?? 0) > 0}
      saveLabel="Save"
      notice={
        <>
          {resumed && (
            <p role="status" className="flex flex-wrap items-center gap-2 rounded-lg bg-accent-soft px-3 py-2 text-sm text-accent-text">
              <span className="min-w-0 flex-1">This goes on from what you wrote here before and did not save.</span>
              <Button size="xs" onClick={() => { draft.rebase(valuesOf(record), valuesOf(record), record.version); setResumed(false); }}>Begin from what is saved</Button>
            </p>
          )}
          {met && (
            <ConflictPanel
              {...met}
              onKeep={settled}
              onTake={c => {
                draft.rebase(withValue(draft.values, c.field, c.theirs), draft.base, draft.version);
                settled(c);
              }}
            />
          )}
        </>
      }
      onChange={draft.put}
      onSave={() => void save()}
      onCancel={cancel}
    />
  );
}
