import { api } from './api';

export interface WorkTarget {
  type: string;
  id: string;
  title?: string | null;
}

/** One thing that waits for somebody: a task, the next step of a deal, a mention, a reminder. */
export interface WorkItem {
  type: string;
  id: string;
  title: string;
  text?: string | null;
  due_date?: string | null;
  at?: string | null;
  status?: string | null;
  priority?: string | null;
  company?: WorkTarget | null;
  about?: WorkTarget | null;
  by?: string | null;
}

export interface MyWork {
  overdue_tasks: WorkItem[];
  due_tasks: WorkItem[];
  next_steps: WorkItem[];
  mentions: WorkItem[];
  reminders: WorkItem[];
}

export interface Notification {
  id: string;
  kind: 'mention' | 'assignment' | 'task_due' | 'reminder' | 'shared';
  title: string;
  text?: string | null;
  record: WorkTarget;
  by?: { id?: string | null; name: string } | null;
  at: string;
  read_at?: string | null;
}

export interface NotificationPage {
  data: Notification[];
  unread_count: number;
  next_cursor?: string | null;
}

/** "@[Ada Berg]" as people read it. */
export const plainMentions = (text: string) => text.replace(/@\[([^\]]+)\](\([^)]*\))?/g, '@$1');

export const work = {
  mine: () => api.get<MyWork>('/my-work'),
  notifications: (unread: boolean, limit: number, cursor?: string) =>
    api.get<NotificationPage>(`/notifications?unread=${unread}&limit=${limit}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`),
  read: (id: string) => api.post<{ unread_count: number }>(`/notifications/${id}/read`),
  readAll: () => api.post<{ unread_count: number }>('/notifications/read-all'),
};
