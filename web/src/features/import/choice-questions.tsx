'use client';
import { CircleQuestionMark } from 'lucide-react';
import { Card, SectionTitle } from '@/components/ui/card';
import { Combobox, type ComboOption } from '@/components/ui/combobox';
import { Select } from '@/components/ui/select';
import { api } from '@/lib/api';
import { fieldOf, type FieldType, type RecordType } from '@/lib/meta';
import type { ChoiceQuestion, ChoiceValue, Mapping } from './import-api';

interface ChoiceQuestionsProps {
  questions: ChoiceQuestion[];
  type: RecordType;
  mapping: Mapping;
  onChange: (field: string, value: string, choice: string | null) => void;
}

interface AnswerProps {
  value: ChoiceValue;
  field: FieldType | undefined;
  answer: string | null;
  onChange: (choice: string | null) => void;
}

async function findRecords(ref: string, text: string, signal: AbortSignal): Promise<ComboOption[]> {
  const answer = await api.get<{ data: { title: string; subtitle?: string | null }[] }>(`/find?q=${encodeURIComponent(text)}&types=${ref}&limit=8`, { signal });
  return answer.data.map(f => ({ value: f.title, label: f.title, hint: f.subtitle ?? undefined }));
}

function Answer({ value, field, answer, onChange }: AnswerProps) {
  const options = value.options ?? field?.choices?.map(c => ({ value: c.value, label: c.label }));
  if (options?.length) {
    return <Select aria-label={`Meaning of ${value.value}`} value={answer ?? ''} onChange={e => onChange(e.target.value || null)} placeholder="Leave empty" options={options} />;
  }
  return (
    <Combobox
      label={`Meaning of ${value.value}`}
      value={answer ? { value: answer, label: answer } : null}
      placeholder="Leave empty"
      options={(text, signal) => findRecords(field?.ref ?? '', text || value.suggested || value.value, signal)}
      onChange={o => onChange(o?.value ?? null)}
    />
  );
}

/** Values the workspace does not know, each asked once for the whole file. */
export function ChoiceQuestions({ questions, type, mapping, onChange }: ChoiceQuestionsProps) {
  return (
    <section aria-label="Questions">
      <SectionTitle className="mb-2">Values to match</SectionTitle>
      <div className="flex flex-col gap-3">
        {questions.map(q => {
          const field = fieldOf(type, q.field);
          return (
            <Card key={q.field} className="px-3.5 py-3">
              <p className="mb-1.5 flex items-center gap-2 text-sm font-medium">
                <CircleQuestionMark aria-hidden className="size-4 shrink-0 stroke-[1.75] text-accent-text" />
                What do these values of “{q.column}” mean as {field?.label.toLowerCase() ?? q.field}?
              </p>
              <ul>
                {q.values.map(v => (
                  <li key={v.value} className="grid min-h-10 grid-cols-[minmax(0,1fr)_minmax(0,260px)] items-center gap-3 border-b py-1 pl-6 text-sm last:border-0 max-md:pl-0">
                    <span className="truncate font-medium">{v.label ?? v.value}{v.count !== undefined && <span className="num ml-2 text-xs font-normal text-fg-3">{v.count} rows</span>}</span>
                    <Answer value={v} field={field} answer={mapping.choices[q.field]?.[v.value] ?? null} onChange={choice => onChange(q.field, v.value, choice)} />
                  </li>
                ))}
              </ul>
            </Card>
          );
        })}
      </div>
    </section>
  );
}
