'use client';
import { ArrowRight, Plus, SlidersHorizontal } from 'lucide-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Select } from '@/components/ui/select';
import { useFormats } from '@/lib/format';
import { fieldOf, type RecordType } from '@/lib/meta';
import { messageOf, Problem } from '@/lib/problem';
import { toast } from '@/components/ui/toast';
import { Switch } from '@/components/ui/switch';
import { keys } from '@/lib/query-keys';
import { ChoiceQuestions } from './choice-questions';
import { DateQuestions } from './date-questions';
import { imports, type Import, type ImportColumn, type Mapping, type Policy } from './import-api';
import { externalId, firstMapping, missingRequired, openQuestions, sentMapping, suggestedChoices, targetFields, withChoice, withColumn, withPolicy } from './mapping';

const policies: { value: Policy; label: string }[] = [
  { value: 'always', label: 'Always' },
  { value: 'create', label: 'Only in new records' },
  { value: 'update', label: 'Only in known records' },
  { value: 'fill_empty', label: 'Only where empty' },
  { value: 'never', label: 'Never' },
];

const separators: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

function MatchKey({ of, type, mapping, onChange }: { of: Import; type: RecordType; mapping: Mapping; onChange: (key: string | null) => void }) {
  const mapped = new Set(Object.values(mapping.columns));
  const usable = (of.match_keys ?? type.fields.filter(f => ['text', 'email', 'url'].includes(f.kind)).map(f => f.name).concat(externalId)).filter(k => mapped.has(k) || k === 'fuzzy_name');
  const label = (key: string) => (key === externalId ? 'External id' : key === 'fuzzy_name' ? 'Name, also spelled otherwise' : (fieldOf(type, key)?.label ?? key));
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

function Filled({ column }: { column: ImportColumn }) {
  if (column.filled === null || column.filled === undefined || column.filled > 0.995) return null;
  return <span className="num ml-2 text-xs font-normal text-fg-3" title="Share of the rows with a value">{column.filled === 0 ? 'empty' : `${Math.max(1, Math.floor(column.filled * 100))} % filled`}</span>;
}

/** Why a column was given its field, and what could be done with one that has none. */
function Why({ column, field, busy, onMake }: { column: ImportColumn; field: string | null; busy: boolean; onMake: () => void }) {
  if (field === null && column.new_field) {
    return <Button variant="ghost" size="xs" className="-ml-2 mt-0.5" busy={busy} onClick={onMake}><Plus />Make a field “{column.new_field.label}”</Button>;
  }
  return column.reason && field === (column.suggested_field ?? null) ? <p className="mt-0.5 max-w-60 truncate text-2xs text-fg-3" title={column.reason}>{column.reason}</p> : null;
}

export function MappingStep({ of, type, onChecked }: { of: Import; type: RecordType; onChecked: () => void }) {
  const formats = useFormats();
  const client = useQueryClient();
  const [mapping, setMapping] = useState<Mapping>(() => firstMapping(of));
  const [questions, setQuestions] = useState(of.choice_questions);
  const [ruled, setRuled] = useState(Object.keys(of.mapping?.policies ?? {}).length > 0 || of.mapping?.person_wins === false);
  const fields = targetFields(type);
  const missing = missingRequired(type, mapping);
  const asked = openQuestions(questions, mapping);

  const check = useMutation({
    mutationFn: async () => {
      const answer = await imports.map(of.id, sentMapping(mapping));
      const news = answer?.choice_questions ?? [];
      const unseen = openQuestions(news, mapping).some(q => q.values.some(v => !(v.value in (mapping.choices[q.field] ?? {}))));
      if (unseen) {
        setQuestions(news);
        setMapping(m => ({ ...m, choices: suggestedChoices(news, m.choices) }));
        return false;
      }
      await imports.dryRun(of.id);
      return true;
    },
    onSuccess: async checked => {
      if (!checked) return;
      await client.invalidateQueries({ queryKey: keys.import(of.id) });
      onChecked();
    },
  });
  const make = useMutation({
    mutationFn: (column: string) => imports.makeField(of.id, column),
    onSuccess: (next, column) => {
      setMapping(m => withColumn(m, column, next.mapping?.columns[column] ?? next.columns.find(c => c.name === column)?.suggested_field ?? null));
      client.setQueryData(keys.import(of.id), next);
      void client.invalidateQueries({ queryKey: keys.types });
    },
    onError: toast.error,
  });
  const wrong = check.error instanceof Problem ? check.error.byField() : {};
  const options = [...fields.map(f => ({ value: f.name, label: f.label })), { value: externalId, label: 'External id' }];
  return (
    <div className="flex flex-col gap-5">
      <section>
        <SectionTitle className="mb-2" aside={<><span className="num">{formats.number(of.row_count)} rows{of.delimiter ? `, separated by ${separators[of.delimiter] ?? of.delimiter}` : ''}{of.encoding ? `, ${of.encoding}` : ''}</span><Button variant={ruled ? 'soft' : 'ghost'} size="xs" aria-pressed={ruled} onClick={() => setRuled(!ruled)}><SlidersHorizontal />When to write</Button></>}>
          Columns
        </SectionTitle>
        <Card className="overflow-hidden">
          <div className="overflow-x-auto">
            <table className="w-full text-sm">
              <thead className="bg-subtle text-left text-xs text-fg-3">
                <tr className="h-8 border-b [&>th]:px-3.5 [&>th]:font-medium">
                  <th scope="col">Column of the file</th>
                  <th scope="col" className="max-md:hidden">Samples</th>
                  <th scope="col" className="w-8"><span className="sr-only">becomes</span></th>
                  <th scope="col" className="w-64 max-md:w-44">Field</th>
                  {ruled && <th scope="col" className="w-52">Written</th>}
                </tr>
              </thead>
              <tbody>
                {of.columns.map(c => (
                  <tr key={c.name} className="h-11 border-b last:border-0 [&>td]:px-3.5">
                    <td className="font-medium">{c.name}<Filled column={c} /><span className="block max-w-[38vw] truncate text-xs font-normal text-fg-3 md:hidden">{c.samples[0]}</span></td>
                    <td className="max-w-[280px] truncate text-fg-3 max-md:hidden" title={c.samples.join(' · ')}>{c.samples.slice(0, 3).join(' · ')}</td>
                    <td className="px-0! text-fg-3"><ArrowRight aria-hidden className="size-3.5" /></td>
                    <td>
                      <Select
                        aria-label={`Field for ${c.name}`}
                        value={mapping.columns[c.name] ?? ''}
                        onChange={e => setMapping(withColumn(mapping, c.name, e.target.value || null))}
                        placeholder="Leave out"
                        options={options}
                      />
                      <Why column={c} field={mapping.columns[c.name] ?? null} busy={make.isPending && make.variables === c.name} onMake={() => make.mutate(c.name)} />
                      {wrong[c.name] && <p className="text-xs text-red-text">{wrong[c.name]}</p>}
                    </td>
                    {ruled && (
                      <td>
                        {mapping.columns[c.name] && mapping.columns[c.name] !== externalId && (
                          <Select aria-label={`When ${c.name} is written`} options={policies} value={mapping.policies?.[mapping.columns[c.name] ?? ''] ?? 'always'} onChange={e => setMapping(withPolicy(mapping, mapping.columns[c.name] ?? '', e.target.value as Policy))} />
                        )}
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Card>
      </section>
      {of.notes?.map(note => <p key={note} className="text-sm text-fg-3">{note}</p>)}
      {(of.date_questions?.length ?? 0) > 0 && (
        <DateQuestions questions={of.date_questions ?? []} answers={mapping.date_orders ?? {}} onChange={(column, order) => setMapping({ ...mapping, date_orders: { ...mapping.date_orders, [column]: order } })} />
      )}
      {asked.length > 0 && (
        <ChoiceQuestions questions={asked} type={type} mapping={mapping} onChange={(field, value, choice) => setMapping(withChoice(mapping, field, value, choice))} />
      )}
      <section className="flex flex-col gap-3">
        <MatchKey of={of} type={type} mapping={mapping} onChange={match_key => setMapping({ ...mapping, match_key })} />
        {ruled && (
          <span className="flex items-center gap-2.5 text-sm text-fg-2">
            <Switch label="What a person has set waits for a decision" checked={mapping.person_wins !== false} onChange={on => setMapping({ ...mapping, person_wins: on })} />
            What a person has set is not written over; the new value waits for a decision
          </span>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="primary" size="md" busy={check.isPending} disabled={missing.length > 0} onClick={() => check.mutate()}>See what would change</Button>
          <p role="status" className="text-sm text-fg-3">
            {missing.length > 0 && `${missing.map(f => f.label).join(', ')} must be filled by a column.`}
            {check.isError && <span className="text-red-text">{messageOf(check.error)}</span>}
          </p>
        </div>
      </section>
    </div>
  );
}
