import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';
import type { Tone } from '@/lib/tone';

const tones: Record<Tone, string> = {
  neutral: 'bg-hover text-fg-2',
  accent: 'bg-accent-soft text-accent-text',
  green: 'bg-green-soft text-green-text',
  amber: 'bg-amber-soft text-amber-text',
  red: 'bg-red-soft text-red-text',
  violet: 'bg-violet-soft text-violet-text',
  teal: 'bg-teal-soft text-teal-text',
};

const dots: Record<Tone, string> = {
  neutral: 'bg-fg-3',
  accent: 'bg-accent',
  green: 'bg-green',
  amber: 'bg-amber',
  red: 'bg-red',
  violet: 'bg-violet',
  teal: 'bg-teal',
};

export function Badge({ tone = 'neutral', className, ...rest }: ComponentProps<'span'> & { tone?: Tone }) {
  return (
    <span
      className={cn('inline-flex h-5 max-w-full items-center gap-1 truncate rounded-sm px-1.5 text-2xs font-medium whitespace-nowrap [&_svg]:size-3', tones[tone], className)}
      {...rest}
    />
  );
}

export function Dot({ tone = 'neutral', className }: { tone?: Tone; className?: string }) {
  return <span aria-hidden className={cn('inline-block size-1.5 shrink-0 rounded-full', dots[tone], className)} />;
}
