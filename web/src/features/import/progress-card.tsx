'use client';
import { Pause, Play } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { useFormats } from '@/lib/format';
import type { Progress } from './import-api';

const left = (seconds: number) => (seconds < 60 ? `${Math.max(1, Math.round(seconds))} s left` : `${Math.round(seconds / 60)} min left`);

const phases: Record<string, string> = { reading: 'reading the file', matching: 'looking for what is there', planning: 'working out what changes', writing: 'writing' };

interface ProgressCardProps {
  state: 'checking' | 'running' | 'paused';
  progress: Progress | null | undefined;
  /** Which file of how many. */
  file?: string;
  rows: number;
  busy: boolean;
  onTurn?: () => void;
  onCancel?: () => void;
}

/** How far a check or an import is, with what can be done about it. */
export function ProgressCard({ state, progress, file, rows, busy, onTurn, onCancel }: ProgressCardProps) {
  const formats = useFormats();
  const checking = state === 'checking';
  const paused = state === 'paused';
  const { done = 0, total = rows, rows_per_second: speed, seconds_left: seconds, phase } = progress ?? {};
  const percent = total > 0 ? Math.min(100, Math.round((done / total) * 100)) : 0;
  return (
    <Card className="px-5 py-5">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="min-w-0 truncate text-sm font-semibold">{checking ? 'Checking' : paused ? 'Paused' : 'Importing'}{file && <span className="ml-2 font-normal text-fg-3">{file}</span>}</h2>
        <span className="num shrink-0 text-sm text-fg-3">{formats.number(done)} of {formats.number(total)}</span>
      </div>
      <div role="progressbar" aria-label={checking ? 'Check' : 'Import'} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className="mt-3 h-1.5 overflow-hidden rounded-full bg-active">
        <span className="block h-full rounded-full bg-accent transition-[width] duration-200" style={{ width: `${percent}%` }} />
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-3 text-xs text-fg-3">
        {paused ? <span>What is written stays; the rest waits.</span> : speed ? <span className="num">{formats.number(Math.round(speed))} rows/s</span> : <span>Starting</span>}
        {!paused && seconds != null && seconds > 0 && <span className="num">{left(seconds)}</span>}
        {phase && !paused && <span>{phases[phase] ?? phase}</span>}
        <span className="flex-1" />
        {onTurn && <Button size="sm" variant={paused ? 'primary' : 'outline'} busy={busy} onClick={onTurn}>{paused ? <><Play />Go on</> : <><Pause />Pause</>}</Button>}
        {onCancel && <Button size="sm" busy={busy} onClick={onCancel}>Cancel</Button>}
      </div>
    </Card>
  );
}
