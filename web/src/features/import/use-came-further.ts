'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { refreshRecords } from '@/lib/change-sets';
import { keys } from '@/lib/query-keys';

const ended = new Set(['done', 'cancelled', 'failed', 'undone']);

/** The list of imports hears when one has come further, and whatever shows records when it has ended. */
export function useCameFurther(status: string | undefined) {
  const client = useQueryClient();
  const before = useRef(status);
  useEffect(() => {
    if (status === undefined || status === before.current) return;
    const first = before.current === undefined;
    before.current = status;
    void client.invalidateQueries({ queryKey: keys.imports, exact: true });
    if (!first && ended.has(status)) refreshRecords(client);
  }, [client, status]);
}
