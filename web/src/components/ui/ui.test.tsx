import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Combobox, type ComboOption } from './combobox';
import { Menu, MenuItem } from './menu';
import { Tabs } from './tabs';

function Stages() {
  const [value, setValue] = useState<ComboOption | null>(null);
  return <Combobox label="Stage" value={value} onChange={setValue} options={[{ value: 'won', label: 'Won' }, { value: 'lost', label: 'Lost' }]} />;
}

describe('controls by keyboard', () => {
  it('moves between tabs with the arrows', async () => {
    const onChange = vi.fn();
    render(<Tabs label="Account" value="a" onChange={onChange} tabs={[{ value: 'a', label: 'A', content: 'one' }, { value: 'b', label: 'B', content: 'two' }]} />);
    screen.getByRole('tab', { name: 'A' }).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(onChange).toHaveBeenCalledWith('b');
  });

  it('takes an option after typing a part of it', async () => {
    render(<Stages />);
    await userEvent.type(screen.getByRole('combobox', { name: 'Stage' }), 'los{Enter}');
    expect(screen.getByRole('combobox')).toHaveValue('Lost');
  });

  it('leaves the value alone on Escape', async () => {
    render(<Stages />);
    await userEvent.type(screen.getByRole('combobox'), 'wo{Escape}');
    expect(screen.getByRole('combobox')).toHaveValue('');
  });

  it('opens a menu, picks by letter and returns focus', async () => {
    const picked = vi.fn();
    render(
      <Menu label="More" trigger={<button type="button">Open</button>}>
        <MenuItem onSelect={() => picked('copy')}>Copy</MenuItem>
        <MenuItem onSelect={() => picked('bin')}>Move to bin</MenuItem>
      </Menu>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    await userEvent.keyboard('m{Enter}');
    expect(picked).toHaveBeenCalledWith('bin');
    expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus();
  });
});
