import { cn } from '@/lib/cn';

const hues = [264, 162, 22, 295, 215, 48, 340, 190];
const hash = (text: string) => [...text].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) >>> 0, 7);
const initials = (name: string) =>
  name.split(/\s+/).filter(Boolean).map(word => word[0]).slice(0, 2).join('').toUpperCase() || '?';

interface AvatarProps {
  name: string;
  size?: number;
  square?: boolean;
  ring?: boolean;
  /** Beside a visible name the picture says nothing new and is hidden from screen readers. */
  decorative?: boolean;
  className?: string;
}

export function Avatar({ name, size = 20, square, ring, decorative, className }: AvatarProps) {
  const hue = hues[hash(name) % hues.length] ?? 264;
  return (
    <span
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name })}
      className={cn('inline-grid shrink-0 select-none place-items-center font-semibold text-white', !square && 'rounded-full', ring && 'ring-2 ring-surface', className)}
      style={{
        width: size,
        height: size,
        fontSize: Math.max(9, Math.round(size * 0.4)),
        lineHeight: 1,
        letterSpacing: 0,
        borderRadius: square ? Math.round(size * 0.26) : undefined,
        background: `linear-gradient(150deg, oklch(0.58 0.14 ${hue}), oklch(0.46 0.13 ${hue + 18}))`,
      }}
    >
      {square ? (name.trim()[0] ?? '?').toUpperCase() : initials(name)}
    </span>
  );
}
