'use client';
import { SlidersHorizontal } from 'lucide-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SectionTitle } from '@/components/ui/card';
import { Select } from '@/components/ui/select';
import { fieldOf, type RecordType } from '@/lib/meta';
import { toast } from '@/components/ui/toast';
import { Switch } from '@/components/ui/switch';
import { keys } from '@/lib/query-keys';
import { can, useSession } from '@/lib/session';
import { ChoiceQuestions } from './choice-questions';
import { ColumnTable } from './column-table';
import { DateQuestions } from './date-questions';
import { FormatBar } from './format-bar';
import { imports, type Import, type Mapping } from './import-api';
import { datesOf, externalId, fuzzyName, openQuestions, optionsOf, withChoice, withColumn, withPolicy } from './mapping';

function MatchKey({ of, type, mapping, onChange }: { of: Import; type: RecordType; mapping: Mapping; onChange: (key: string | null) => void }) {
  const mapped = new Set(Object.values(mapping.columns));
  const usable = (of.match_keys ?? type.fields.filter(f => ['text', 'email', 'url'].includes(f.kind)).map(f => f.name).concat(externalId)).filter(k => mapped.has(k) || k === fuzzyName);
  const label = (key: string) => (key === externalId ? 'External id' : key === fuzzyName ? 'Name, also spelled otherwise' : (fieldOf(type, key)?.label ?? key));
  return (
    <label className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span className="text-fg-2">A row is the same record if it has the same</span>
      <Select
        className="w-56"
        value={mapping.match_key ?? ''}
        onChange={e => onChange(e.target.value || null)}
        placeholder="Never: always a new record"
        options={usable.map(k => ({ value: k, label: label(k) }))}
      />
    </label>
  );
}

const histories: Record<string, { value: string; label: string }[]> = {
  deal: [{ value: 'stage', label: 'Stage' }, { value: 'owner', label: 'Owner' }],
  company: [{ value: 'state', label: 'Customer state' }, { value: 'owner', label: 'Owner' }],
  issue: [{ value: 'status', label: 'Status' }, { value: 'owner', label: 'Owner' }],
};

/** Of a file that tells the past of a field: which field, where no column names it. */
function HistoryOf({ type, mapping, onChange }: { type: RecordType; mapping: Mapping; onChange: (history: string | null) => void }) {
  const options = histories[type.name];
  if (!options || Object.values(mapping.columns).includes('history_field')) return null;
  return (
    <label className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span className="text-fg-2">The file tells the past of</span>
      <Select className="w-56" value={mapping.history ?? ''} placeholder="Choose a field" options={options} onChange={e => onChange(e.target.value || null)} />
    </label>
  );
}

interface MappingStepProps {
  of: Import;
  type: RecordType;
  mapping: Mapping;
  onMapping: (change: (now: Mapping) => Mapping) => void;
  /** What the server did not take, by column. */
  wrong?: Record<string, string>;
  /** The import as the server has it now: read in another way, or with a field more. */
  onImport: (next: Import) => void;
}

/** How the columns of one file become fields, and what has to be known for it. */
export function MappingStep({ of, type, mapping, onMapping, wrong = {}, onImport }: MappingStepProps) {
  const client = useQueryClient();
  const mayMake = can(useSession().data, 'workspace.manage');
  const [ruled, setRuled] = useState(Object.keys(of.mapping?.policies ?? {}).length > 0 || of.mapping?.person_wins === false || of.mapping?.only_existing === true);
  const make = useMutation({
    mutationFn: (column: string) => imports.makeField(of.id, column),
    onSuccess: (next, column) => {
      onMapping(m => withColumn(m, column, next.mapping?.columns[column] ?? next.columns.find(c => c.name === column)?.suggested_field ?? null));
      onImport(next);
      void client.invalidateQueries({ queryKey: keys.types });
    },
    onError: toast.error,
  });
  const asked = openQuestions(of.choice_questions, mapping);
  const dates = datesOf(of, mapping);
  const options = optionsOf(of, type);
  const columns = mayMake && of.kind !== 'history' ? of.columns : of.columns.map(c => ({ ...c, new_field: null }));
  return (
    <div className="flex flex-col gap-5">
      <FormatBar of={of} onImport={onImport} />
      {of.notes?.map(note => <p key={note} className="-mt-2 text-sm text-fg-3">{note}</p>)}
      <section>
        <SectionTitle className="mb-2" aside={of.kind !== 'history' && <Button variant={ruled ? 'soft' : 'ghost'} size="xs" aria-pressed={ruled} onClick={() => setRuled(!ruled)}><SlidersHorizontal />When to write</Button>}>Columns</SectionTitle>
        <ColumnTable
          columns={columns}
          options={options}
          mapping={mapping}
          ruled={ruled}
          wrong={wrong}
          making={make.isPending ? make.variables : null}
          onField={(column, field) => onMapping(m => withColumn(m, column, field))}
          onPolicy={(field, policy) => onMapping(m => withPolicy(m, field, policy))}
          onMake={column => make.mutate(column)}
        />
      </section>
      {dates.length > 0 && (
        <DateQuestions questions={dates} answers={mapping.date_orders ?? {}} onChange={(column, order) => onMapping(m => ({ ...m, date_orders: { ...m.date_orders, [column]: order } }))} />
      )}
      {asked.length > 0 && (
        <ChoiceQuestions questions={asked} type={type} mapping={mapping} onChange={(field, value, choice) => onMapping(m => withChoice(m, field, value, choice))} />
      )}
      {of.kind === 'history' && <HistoryOf type={type} mapping={mapping} onChange={history => onMapping(m => ({ ...m, history }))} />}
      <MatchKey of={of} type={type} mapping={mapping} onChange={match_key => onMapping(m => ({ ...m, match_key }))} />
      {ruled && (
        <div className="flex flex-col gap-3">
          <span className="flex items-center gap-2.5 text-sm text-fg-2">
            <Switch label="What a person has set waits for a decision" checked={mapping.person_wins !== false} onChange={on => onMapping(m => ({ ...m, person_wins: on }))} />
            What a person has set is not written over; the new value waits for a decision
          </span>
          <span className="flex items-center gap-2.5 text-sm text-fg-2">
            <Switch label="Only records that are there already" checked={mapping.only_existing === true} onChange={on => onMapping(m => ({ ...m, only_existing: on }))} />
            Only change records that are there already; rows without one are left out
          </span>
        </div>
      )}
    </div>
  );
}
