'use client';
import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { cn } from '@/lib/cn';
import { linesOf, type Finding } from './findings';
import { MarkedLine } from './marked-line';

/** Both layers break their lines alike only if all of this is the same. */
const shape = 'm-0 w-full whitespace-pre-wrap [overflow-wrap:anywhere] px-6 pt-5 pb-24 text-[15px] leading-[26px] tracking-normal max-md:px-4 max-md:text-[16px]';

interface TextEditorProps {
  area: RefObject<HTMLTextAreaElement | null>;
  text: string;
  findings: Finding[];
  current: string | null;
  invalid: boolean;
  onChange: (text: string) => void;
  onPlace: (at: number) => void;
  onStep: (by: 1 | -1) => void;
}

/** The text is written in a field; what was found lies below its words. */
export function TextEditor({ area, text, findings, current, invalid, onChange, onPlace, onStep }: TextEditorProps) {
  const box = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => linesOf(text, findings), [text, findings]);
  useEffect(() => {
    const finding = findings.find(f => f.key === current);
    const field = area.current;
    if (!finding || !field) return;
    if (document.activeElement === field) {
      if (finding.start <= field.selectionStart && field.selectionStart <= finding.end) return;
      field.setSelectionRange(finding.start, finding.end);
    }
    const mark = [...(box.current?.querySelectorAll<HTMLElement>('[data-finding]') ?? [])].find(el => el.dataset.finding?.split(' ').includes(finding.key));
    mark?.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    // Only another finding moves the text, not one that was changed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [current]);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div ref={box} className="relative mx-auto grid min-h-full max-w-[820px]">
        <div aria-hidden className={cn(shape, 'pointer-events-none col-start-1 row-start-1 text-transparent select-none')}>
          {lines.map((line, i) => <MarkedLine key={i} text={line.text} marks={line.marks} current={current} />)}
        </div>
        <textarea
          ref={area}
          aria-label="Text to check"
          aria-describedby="check-keys"
          aria-invalid={invalid || undefined}
          spellCheck
          value={text}
          placeholder="Paste a mail, a proposal, a post or a page here, or drop a file."
          onChange={e => onChange(e.target.value)}
          onSelect={e => onPlace(e.currentTarget.selectionStart)}
          onKeyDown={e => {
            if (e.key === 'F8') {
              e.preventDefault();
              onStep(e.shiftKey ? -1 : 1);
            }
            if (e.key === 'Escape') e.currentTarget.blur();
          }}
          className={cn(shape, 'col-start-1 row-start-1 min-h-full resize-none overflow-hidden border-0 bg-transparent text-fg outline-none placeholder:text-fg-3 focus:outline-none')}
        />
      </div>
    </div>
  );
}
