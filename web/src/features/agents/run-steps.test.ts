import { expect, it } from 'vitest';
import { newView, seeEvent } from './run-steps';

const event = (id: number, name: string, data: Record<string, unknown> = {}) => ({ id, name, data });

it('follows a step to its end and remembers what it wrote', () => {
  const begun = seeEvent(newView, event(1, 'step_started', { step: 'task' }));
  expect(begun.steps.task?.state).toBe('works');
  const done = seeEvent(begun, event(2, 'step_done', { step: 'task', result: { change_sets: [{ id: 'cs' }] } }));
  expect(done.steps.task?.state).toBe('done');
  expect(done.changeSets).toEqual(['cs']);
});

it('sees an event once', () => {
  const view = seeEvent(newView, event(3, 'step_failed', { step: 'task', error: 'No.' }));
  expect(seeEvent(view, event(3, 'step_started', { step: 'task' }))).toBe(view);
  expect(view.steps.task?.error).toBe('No.');
});

it('ends with the run', () => {
  expect(seeEvent(newView, event(4, 'cancelled')).ended).toBe(true);
});
