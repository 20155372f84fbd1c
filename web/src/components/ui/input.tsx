import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

export const inputStyle =
  'w-full rounded-md border border-line bg-raised px-2.5 text-sm text-fg placeholder:text-fg-3 transition-[border-color,box-shadow] ' +
  'hover:border-line-strong focus:border-accent focus:outline-2 focus:outline-offset-0 focus:outline-accent/25 ' +
  'aria-invalid:border-red aria-invalid:outline-red/25 disabled:opacity-60 max-md:text-[16px]';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={cn(inputStyle, 'h-8 max-md:h-10', className)} {...rest} />;
}

export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={3} className={cn(inputStyle, 'min-h-16 py-1.5 leading-5', className)} {...rest} />;
}
