import { cn } from '@/lib/cn';
import { highlight, spansOf } from './highlight';
import type { Decision } from './part';

/** The words that a value rests on are marked in the message itself. */
export function UserMessage({ text, decision, pointed }: { text: string; decision: Decision | null; pointed: string | null }) {
  const pieces = highlight(text, decision ? spansOf(text, decision) : []);
  return (
    <div className="ml-auto w-fit max-w-[88%] rounded-xl bg-hover px-3.5 py-2 text-sm leading-[21px]">
      <p className="whitespace-pre-wrap break-words">
        {pieces.map((p, i) =>
          p.fields.length ? (
            <mark key={i} className={cn('rounded-[3px] bg-violet-soft px-px text-fg transition-colors', pointed && p.fields.includes(pointed) && 'bg-violet text-white')}>{p.text}</mark>
          ) : (
            <span key={i}>{p.text}</span>
          ))}
      </p>
    </div>
  );
}
