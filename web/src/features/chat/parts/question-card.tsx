'use client';
import { useQuery } from '@tanstack/react-query';
import { inbox, inboxKeys, type AskedQuestion } from '@/features/intake/inbox-api';
import { AskedQuestionCard } from '@/features/intake/question-card';
import type { Question } from '../part';

interface QuestionCardProps {
  question: Question;
  /** Answers in the conversation are open on its last message only; the keys belong to the first open question. */
  open: boolean;
  keyboard: boolean;
  onAnswer: (text: string) => void;
}

/** The question as it stands now: it may have been answered in the inbox. */
export function QuestionCard({ question, open, keyboard, onAnswer }: QuestionCardProps) {
  const found = useQuery({ queryKey: inboxKeys.question(question.id), queryFn: () => inbox.question(question.id), retry: false, enabled: question.id !== '' });
  const asked: AskedQuestion = found.data ?? {
    id: question.id,
    message_id: '',
    thread_id: null,
    about: '',
    channel: 'chat',
    text: question.text,
    options: question.options.map(o => ({ ...o, record: null, facts: [] })),
    state: open ? 'open' : 'closed',
    answer: null,
    answered_by: null,
    answered_at: null,
    asked_at: '',
  };
  return <AskedQuestionCard question={asked} keyboard={open && keyboard} onAnswer={open ? onAnswer : undefined} />;
}
