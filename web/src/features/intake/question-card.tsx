'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleQuestionMark } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from '@/components/link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { toast } from '@/components/ui/toast';
import { fieldText } from '@/features/review/field-text';
import { useTextContext } from '@/features/review/use-text-context';
import { can, useSession } from '@/lib/session';
import { useShortcuts, type Shortcuts } from '@/lib/shortcuts';
import { takeFocus } from '@/lib/take-focus';
import { inbox, inboxKeys, refreshInbox, type AskedQuestion, type QuestionOption } from './inbox-api';

const settled: Record<string, string> = { answered: 'Answered', none: 'None fits', closed: 'Not asked any more', expired: 'Too old to answer' };

interface QuestionCardProps {
  question: AskedQuestion;
  /** The keys 1 to 9, N and T belong to one card of a page. */
  keyboard: boolean;
  /** Names the message, where it does not stand beside the card. */
  withMessage?: boolean;
  /** Answers in the conversation in place of here. */
  onAnswer?: (text: string) => void;
}

export function AskedQuestionCard({ question, keyboard, withMessage = false, onAnswer }: QuestionCardProps) {
  const client = useQueryClient();
  const mayAnswer = can(useSession().data, 'intake.submit');
  const [typing, setTyping] = useState(false);
  const [words, setWords] = useState('');
  const first = useRef<HTMLButtonElement>(null);
  const answer = useMutation({
    mutationFn: (given: string | null) => inbox.answer(question.id, given),
    onSuccess: done => client.setQueryData(inboxKeys.question(question.id), done),
    onError: toast.error,
    onSettled: () => refreshInbox(client),
  });
  const open = question.state === 'open' && (mayAnswer || onAnswer !== undefined);
  const options = question.options.slice(0, 9);
  const give = (option: QuestionOption) => (onAnswer ? onAnswer(option.label) : answer.mutate(option.value));
  const asks = open && keyboard && !answer.isPending;
  const keys: Shortcuts = { n: () => answer.mutate(null), t: () => setTyping(true) };
  options.forEach((option, i) => {
    keys[String(i + 1)] = () => give(option);
  });
  useShortcuts(keys, asks);
  useEffect(() => {
    if (asks) takeFocus(first.current);
  }, [asks]);
  return (
    <Card role="group" aria-label="Question" className="px-3.5 py-3">
      <div className="flex items-start gap-2 text-sm">
        <CircleQuestionMark aria-hidden className="mt-0.5 size-4 shrink-0 stroke-[1.75] text-accent-text" />
        <div className="min-w-0 flex-1">
          <p className="font-medium">{question.text}</p>
          {withMessage && <Link href={`/inbox?id=${question.message_id}`} className="block truncate text-xs text-fg-3 hover:text-fg hover:underline">“{question.about}”</Link>}
        </div>
        {question.state !== 'open' && <Badge tone={question.state === 'answered' ? 'green' : 'neutral'}>{settled[question.state]}</Badge>}
      </div>
      {question.state === 'answered' && <p className="mt-1 pl-6 text-sm max-md:pl-0">{question.answer}<span className="text-xs text-fg-3">{question.answered_by && ` · ${question.answered_by}`}</span></p>}
      {question.state === 'open' && options.length > 0 && (
        <div className="mt-2 flex flex-col gap-1 pl-6 max-md:pl-0">
          {options.map((option, i) => (
            <button
              key={option.value}
              type="button"
              ref={i === 0 ? first : undefined}
              disabled={!open || answer.isPending}
              onClick={() => give(option)}
              className="flex min-h-9 items-start gap-2.5 rounded-md border border-line bg-raised px-2.5 py-1.5 text-left text-sm hover:border-line-strong hover:bg-subtle disabled:opacity-60 max-md:min-h-11"
            >
              {keyboard && <span aria-hidden className="mt-px"><Kbd>{i + 1}</Kbd></span>}
              <span className="min-w-0 flex-1"><span className="block font-medium">{option.label}</span><Facts option={option} /></span>
            </button>
          ))}
        </div>
      )}
      {open && typing && (
        <form
          className="mt-2 flex gap-2 pl-6 max-md:pl-0"
          onSubmit={e => {
            e.preventDefault();
            if (words.trim()) answer.mutate(words.trim());
          }}
        >
          <Input aria-label="Answer" autoFocus maxLength={2000} value={words} onChange={e => setWords(e.target.value)} onKeyDown={e => e.key === 'Escape' && setTyping(false)} />
          <Button type="submit" size="md" variant="primary" busy={answer.isPending} disabled={!words.trim()}>Answer</Button>
        </form>
      )}
      {open && !typing && (
        <div className="mt-2 flex flex-wrap items-center gap-1 pl-6 max-md:pl-0">
          <Button size="xs" variant="ghost" disabled={answer.isPending} onClick={() => answer.mutate(null)}>None of these {keyboard && <span aria-hidden><Kbd>N</Kbd></span>}</Button>
          <Button size="xs" variant="ghost" disabled={answer.isPending} onClick={() => setTyping(true)}>Type an answer {keyboard && <span aria-hidden><Kbd>T</Kbd></span>}</Button>
        </div>
      )}
    </Card>
  );
}

/** What tells one record from the other. */
function Facts({ option }: { option: QuestionOption }) {
  const context = useTextContext();
  const type = context.types.find(t => t.name === option.record?.type);
  if (option.facts.length === 0) return null;
  const siblings = Object.fromEntries(option.facts.map(f => [f.field, f.value]));
  return (
    <span className="flex flex-wrap gap-x-3 text-xs text-fg-3">
      {option.facts.map(f => <span key={f.field}>{f.label} <span className="text-fg-2">{fieldText(type, f.field, f.value, context, siblings)}</span></span>)}
    </span>
  );
}
