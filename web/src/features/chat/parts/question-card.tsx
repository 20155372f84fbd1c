'use client';
import { CircleQuestionMark } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Card } from '@/components/ui/card';
import { Kbd } from '@/components/ui/kbd';
import { useShortcuts, type Shortcuts } from '@/lib/shortcuts';
import { takeFocus } from '@/lib/take-focus';
import type { Question } from '../part';

interface QuestionCardProps {
  question: Question;
  /** Answers are open on the last message only; the keys 1 to 9 belong to the first open question. */
  open: boolean;
  keyboard: boolean;
  onAnswer: (text: string) => void;
}

export function QuestionCard({ question, open, keyboard, onAnswer }: QuestionCardProps) {
  const options = question.options.slice(0, 9);
  const first = useRef<HTMLButtonElement>(null);
  const asks = open && keyboard;
  useEffect(() => {
    if (asks) takeFocus(first.current);
  }, [asks]);
  const keys: Shortcuts = {};
  options.forEach((o, i) => {
    keys[String(i + 1)] = () => onAnswer(o.label);
  });
  useShortcuts(keys, asks);
  return (
    <Card role="group" aria-label="Question" className="px-3.5 py-3">
      <p className="flex gap-2 text-sm font-medium">
        <CircleQuestionMark aria-hidden className="mt-0.5 size-4 shrink-0 stroke-[1.75] text-accent-text" />
        {question.text}
      </p>
      {options.length > 0 && (
        <div className="mt-2 flex flex-col gap-1 pl-6 max-md:pl-0">
          {options.map((o, i) => (
            <button
              key={o.value}
              type="button"
              ref={i === 0 ? first : undefined}
              disabled={!open}
              onClick={() => onAnswer(o.label)}
              className="flex min-h-8 items-center gap-2.5 rounded-md border border-line bg-raised px-2.5 py-1 text-left text-sm hover:border-line-strong hover:bg-subtle disabled:opacity-60 max-md:min-h-10"
            >
              <span aria-hidden><Kbd>{i + 1}</Kbd></span>
              {o.label}
            </button>
          ))}
        </div>
      )}
    </Card>
  );
}
