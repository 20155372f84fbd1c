import { CalendarRange } from 'lucide-react';
import { Card, SectionTitle } from '@/components/ui/card';
import type { DateOrder, DateQuestion } from './import-api';

interface DateQuestionsProps {
  questions: DateQuestion[];
  answers: Record<string, DateOrder>;
  onChange: (column: string, order: DateOrder) => void;
}

const labels: Record<DateOrder, string> = { day_first: 'Day first', month_first: 'Month first' };

/** Dates that can be read both ways, asked once a column. */
export function DateQuestions({ questions, answers, onChange }: DateQuestionsProps) {
  return (
    <section aria-label="Dates">
      <SectionTitle className="mb-2">Dates that can be read both ways</SectionTitle>
      <Card>
        {questions.map(q => (
          <fieldset key={q.column} className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-b px-3.5 py-2.5 text-sm last:border-0">
            <legend className="contents">
              <span className="flex min-w-0 flex-1 basis-56 items-center gap-2">
                <CalendarRange aria-hidden className="size-4 shrink-0 stroke-[1.75] text-accent-text" />
                <span className="truncate font-medium">{q.column}</span>
                <span className="num truncate text-xs text-fg-3">{q.samples.slice(0, 3).join(' · ')}</span>
              </span>
            </legend>
            {q.options.map(o => (
              <label key={o} className="flex items-center gap-1.5">
                <input type="radio" name={`dates-${q.column}`} checked={answers[q.column] === o} onChange={() => onChange(q.column, o)} className="accent-accent" />
                {labels[o]}
              </label>
            ))}
          </fieldset>
        ))}
      </Card>
    </section>
  );
}
