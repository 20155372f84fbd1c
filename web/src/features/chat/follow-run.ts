import { Problem } from '@/lib/problem';
import { resumeRun, sendMessage, type Outgoing } from './chat-api';
import { broken, newRun, reduceRun, type Run } from './reduce-run';
import type { ServerEvent } from './sse';

const waits = [300, 1_000, 3_000, 6_000];
const pause = (ms: number) => new Promise(done => setTimeout(done, ms));
const over = (run: Run) => run.state === 'done' || run.state === 'failed';

/** A refusal of the server is final; a lost connection is not. */
const final = (error: unknown) => error instanceof Problem && error.status >= 400 && error.status !== 502 && error.status !== 503;

/**
 * Sends a message, or picks up a run that was interrupted, and reports every step until the run is over.
 * Where the connection breaks it asks for the events behind the last one seen.
 */
export async function followRun(thread: string, message: Outgoing, from: Run, tell: (run: Run) => void, signal: AbortSignal): Promise<Run> {
  let run: Run = over(from) ? newRun : from;
  const take = async (events: AsyncGenerator<ServerEvent>) => {
    for await (const event of events) {
      run = reduceRun(run, event);
      tell(run);
    }
  };
  for (let attempt = 0; ; attempt++) {
    let failure: string | null = null;
    try {
      await take(run.id ? await resumeRun(thread, run.id, run.last, signal) : await sendMessage(thread, message, signal));
    } catch (error) {
      if (signal.aborted) return run;
      failure = error instanceof Error ? error.message : null;
      if (final(error)) return { ...broken(run), failure };
    }
    if (over(run) || signal.aborted) return run;
    const wait = waits[attempt];
    if (wait === undefined) return { ...broken(run), failure: failure ?? broken(run).failure };
    await pause(wait);
    if (signal.aborted) return run;
  }
}
