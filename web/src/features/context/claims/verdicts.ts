import { BadgeCheck, CircleHelp, CircleX, SpellCheck, type LucideIcon } from 'lucide-react';
import type { Tone } from '@/lib/tone';
import type { FindingKind } from './findings';

interface Look {
  label: string;
  /** As a counter says it. */
  many: string;
  icon: LucideIcon;
  tone: Tone;
  text: string;
  /** Below the words; the line differs, not only its colour. */
  line: string;
  soft: string;
}

export const kinds: FindingKind[] = ['contradicted', 'unsupported', 'wording', 'supported'];

export const looks: Record<FindingKind, Look> = {
  contradicted: { label: 'Contradicted', many: 'contradicted', icon: CircleX, tone: 'red', text: 'text-red-text', line: 'underline decoration-wavy decoration-red decoration-[1.5px] underline-offset-[3px] [text-decoration-skip-ink:none]', soft: 'bg-red-soft' },
  unsupported: { label: 'Unsupported', many: 'unsupported', icon: CircleHelp, tone: 'amber', text: 'text-amber-text', line: 'underline decoration-dashed decoration-amber decoration-2 underline-offset-[5px]', soft: 'bg-amber-soft' },
  wording: { label: 'Wording', many: 'wording', icon: SpellCheck, tone: 'accent', text: 'text-accent-text', line: 'underline decoration-dotted decoration-accent decoration-[3px] underline-offset-[5px]', soft: 'bg-accent-soft' },
  supported: { label: 'Supported', many: 'supported', icon: BadgeCheck, tone: 'green', text: 'text-green-text', line: 'underline decoration-solid decoration-green decoration-1 underline-offset-[5px]', soft: 'bg-green-soft' },
};
