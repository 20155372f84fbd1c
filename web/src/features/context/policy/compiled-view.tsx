'use client';
import { Code2, FileText, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { cn } from '@/lib/cn';
import { words } from '../entry/details';
import type { Compiled } from './policy-api';
import { spansOf } from './spans';

/** The clause with the words that rules come from. */
export function ClauseText({ compiled, active, onActive }: { compiled: Compiled; active: number | null; onActive: (at: number | null) => void }) {
  return (
    <p className="text-[15px] leading-7 break-words whitespace-pre-wrap">
      {spansOf(compiled.clause, compiled.rules).map((span, i) => span.rules.length === 0 ? span.text : (
        <span
          key={i}
          onMouseEnter={() => onActive(span.rules[0] ?? null)}
          onMouseLeave={() => onActive(null)}
          className={cn('rounded-xs underline decoration-accent/40 decoration-2 underline-offset-[5px] transition-colors', active !== null && span.rules.includes(active) && 'bg-accent-soft')}
        >
          {span.text}
        </span>
      ))}
    </p>
  );
}

interface CompiledViewProps {
  compiled: Compiled;
  active?: number | null;
  onActive?: (at: number | null) => void;
}

/** What became of a clause: each rule in words and as it is evaluated, and what a person should look at. */
export function CompiledView({ compiled, active = null, onActive }: CompiledViewProps) {
  const [code, setCode] = useState(false);
  if (compiled.rules.length === 0) {
    return (
      <div className="rounded-lg border border-dashed border-line-strong px-3.5 py-3 text-sm text-fg-2">
        <p className="flex items-center gap-2 font-medium"><FileText aria-hidden className="size-4 text-fg-3" />Stays text</p>
        <p className="mt-0.5 text-fg-3">{compiled.why ?? 'Nothing in it can be enforced by itself.'} People and agents read it; nothing is decided by it.</p>
        <Warnings list={compiled.warnings} />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1 text-xs text-fg-3">{compiled.rules.length === 1 ? 'One rule' : `${compiled.rules.length} rules`}{compiled.guessed ? ', only warned of until a person confirms' : ', enforced while the entry is live'}</p>
        <Button size="xs" variant={code ? 'soft' : 'ghost'} aria-pressed={code} onClick={() => setCode(!code)}><Code2 />CEL</Button>
      </div>
      <ol aria-label="Rules" className="flex flex-col gap-1.5">
        {compiled.rules.map((rule, at) => (
          <li
            key={at}
            onMouseEnter={() => onActive?.(at)}
            onMouseLeave={() => onActive?.(null)}
            className={cn('rounded-lg border border-line bg-raised px-3 py-2 text-sm transition-colors', active === at && 'border-accent bg-accent-soft')}
          >
            <div className="flex items-start gap-2">
              <span className="min-w-0 flex-1 break-words">{rule.readable}</span>
              <Badge>{words(rule.kind)}</Badge>
            </div>
            {code && <pre tabIndex={0} aria-label={`Rule ${at + 1} as CEL`} className="mt-1.5 overflow-x-auto rounded-md bg-subtle px-2 py-1.5 font-mono text-xs text-fg-2">{rule.cel}</pre>}
            <Warnings list={rule.warnings} />
          </li>
        ))}
      </ol>
      <Warnings list={compiled.warnings} />
    </div>
  );
}

function Warnings({ list }: { list: string[] }) {
  if (list.length === 0) return null;
  return (
    <ul aria-label="Warnings" className="mt-1.5 flex flex-col gap-1">
      {list.map(text => <li key={text} className="flex items-start gap-1.5 text-xs text-amber-text"><TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />{text}</li>)}
    </ul>
  );
}
