import { partKey, readPart, type Part } from './part';
import type { ServerEvent } from './sse';

export interface Run {
  id: string | null;
  /** Number of the last event seen; a resumed stream starts behind it. */
  last: number;
  state: 'sending' | 'running' | 'done' | 'failed';
  parts: Part[];
  failure: string | null;
  /** The server ended it itself; asking again for its events brings nothing. */
  ended: boolean;
}

export const newRun: Run = { id: null, last: 0, state: 'sending', parts: [], failure: null, ended: false };

const failed = 'This was not finished. Nothing you typed is lost; try again.';

/** Seeing an event twice changes nothing, so a resumed stream may overlap. */
export function reduceRun(run: Run, event: ServerEvent): Run {
  if (event.id !== null && event.id <= run.last) return run;
  const next = { ...run, last: event.id ?? run.last };
  switch (event.name) {
    case 'message_accepted':
      return { ...next, id: runId(event.data) ?? run.id, state: 'running' };
    case 'done':
      return { ...next, id: runId(event.data) ?? run.id, state: 'done', ended: true };
    case 'failed':
      return { ...next, state: 'failed', failure: sentence(event.data), ended: true };
    default: {
      const part = readPart(event.name, event.data);
      return part ? { ...next, state: 'running', parts: withPart(run.parts, part) } : next;
    }
  }
}

export const broken = (run: Run): Run => (run.state === 'done' ? run : { ...run, state: 'failed', failure: run.failure ?? failed });

function withPart(parts: Part[], part: Part): Part[] {
  const key = partKey(part);
  const at = parts.findIndex(p => partKey(p) === key);
  return at < 0 ? [...parts, part] : parts.map((p, i) => (i === at ? part : p));
}

function runId(data: Record<string, unknown>): string | null {
  const run = data.run_id ?? (data.run as { id?: string } | undefined)?.id;
  return typeof run === 'string' ? run : null;
}

const sentence = (data: Record<string, unknown>) => {
  const found = data.detail ?? data.message ?? data.title;
  return typeof found === 'string' && found ? found : failed;
};
