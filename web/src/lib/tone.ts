export type Tone = 'neutral' | 'accent' | 'green' | 'amber' | 'red' | 'violet' | 'teal';

const byName: Record<string, Tone> = {
  neutral: 'neutral', gray: 'neutral', grey: 'neutral', slate: 'neutral',
  accent: 'accent', blue: 'accent', info: 'accent',
  green: 'green', success: 'green', positive: 'green',
  amber: 'amber', yellow: 'amber', orange: 'amber', warning: 'amber',
  red: 'red', danger: 'red', negative: 'red',
  violet: 'violet', purple: 'violet',
  teal: 'teal', cyan: 'teal',
};

export const toneOf = (name: string | null | undefined): Tone => byName[(name ?? '').toLowerCase()] ?? 'neutral';
