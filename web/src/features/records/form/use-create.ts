'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from '@/lib/api';
import { changeSets, refreshRecords } from '@/lib/change-sets';
import type { RecordType } from '@/lib/meta';
import { Problem } from '@/lib/problem';
import { keys } from '@/lib/query-keys';
import { records } from '@/lib/records-api';
import { toast } from '@/components/ui/toast';
import { titleOf } from '@/lib/record-title';

/** Creates once, however often it is pressed: a retry after a lost answer carries the same key. */
export function useCreate(type: RecordType) {
  const client = useQueryClient();
  const key = useRef(newKey());
  return useMutation({
    mutationFn: (fields: Record<string, unknown>) => records.create(type.plural, fields, key.current),
    onSuccess: record => {
      client.setQueryData(keys.record(type.name, record.id), record);
      void client.invalidateQueries({ queryKey: keys.lists(type.name) });
      void client.invalidateQueries({ queryKey: keys.changeSets });
      const undo = record.change_set_id;
      toast.ok(`${titleOf(record)} created`, undo ? { label: 'Undo', run: () => void changeSets.undo(undo).catch(toast.error).finally(() => refreshRecords(client)) } : undefined);
    },
    onError: error => {
      // A refused attempt may be mended and sent again: that is another request.
      if (error instanceof Problem && error.status >= 400) key.current = newKey();
    },
  });
}
