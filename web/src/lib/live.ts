'use client';
import { useEffect } from 'react';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { keys } from './query-keys';

export interface RecordChanged {
  record_type: string;
  /** None where many have changed at once. */
  record_id?: string | null;
  version?: number;
  change_set_id?: string;
  by?: string | { id?: string; name?: string } | null;
}

type Listener = (change: RecordChanged) => void;
const listeners = new Set<Listener>();

export function onRecordChanged(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Many changes at once (an import) become one refresh of each list, not one a record. */
export function makeBatcher(client: QueryClient, wait = 400) {
  const lists = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (change: RecordChanged) => {
    lists.add(change.record_type);
    void client.invalidateQueries({ queryKey: change.record_id ? keys.record(change.record_type, change.record_id) : ['record', change.record_type] });
    timer ??= setTimeout(() => {
      timer = undefined;
      for (const type of lists) void client.invalidateQueries({ queryKey: keys.lists(type) });
      lists.clear();
      void client.invalidateQueries({ queryKey: keys.changeSets });
    }, wait);
  };
}

/** Subscribes once to what other sessions change. The browser reconnects; after a gap everything visible is read again. */
export function useLiveUpdates(enabled: boolean) {
  const client = useQueryClient();
  useEffect(() => {
    if (!enabled || typeof EventSource === 'undefined') return;
    let close = () => {};
    // The page's own data comes first: a connection that stays open takes one of the six a browser allows.
    const timer = setTimeout(() => (close = listen(client)), 1_500);
    return () => {
      clearTimeout(timer);
      close();
    };
  }, [client, enabled]);
}

function readAgain(client: QueryClient) {
  void client.invalidateQueries({ queryKey: ['list'] });
  void client.invalidateQueries({ queryKey: ['record'] });
}

function listen(client: QueryClient): () => void {
  // How long ago the page began to read: the server says whether something was changed before anybody listened.
  const source = new EventSource(`/api/v1/live?since_ms=${Math.ceil(performance.now())}`);
  const batch = makeBatcher(client);
  let broken = false;
  source.onerror = () => {
    broken = true;
  };
  source.onopen = () => {
    if (!broken) return;
    broken = false;
    readAgain(client);
  };
  source.addEventListener('ready', event => {
    if ((JSON.parse((event as MessageEvent<string>).data) as { missed: boolean }).missed) readAgain(client);
  });
  source.addEventListener('record_changed', event => {
    const change = JSON.parse((event as MessageEvent<string>).data) as RecordChanged;
    batch(change);
    listeners.forEach(tell => tell(change));
  });
  source.addEventListener('change_set_changed', () => void client.invalidateQueries({ queryKey: keys.changeSets }));
  // What fields there are has changed: pages are drawn anew from the types, and values come with the records.
  source.addEventListener('schema_changed', () => {
    for (const key of [keys.types, keys.schema, ['list'], ['record'], ['views']]) void client.invalidateQueries({ queryKey: key });
  });
  return () => source.close();
}
