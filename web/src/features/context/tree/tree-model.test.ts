import { describe, expect, it } from 'vitest';
import { beside, card, fit, layoutOf, reveal, zoomAt } from './canvas-layout';
import { columnsOf } from './first-nodes';
import { marksOf, useLine } from './node-look';
import { addingAfter, lastRowOf, neighbour } from './scene';
import type { NodeKind, TreeNode, UseCounts } from './tree-api';
import { dropAt, forWhom, indexOf, isThere, kindsUnder, placeOf, readingsOf, refusal, rowsOf, stepTo, typeAhead } from './tree-model';
import { healthOf } from './trees-page';
import { caution, figuresOf } from './use-figures';

const unused: UseCounts = { uses: 0, out: 0, told: 0, accounts: 0, young: 0, replies: 0, wins: 0, won: {} };

const node = (id: string, kind: string, children: TreeNode[] = [], more: Partial<TreeNode> & { fields?: Record<string, unknown> } = {}): TreeNode => {
  const { fields, ...rest } = more;
  return {
    entry: { id, type: 'context_entry', version: 1, title: `Words of ${id}`, created_at: '', updated_at: '', kind, status: 'live', language: 'en', ...fields },
    badges: [], use: unused, outdated: 0, variants: [], children, ...rest,
  };
};

const kinds: NodeKind[] = [
  { kind: 'problem', label: 'Problem', proof: false, parents: [], place: 'A problem stands at the top of the tree' },
  { kind: 'change', label: 'Change', proof: false, parents: ['problem'], place: 'A change stands at the top of the tree or under a problem' },
  { kind: 'headline', label: 'Headline', proof: false, parents: [], place: 'A headline stands at the top of the tree' },
  { kind: 'value_prop', label: 'Value proposition', proof: false, parents: ['headline'], place: 'A value proposition stands at the top of the tree or under a headline' },
  { kind: 'craftsmanship', label: 'Craftsmanship', proof: true, parents: ['headline', 'value_prop'], place: 'A craftsmanship stands at the top of the tree or under a headline, value proposition' },
  { kind: 'technical_spec', label: 'Technical fact', proof: false, parents: ['headline', 'value_prop', 'craftsmanship', 'technical_spec'], place: 'A technical fact stands at the top of the tree or under others' },
];

const german = node('h-de', 'headline', [], { fields: { language: 'de', title: 'Jeder Liter zählt', variant_of_id: 'h' } });
const nodes = [
  node('p', 'problem', [node('c', 'change')]),
  node('h', 'headline', [node('a', 'value_prop', [node('proof', 'craftsmanship', [node('fact', 'technical_spec')])]), node('b', 'value_prop')], { variants: [german] }),
];
const index = indexOf(nodes);
const rows = rowsOf(nodes, new Set());

describe('the outline', () => {
  it('shows wordings before what stands under a message, each with its place', () => {
    expect(rows.map(r => r.id)).toEqual(['p', 'c', 'h', 'h-de', 'a', 'proof', 'fact', 'b']);
    expect(rows.map(r => r.level)).toEqual([1, 2, 1, 2, 2, 3, 4, 2]);
    expect(rows.filter(r => ['h-de', 'a', 'b'].includes(r.id)).map(r => [r.at, r.of])).toEqual([[0, 3], [1, 3], [2, 3]]);
    expect(rows.find(r => r.id === 'h-de')?.variantOf).toBe('h');
  });

  it('leaves out what is closed', () => {
    const closed = rowsOf(nodes, new Set(['h']));
    expect(closed.map(r => r.id)).toEqual(['p', 'c', 'h']);
    expect(closed[2]?.open).toBe(false);
    expect(closed[1]?.open).toBeUndefined();
  });

  it('finds by typing, on from where one is', () => {
    expect(typeAhead(rows, 'a', 'w')).toBe('proof');
    expect(typeAhead(rows, 'b', 'w')).toBe('p');
    expect(typeAhead(rows, 'p', 'jed')).toBe('h-de');
    expect(typeAhead(rows, 'p', 'xyz')).toBeNull();
  });

  it('puts a new message behind all that stands under its neighbour', () => {
    expect(lastRowOf(rows, 'a')).toBe('fact');
    expect(addingAfter(rows, { kind: 'value_prop', spot: { parent: 'h', after: 'a' } })).toBe('fact');
    expect(addingAfter(rows, { kind: 'value_prop', spot: { parent: 'h' } })).toBe('b');
    expect(addingAfter(rows, { kind: 'headline', spot: { parent: null } })).toBeNull();
  });

  it('goes to the line above where a message goes away', () => {
    expect(neighbour(rows, 'a')).toBe('h-de');
    expect(neighbour(rows, 'p')).toBe('h');
  });
});

describe('where a message may stand', () => {
  it('is refused in circles, with the reason', () => {
    expect(refusal(index, kinds, 'h', 'proof')).toMatch(/stands under it already/);
    expect(refusal(index, kinds, 'h', 'h')).toMatch(/under itself/);
  });

  it('is refused under a kind that does not take it, in the words of the server', () => {
    expect(refusal(index, kinds, 'b', 'a')).toBe('A value proposition stands at the top of the tree or under a headline, not under a value proposition.');
    expect(refusal(index, kinds, 'b', null)).toBeNull();
    expect(refusal(index, kinds, 'h-de', 'p')).toMatch(/moves with its message/);
  });

  it('knows what may be written under each kind', () => {
    expect(kindsUnder(kinds, 'craftsmanship').map(k => k.kind)).toEqual(['technical_spec']);
    expect(kindsUnder(kinds, null)).toHaveLength(6);
  });
});

describe('letting go over a message', () => {
  it('puts beside where it may not stand under', () => {
    expect(dropAt(index, kinds, 'b', 'a', 0.4)).toEqual({ ok: true, spot: { parent: 'h', before: 'a' }, zone: 'before', over: 'a' });
  });

  it('puts under in the middle, and beside at the edges', () => {
    expect(dropAt(index, kinds, 'proof', 'b', 0.5)).toMatchObject({ ok: true, spot: { parent: 'b' } });
    expect(dropAt(index, kinds, 'proof', 'b', 0.9)).toMatchObject({ ok: true, spot: { parent: 'h', after: 'b' } });
  });

  it('is refused with the reason where neither may be', () => {
    expect(dropAt(index, kinds, 'h', 'a', 0.5)).toMatchObject({ ok: false, why: expect.stringMatching(/stands under it already/) });
    expect(dropAt(index, kinds, 'p', 'proof', 0.5)).toMatchObject({ ok: false, why: expect.stringMatching(/^A problem stands at the top/) });
  });

  it('changes nothing where it stands already, and over itself', () => {
    expect(dropAt(index, kinds, 'b', 'a', 0.9)).toEqual({ ok: false, why: '', over: 'a' });
    expect(dropAt(index, kinds, 'a', 'a', 0.5)).toEqual({ ok: false, why: '', over: 'a' });
    expect(isThere(index, 'a', { parent: 'h', before: 'b' })).toBe(true);
  });

  it('over another wording means its message', () => {
    expect(dropAt(index, kinds, 'proof', 'h-de', 0.5)).toMatchObject({ ok: true, spot: { parent: 'h' } });
  });
});

describe('a step with the keyboard', () => {
  it('goes up and down among its own', () => {
    expect(stepTo(index, kinds, 'b', 'up')).toEqual({ spot: { parent: 'h', before: 'a' } });
    expect(stepTo(index, kinds, 'a', 'up')).toEqual({ why: 'It is the first here.' });
    expect(stepTo(index, kinds, 'a', 'down')).toEqual({ spot: { parent: 'h', after: 'b' } });
  });

  it('goes in only where the shape allows', () => {
    expect(stepTo(index, kinds, 'b', 'in')).toEqual({ why: 'A value proposition stands at the top of the tree or under a headline, not under a value proposition.' });
    const two = [node('h', 'headline'), node('x', 'craftsmanship')];
    expect(stepTo(indexOf(two), kinds, 'x', 'in')).toEqual({ spot: { parent: 'h' } });
  });

  it('goes out to behind what it stood under', () => {
    expect(stepTo(index, kinds, 'proof', 'out')).toEqual({ spot: { parent: 'h', after: 'a' } });
    expect(stepTo(index, kinds, 'p', 'out')).toEqual({ why: 'It stands at the top already.' });
  });

  it('is told in words', () => {
    expect(placeOf(index, 'b')).toBe('“Words of b” is 2 of 2 under “Words of h”');
    expect(placeOf(index, 'p')).toBe('“Words of p” is 1 of 2 at the top');
  });
});

describe('wordings', () => {
  it('say for whom they are', () => {
    const name = (tag: string) => (tag === 'de' ? 'German' : tag);
    expect(forWhom(node('x', 'headline', [], { fields: { language: 'de', segments: ['Food'], channel: 'mail' } }), name)).toEqual(['German', 'Food', 'mail']);
    expect(readingsOf(index).languages).toEqual(['de', 'en']);
  });
});

describe('proofs', () => {
  it('carry what stands behind them and what is wrong', () => {
    const bad = node('x', 'craftsmanship', [], { badges: [{ code: 'expired', label: 'Expired' }, { code: 'no_source', label: 'No source' }, { code: 'not_citable', label: 'The customer does not want to be named.' }], use: { ...unused, uses: 3, out: 2 }, fields: { details: { citation: 'refused' } } });
    expect(marksOf(bad, true).map(m => m.label)).toEqual(['Expired, still out in 2 places', 'No source', 'May not be cited']);
    expect(marksOf(node('y', 'craftsmanship', [], { fields: { details: { citation: 'granted' } } }), true).every(m => m.fine)).toBe(true);
    expect(marksOf(node('z', 'headline'), false)).toEqual([]);
  });
});

describe('figures of use', () => {
  const format = { number: (n: number | string) => String(n) };

  it('never stand without what they were counted among', () => {
    expect(useLine({ ...unused, uses: 8, told: 6, accounts: 4, replies: 3, wins: 1 }, format)).toBe('8 uses · 3 replies to 6 · 1 win at 4 accounts');
    expect(useLine(unused, format)).toBe('Not used yet');
  });

  it('say what cannot be known, and when there are too few', () => {
    const figures = figuresOf({ ...unused, uses: 2, out: 2 }, String, String);
    expect(figures.map(f => f.value)).toEqual(['2', '2', '–', '–']);
    expect(figures[2]?.among).toBe('no use names an account');
    const known = figuresOf({ ...unused, uses: 5, told: 4, accounts: 3, young: 1, replies: 2, wins: 1, won: { EUR: 4_200_000 } }, String, (minor, currency) => `${minor} ${currency}`);
    expect(known.map(f => f.among)).toEqual(['1 without an account', 'of 5 uses', 'after 4 uses, 1 may still come', 'at 3 accounts, 4200000 EUR']);
    expect(caution({ ...unused, told: 9 })).toMatch(/too few/);
    expect(caution({ ...unused, told: 10 })).toBeNull();
  });
});

describe('the list of trees', () => {
  it('names the worst first', () => {
    const tree = { product_id: 'p', product_name: 'P', tree_id: 't', headline: 'H', messages: 4, live: 2, outdated: 0, notes: [], badges: { not_live: 2, expired: 1, variants: 5 } };
    expect(healthOf(tree).map(h => h.text)).toEqual(['1 has expired', '2 not live']);
  });
});

describe('the first messages', () => {
  it('are columns of a tree, without what was left empty', () => {
    expect(columnsOf({ headline: ' Know ', problem: 'Water is lost.\n\nA lot.', change: 'It is found.', props: ['A', ' ', 'C'], proof: '' })).toEqual({
      headline: 'Know', founding_narrative: 'Water is lost.\nA lot.\n\nIt is found.', value_props: ['A', 'C'],
    });
  });
});

describe('the canvas', () => {
  const layout = layoutOf(nodes);
  const at = (id: string) => layout.boxes.find(b => b.id === id) as (typeof layout.boxes)[number];

  it('goes from the story to the facts, and nothing lies over another', () => {
    expect(at('p').x).toBe(at('c').x);
    expect([at('p').x, at('h').x, at('a').x, at('proof').x, at('fact').x]).toEqual([...new Set([at('p').x, at('h').x, at('a').x, at('proof').x, at('fact').x])].sort((a, b) => a - b));
    for (const one of layout.boxes) {
      for (const other of layout.boxes) {
        if (one !== other && one.x === other.x) expect(Math.abs(one.y - other.y)).toBeGreaterThanOrEqual(card.height);
      }
    }
    expect(at('h').y).toBe((at('a').y + at('b').y) / 2);
    expect(layout.edges.filter(e => e.story)).toHaveLength(2);
  });

  it('keeps the point under the pointer while it zooms', () => {
    const view = { x: 10, y: 20, scale: 1 };
    const near = zoomAt(view, 1.5, 110, 220);
    expect((110 - near.x) / near.scale).toBeCloseTo(100);
    expect(zoomAt(view, 100, 0, 0).scale).toBe(1.6);
  });

  it('fits the whole, and moves only as far as it must', () => {
    const view = fit(layout, 600, 400);
    expect(layout.width * view.scale).toBeLessThanOrEqual(600);
    expect(reveal({ x: 0, y: 0, scale: 1 }, { x: 100, y: 100 }, 900, 700)).toEqual({ x: 0, y: 0, scale: 1 });
    expect(reveal({ x: 0, y: 0, scale: 1 }, { x: 900, y: 100 }, 900, 700).x).toBeLessThan(0);
  });

  it('is walked with the arrows', () => {
    expect(beside(layout.boxes, 'h', 'ArrowRight')).toMatch(/^[ab]$/);
    expect(beside(layout.boxes, 'a', 'ArrowDown')).toBe('b');
    expect(beside(layout.boxes, 'p', 'ArrowLeft')).toBeNull();
  });
});
