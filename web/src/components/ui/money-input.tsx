'use client';
import { useState } from 'react';
import { parseNumber } from '@/lib/parse-number';
import { Input } from './input';

interface MoneyInputProps {
  id?: string;
  label: string;
  amount: number | null;
  currency: string;
  locale: string;
  onChange: (amount: number | null, currency: string) => void;
  /** Without it the currency lives in a field of its own. */
  withCurrency?: boolean;
  autoFocus?: boolean;
  invalid?: boolean;
  describedBy?: string;
}

/** Takes "1.234,50", "18k" and "2.5m" as people type them in their own locale. */
export function MoneyInput({ id, label, amount, currency, locale, onChange, withCurrency = true, autoFocus, invalid, describedBy }: MoneyInputProps) {
  const [text, setText] = useState(amount === null ? '' : new Intl.NumberFormat(locale, { maximumFractionDigits: 4, useGrouping: false }).format(amount));
  const [unit, setUnit] = useState(currency);
  const bad = text.trim() !== '' && parseNumber(text, locale) === null;
  return (
    <span className="flex w-full gap-1.5">
      <Input
        id={id}
        aria-label={id ? undefined : label}
        inputMode="decimal"
        autoFocus={autoFocus}
        aria-invalid={invalid || bad || undefined}
        aria-describedby={describedBy}
        value={text}
        onChange={e => {
          setText(e.target.value);
          onChange(parseNumber(e.target.value, locale), unit);
        }}
        className="num min-w-0 flex-1"
      />
      {withCurrency && (
        <Input
          aria-label={`${label}: currency`}
          list="currencies"
          maxLength={3}
          value={unit}
          onChange={e => {
            const next = e.target.value.toUpperCase();
            setUnit(next);
            onChange(parseNumber(text, locale), next);
          }}
          className="w-20 uppercase"
        />
      )}
    </span>
  );
}
