import { describe, expect, it } from 'vitest';
import stream from '@/testing/note-stream.txt?raw';
import { broken, newRun, reduceRun, type Run } from './reduce-run';
import { makeEventParser } from './sse';

const play = (pieces: string[]): Run => {
  const parse = makeEventParser();
  return pieces.flatMap(p => parse(p)).reduce(reduceRun, newRun);
};

const inPieces = (text: string, size: number) => text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];

describe('a recorded stream of a note', () => {
  it('ends with what was understood and what was written', () => {
    const run = play([stream]);
    expect(run.state).toBe('done');
    expect(run.parts.map(p => p.type)).toEqual(['understood', 'written', 'waiting', 'question', 'answer']);
    expect(run.id).toBe('run-1');
  });

  it('gives the same in pieces of any size', () => {
    for (const size of [1, 7, 64, 1000]) expect(play(inPieces(stream, size))).toEqual(play([stream]));
  });

  it('reads line ends of every kind', () => {
    expect(play([stream.replaceAll('\n', '\r\n')])).toEqual(play([stream]));
  });

  it('changes nothing when a resumed stream repeats events', () => {
    expect(play([stream, stream])).toEqual(play([stream]));
  });

  it('replaces a question that is asked again', () => {
    const again = 'id: 99\nevent: question\ndata: {"id":"q1","text":"Which one?","options":[]}\n\n';
    const run = play([stream, again]);
    expect(run.parts.filter(p => p.type === 'question')).toHaveLength(1);
  });
});

describe('a run that does not end well', () => {
  it('says why the server gave up', () => {
    const run = play(['event: failed\ndata: {"detail":"The reader is not available."}\n\n']);
    expect(run).toMatchObject({ state: 'failed', ended: true, failure: 'The reader is not available.' });
  });

  it('keeps what arrived before the connection broke', () => {
    const run = broken(play([stream.slice(0, stream.indexOf('event: waiting'))]));
    expect(run.state).toBe('failed');
    expect(run.ended).toBe(false);
    expect(run.parts.length).toBeGreaterThan(0);
  });

  it('shows nothing for events it does not know', () => {
    expect(play(['event: weather\ndata: {"sun":true}\n\n']).parts).toEqual([]);
  });
});
