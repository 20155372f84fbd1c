'use client';
import { useState } from 'react';
import { Problem } from './problem';

export interface Submission {
  busy: boolean;
  /** A sentence for the form as a whole; empty where every error belongs to a field. */
  message: string | null;
  fields: Record<string, string>;
  /** True where it worked. */
  submit: (work: () => Promise<unknown>) => Promise<boolean>;
}

/** State of one form: busy, what the server said, and which fields it named. */
export function useSubmit(known: string[] = []): Submission {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const fields = error instanceof Problem ? error.byField() : {};
  const shown = Object.keys(fields).some(name => known.includes(name));
  return {
    busy,
    fields,
    message: error && !shown ? (error instanceof Error ? error.message : 'That did not work.') : null,
    submit: async work => {
      setBusy(true);
      setError(null);
      try {
        await work();
        return true;
      } catch (caught) {
        setError(caught);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
