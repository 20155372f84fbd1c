'use client';
import { useEffect, useState } from 'react';
import { onRecordChanged } from '@/lib/live';

const none: ReadonlySet<string> = new Set();

/** Ids of records that somebody changed in the last moments, to be lit up. */
export function useFresh(type: string): ReadonlySet<string> {
  const [fresh, setFresh] = useState(none);
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const stop = onRecordChanged(change => {
      const id = change.record_id;
      if (change.record_type !== type || !id) return;
      setFresh(now => (now.size > 200 ? now : new Set(now).add(id)));
      const timer = setTimeout(() => {
        timers.delete(timer);
        setFresh(now => {
          const rest = new Set(now);
          rest.delete(id);
          return rest;
        });
      }, 2_600);
      timers.add(timer);
    });
    return () => {
      stop();
      timers.forEach(clearTimeout);
    };
  }, [type]);
  return fresh;
}
