import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

export const buttonStyle = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium ' +
    'transition-[background,border-color,box-shadow,color] duration-100 disabled:pointer-events-none disabled:opacity-45 ' +
    'aria-disabled:opacity-45 [&_svg]:shrink-0 [&_svg]:stroke-[1.75]',
  {
    variants: {
      variant: {
        primary:
          'bg-accent text-accent-fg shadow-[inset_0_1px_0_oklch(1_0_0/0.14),0_1px_2px_oklch(0.3_0.1_264/0.3)] hover:bg-accent-hover',
        outline: 'border border-line bg-raised text-fg shadow-e1 hover:border-line-strong hover:bg-subtle',
        ghost: 'text-fg-2 hover:bg-hover hover:text-fg',
        soft: 'bg-hover text-fg hover:bg-active',
        danger: 'bg-red-soft text-red-text hover:bg-red-soft/80',
      },
      size: {
        xs: 'h-6 px-2 text-xs [&_svg]:size-3.5 max-md:h-8',
        sm: 'h-7 px-2.5 text-xs [&_svg]:size-3.5 max-md:h-8',
        md: 'h-8 px-3 text-sm [&_svg]:size-4',
        icon: 'size-7 text-fg-3 [&_svg]:size-4 max-md:size-9',
      },
    },
    defaultVariants: { variant: 'outline', size: 'sm' },
  },
);

export type ButtonProps = ComponentProps<'button'> & VariantProps<typeof buttonStyle> & { busy?: boolean };

export function Button({ className, variant, size, busy, disabled, children, ...rest }: ButtonProps) {
  return (
    <button type="button" disabled={disabled || busy} aria-busy={busy || undefined} className={cn(buttonStyle({ variant, size }), className)} {...rest}>
      {busy && <span aria-hidden className="size-3 animate-[spin_.7s_linear_infinite] rounded-full border-2 border-current border-r-transparent" />}
      {children}
    </button>
  );
}
