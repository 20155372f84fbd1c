'use client';
import { PencilLine, RotateCw, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { Decision, Part, SentFile, ThreadMessage } from './part';
import { PartCard } from './parts/part-card';
import type { Pending } from './use-thread';
import { UserMessage } from './user-message';

interface Turn {
  id: string;
  text: string | null;
  parts: Part[];
  files?: SentFile[];
}

/** A question and what came of it belong together, however the server cuts them into messages. */
export function turnsOf(messages: ThreadMessage[]): Turn[] {
  const turns: Turn[] = [];
  for (const m of messages) {
    const said = m.role === 'assistant' && m.text && !m.parts.some(p => p.type === 'answer' || p.type === 'note');
    const parts: Part[] = said ? [...m.parts, { type: 'note', text: m.text }] : m.parts;
    const last = turns.at(-1);
    if (m.role === 'user' || !last) turns.push({ id: m.id, text: m.role === 'user' ? m.text : null, parts, files: m.files });
    else last.parts = [...last.parts, ...parts];
  }
  return turns;
}

const decisionOf = (parts: Part[]): Decision | null => parts.filter(p => p.type === 'understood').find(p => !p.decision.source)?.decision ?? null;

/** What keys decide: the first card of the turn that waits for somebody. */
const keyboardPart = (parts: Part[]) => parts.findIndex(p => p.type === 'question' || p.type === 'waiting' || p.type === 'plan');

function TurnView({ turn, last, onAnswer, children }: { turn: Turn; last: boolean; onAnswer: (text: string) => void; children?: ReactNode }) {
  const [pointed, setPointed] = useState<string | null>(null);
  const key = last ? keyboardPart(turn.parts) : -1;
  return (
    <li className="flex flex-col gap-2.5">
      {turn.text !== null && <UserMessage text={turn.text} files={turn.files} decision={decisionOf(turn.parts)} pointed={pointed} />}
      {turn.parts.map((part, i) => (
        <PartCard key={i} part={part} open={last} keyboard={i === key} onAnswer={onAnswer} onPoint={setPointed} />
      ))}
      {children}
    </li>
  );
}

interface ConversationProps {
  messages: ThreadMessage[];
  pending: Pending | null;
  onAnswer: (text: string) => void;
  onRetry: () => void;
  onTakeBack: (text: string) => void;
}

export function Conversation({ messages, pending, onAnswer, onRetry, onTakeBack }: ConversationProps) {
  const end = useRef<HTMLDivElement>(null);
  // The server may know the pending message already, from before a reload.
  const known = pending ? messages.findLastIndex(m => m.role === 'user' && m.text === pending.text && m.created_at >= pending.at.slice(0, 16)) : -1;
  const turns = turnsOf(known < 0 ? messages : messages.slice(0, known));
  const count = messages.length + (pending?.run.parts.length ?? 0) + (pending ? 1 : 0);
  useEffect(() => {
    end.current?.scrollIntoView?.({ block: 'end' });
  }, [count]);
  return (
    <>
      <ol className="flex flex-col gap-6">
        {turns.map((t, i) => <TurnView key={t.id} turn={t} last={!pending && i === turns.length - 1} onAnswer={onAnswer} />)}
        {pending && (
          <TurnView turn={{ id: pending.key, text: pending.text, parts: pending.run.parts, files: pending.files }} last={false} onAnswer={onAnswer}>
            {pending.run.state === 'failed' ? (
              <div role="alert" className="flex flex-wrap items-center gap-2 rounded-xl border border-line bg-red-soft px-3.5 py-2.5 text-sm">
                <TriangleAlert aria-hidden className="size-4 shrink-0 stroke-[1.75] text-red-text" />
                <span className="min-w-0 flex-1">{pending.run.failure}</span>
                <Button size="xs" onClick={onRetry}><RotateCw />Try again</Button>
                <Button size="xs" variant="ghost" onClick={() => onTakeBack(pending.text)}><PencilLine />Edit</Button>
              </div>
            ) : (
              <p role="status" className="flex items-center gap-2 px-0.5 text-sm text-fg-3">
                <span aria-hidden className="relative flex size-2">
                  <span className="absolute inset-0 animate-[ping2_1.4s_ease-out_infinite] rounded-full bg-violet opacity-50" />
                  <span className="relative size-2 rounded-full bg-violet" />
                </span>
                {pending.run.state === 'sending' ? 'Sending' : 'Reading'}
              </p>
            )}
          </TurnView>
        )}
      </ol>
      <div ref={end} className="scroll-mb-5 max-lg:scroll-mb-32" />
    </>
  );
}
