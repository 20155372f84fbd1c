import type { ComponentProps, ReactNode } from 'react';
import { Field } from './field';
import { Input } from './input';

type TextFieldProps = Omit<ComponentProps<'input'>, 'onChange' | 'value'> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  value: string;
  onChange: (value: string) => void;
};

export function TextField({ label, hint, error, required, value, onChange, className, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required} className={className}>
      {control => <Input {...control} {...rest} required={required} value={value} onChange={e => onChange(e.target.value)} />}
    </Field>
  );
}
