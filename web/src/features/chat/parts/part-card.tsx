'use client';
import { Link } from '@/components/link';
import { WaitingCard } from '@/features/review/waiting-card';
import { WrittenCard } from '@/features/review/written-card';
import type { Part } from '../part';
import { Answer } from './answer';
import { PlanCard } from './plan-card';
import { QuestionCard } from './question-card';
import { Understood } from './understood';

interface PartCardProps {
  part: Part;
  /** The message is the last one, so that its questions can still be answered. */
  open: boolean;
  keyboard: boolean;
  onAnswer: (text: string) => void;
  onPoint: (field: string | null) => void;
}

/** One renderer for each kind of part. */
export function PartCard({ part, open, keyboard, onAnswer, onPoint }: PartCardProps) {
  switch (part.type) {
    case 'understood':
      return (
        <div className="flex flex-col gap-1">
          <Understood decision={part.decision} onPoint={onPoint} />
          {[part.decision.engine_note, ...(part.decision.notes ?? [])].map(note => note && <p key={note} className="px-0.5 text-xs text-fg-2">{note}</p>)}
        </div>
      );
    case 'written':
      return <WrittenCard id={part.changeSetId} known={part.changeSet} />;
    case 'waiting':
      return <WaitingCard id={part.changeSetId} known={part.changeSet} keyboard={keyboard} />;
    case 'question':
      return <QuestionCard question={part.question} open={open} keyboard={keyboard} onAnswer={onAnswer} />;
    case 'plan':
      return <PlanCard goalId={part.goalId} goal={part.goal} keyboard={keyboard} />;
    case 'answer':
      return <Answer text={part.text} records={part.records} open={open} />;
    case 'note':
      return (
        <p className="px-0.5 text-sm text-fg-2">
          {part.source && <span className="font-medium">{part.source.name}: </span>}
          {part.text}
          {part.hint && <Link href={part.hint.href} className="ml-1 font-medium text-accent-text hover:underline">Open the import</Link>}
        </p>
      );
  }
}
