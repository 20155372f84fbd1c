'use client';
import { Pencil } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/input';
import { VirtualList } from '@/features/intake/virtual-list';
import { linesOf, type Finding } from './findings';
import { MarkedLine } from './marked-line';

interface LongTextProps {
  text: string;
  findings: Finding[];
  current: string | null;
  onPick: (key: string) => void;
  onChange: (text: string) => void;
}

/** A text of many pages: only the lines in view stand in the page, and one paragraph at a time is written in. */
export function LongText({ text, findings, current, onPick, onChange }: LongTextProps) {
  const [writing, setWriting] = useState<number | null>(null);
  const lines = useMemo(() => linesOf(text, findings).map((line, at) => ({ ...line, at })).filter(line => line.text.trim() !== ''), [text, findings]);
  const shown = lines.find(line => line.marks.some(m => m.key === current));
  const put = (at: number, words: string) => {
    setWriting(null);
    const all = text.split('\n');
    if (all[at] === words) return;
    all[at] = words;
    onChange(all.join('\n'));
  };
  return (
    <VirtualList label="Text" className="flex-1" items={lines} keyOf={line => String(line.at)} height={60} shown={shown ? String(shown.at) : null}>
      {line => (
        <div className="group relative mx-auto max-w-[820px] px-6 py-2 text-[15px] leading-[26px] max-md:px-4">
          {writing === line.at ? (
            <Written words={line.text} onDone={words => put(line.at, words)} />
          ) : (
            <>
              <div
                onClick={e => {
                  const key = (e.target as HTMLElement).closest<HTMLElement>('[data-finding]')?.dataset.finding?.split(' ')[0];
                  if (key) onPick(key);
                }}
                onDoubleClick={() => setWriting(line.at)}
              >
                <MarkedLine text={line.text} marks={line.marks} current={current} className="[overflow-wrap:anywhere] whitespace-pre-wrap" />
              </div>
              <Button variant="soft" size="icon" aria-label="Change this paragraph" onClick={() => setWriting(line.at)} className="absolute top-1.5 right-1 opacity-0 group-hover:opacity-100 focus-visible:opacity-100 max-md:opacity-100"><Pencil /></Button>
            </>
          )}
        </div>
      )}
    </VirtualList>
  );
}

function Written({ words, onDone }: { words: string; onDone: (words: string) => void }) {
  const [value, setValue] = useState(words);
  return (
    <Textarea
      autoFocus
      aria-label="Paragraph"
      rows={Math.min(14, Math.max(2, Math.ceil(value.length / 85)))}
      value={value}
      onChange={e => setValue(e.target.value.replaceAll('\n', ' '))}
      onBlur={() => onDone(value)}
      onKeyDown={e => {
        if (e.key === 'Escape') onDone(words);
        if (e.key === 'Enter') {
          e.preventDefault();
          onDone(value);
        }
      }}
      className="text-[15px] leading-[26px]"
    />
  );
}
