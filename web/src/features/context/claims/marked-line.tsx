import { memo } from 'react';
import { cn } from '@/lib/cn';
import { piecesOf, type Mark } from './findings';
import { looks } from './verdicts';

interface MarkedLineProps {
  text: string;
  marks: Mark[];
  /** The finding that is looked at. */
  current: string | null;
  className?: string;
}

/** Words with what was found in them. The words themselves are unchanged, so that they lie exactly below those that are typed. */
function Line({ text, marks, current, className }: MarkedLineProps) {
  return (
    <div className={cn('min-h-[26px]', className)}>
      {piecesOf({ text, marks }).map((piece, i) => {
        const top = piece.marks.find(m => m.key === current) ?? piece.marks[0];
        return top ? (
          <span key={i} data-finding={piece.marks.map(m => m.key).join(' ')} className={cn('rounded-xs', looks[top.kind].line, top.key === current && looks[top.kind].soft)}>{piece.text}</span>
        ) : piece.text;
      })}
    </div>
  );
}

const same = (a: Mark[], b: Mark[]) => a.length === b.length && a.every((m, i) => m.key === b[i]?.key && m.start === b[i]?.start && m.end === b[i]?.end && m.kind === b[i]?.kind);

/** Whether the finding that is looked at begins or ends to be in this line. */
const looked = (marks: Mark[], before: string | null, now: string | null) => before !== now && marks.some(m => m.key === before || m.key === now);

export const MarkedLine = memo(Line, (a, b) => a.text === b.text && a.className === b.className && same(a.marks, b.marks) && !looked(b.marks, a.current, b.current));
