import { api, readProblem, requestHeaders } from '@/lib/api';
import { Problem } from '@/lib/problem';

export type TransferStatus = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
export type ExportKind = 'everything' | 'training';

export interface Transfer {
  id: string;
  status: TransferStatus;
  progress: { done: number; total: number | null; message: string | null };
  file_name: string | null;
  size: number | null;
  summary: Record<string, number> | null;
  error: string | null;
  created_by: string | null;
  created_at: string;
  finished_at: string | null;
}

export interface WorkspaceExport extends Transfer {
  kind: ExportKind;
}

export interface ImportState {
  possible: boolean;
  reason: string | null;
  import: Transfer | null;
}

export const goesOn = (transfer: Transfer | null | undefined) => transfer?.status === 'queued' || transfer?.status === 'running';

/** From 0 to 1; null while nobody knows. */
export const share = ({ progress }: Transfer) => (progress.total ? Math.min(1, progress.done / progress.total) : null);

export const transfers = {
  exports: async () => (await api.get<{ data: WorkspaceExport[] }>('/workspace/exports')).data,
  start: (kind: ExportKind) => api.post<WorkspaceExport>('/workspace/exports', { kind }),
  cancel: (id: string) => api.post<WorkspaceExport>(`/workspace/exports/${id}/cancel`),
  remove: (id: string) => api.delete(`/workspace/exports/${id}`),
  content: (id: string) => `/api/v1/workspace/exports/${id}/content`,
  state: () => api.get<ImportState>('/workspace/import'),
  cancelImport: (id: string) => api.post<Transfer>(`/workspace/import/${id}/cancel`),
  /** The file itself is the body, so that it may be of any size. */
  send: async (file: File): Promise<Transfer> => {
    let response: Response;
    try {
      response = await fetch('/api/v1/workspace/import', {
        method: 'POST',
        credentials: 'same-origin',
        headers: requestHeaders('POST', { headers: { 'Content-Type': 'application/zip' } }, false),
        body: file,
      });
    } catch {
      throw new Problem({ status: 0, code: 'offline', title: 'No connection' });
    }
    if (!response.ok) throw await readProblem(response);
    return (await response.json()) as Transfer;
  },
};
