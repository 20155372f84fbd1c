'use client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { keys } from './query-keys';
import { work } from './work-api';

const often = 60_000;
const shown = 8;

/** The latest that nobody has read, and how many there are. */
export function useUnread(enabled = true) {
  return useQuery({ queryKey: [...keys.notifications, 'unread'], queryFn: () => work.notifications(true, shown), refetchInterval: often, staleTime: often / 2, retry: false, enabled });
}

export function useNotifications(unread: boolean) {
  return useInfiniteQuery({
    queryKey: [...keys.notifications, 'all', unread],
    queryFn: ({ pageParam }) => work.notifications(unread, 50, pageParam || undefined),
    initialPageParam: '',
    getNextPageParam: last => last.next_cursor ?? undefined,
  });
}

export function useRead() {
  const client = useQueryClient();
  const onSettled = () => void client.invalidateQueries({ queryKey: keys.notifications });
  return { one: useMutation({ mutationFn: work.read, onSettled }), all: useMutation({ mutationFn: work.readAll, onSettled }) };
}
