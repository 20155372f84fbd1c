import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';
import { Input } from './input';

/** The browser's date field: it shows the user's own order of day and month and speaks to screen readers. Value is ISO or empty. */
export function DateInput({ value, onChange, className, ...rest }: Omit<ComponentProps<'input'>, 'value' | 'onChange'> & { value: string; onChange: (iso: string) => void }) {
  return <Input type="date" max="9999-12-31" value={value.slice(0, 10)} onChange={e => onChange(e.target.value)} className={cn('num', className)} {...rest} />;
}
