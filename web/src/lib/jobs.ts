import { lists, type Job } from './lists-api';

const over = new Set<Job['status']>(['done', 'dead', 'cancelled', 'skipped']);
const pause = (ms: number) => new Promise(done => setTimeout(done, ms));

/** Waits for the end of work that outlives its request, telling how far it is. */
export async function followJob(id: string, tell: (job: Job) => void = () => undefined): Promise<Job> {
  for (;;) {
    const job = await lists.job(id);
    tell(job);
    if (over.has(job.status)) return job;
    await pause(700);
  }
}
