'use client';
import { ArrowRight } from 'lucide-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Select } from '@/components/ui/select';
import { useFormats } from '@/lib/format';
import { fieldOf, type RecordType } from '@/lib/meta';
import { messageOf, Problem } from '@/lib/problem';
import { keys } from '@/lib/query-keys';
import { ChoiceQuestions } from './choice-questions';
import { imports, type Import, type Mapping } from './import-api';
import { externalId, firstMapping, missingRequired, openQuestions, suggestedChoices, targetFields, withChoice, withColumn } from './mapping';

const separators: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

function MatchKey({ of, type, mapping, onChange }: { of: Import; type: RecordType; mapping: Mapping; onChange: (key: string | null) => void }) {
  const mapped = new Set(Object.values(mapping.columns));
  const usable = (of.match_keys ?? type.fields.filter(f => ['text', 'email', 'url'].includes(f.kind)).map(f => f.name).concat(externalId)).filter(k => mapped.has(k));
  const label = (key: string) => (key === externalId ? 'External id' : (fieldOf(type, key)?.label ?? key));
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

export function MappingStep({ of, type, onChecked }: { of: Import; type: RecordType; onChecked: () => void }) {
  const formats = useFormats();
  const client = useQueryClient();
  const [mapping, setMapping] = useState<Mapping>(() => firstMapping(of));
  const [questions, setQuestions] = useState(of.choice_questions);
  const fields = targetFields(type);
  const missing = missingRequired(type, mapping);
  const asked = openQuestions(questions, mapping);

  const check = useMutation({
    mutationFn: async () => {
      const answer = await imports.map(of.id, mapping);
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
  const wrong = check.error instanceof Problem ? check.error.byField() : {};
  const options = [...fields.map(f => ({ value: f.name, label: f.label })), { value: externalId, label: 'External id' }];
  return (
    <div className="flex flex-col gap-5">
      <section>
        <SectionTitle className="mb-2" aside={<span className="num">{formats.number(of.row_count)} rows{of.delimiter ? `, separated by ${separators[of.delimiter] ?? of.delimiter}` : ''}{of.encoding ? `, ${of.encoding}` : ''}</span>}>
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
                </tr>
              </thead>
              <tbody>
                {of.columns.map(c => (
                  <tr key={c.name} className="h-11 border-b last:border-0 [&>td]:px-3.5">
                    <td className="font-medium">{c.name}<span className="block max-w-[38vw] truncate text-xs font-normal text-fg-3 md:hidden">{c.samples[0]}</span></td>
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
                      {wrong[c.name] && <p className="text-xs text-red-text">{wrong[c.name]}</p>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Card>
      </section>
      {asked.length > 0 && (
        <ChoiceQuestions questions={asked} type={type} mapping={mapping} onChange={(field, value, choice) => setMapping(withChoice(mapping, field, value, choice))} />
      )}
      <section className="flex flex-col gap-3">
        <MatchKey of={of} type={type} mapping={mapping} onChange={match_key => setMapping({ ...mapping, match_key })} />
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
