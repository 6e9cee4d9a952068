// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Column, RowKey } from '#renderer/ui/columns.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { draw, expectAccessible } from './screen.tsx';

interface Debtor {
  readonly id: number;
  readonly name: string;
  readonly open: number | null;
}

const columns: readonly Column<Debtor>[] = [
  { id: 'name', header: 'Naam', render: ({ name }) => name, sortBy: ({ name }) => name },
  { id: 'open', header: 'Open', align: 'right', render: ({ open }) => open, sortBy: ({ open }) => open },
];
const debtors: readonly Debtor[] = [
  { id: 1, name: 'Zaal', open: 300 },
  { id: 2, name: 'Élan', open: null },
  { id: 3, name: 'adelaar', open: 100 },
  { id: 4, name: 'Eland', open: 200 },
];
const keyOf = (debtor: Debtor) => debtor.id;
const opened = vi.fn();

function Table({ rows = debtors }: { readonly rows?: readonly Debtor[] }) {
  const [selected, setSelected] = useState<ReadonlySet<RowKey>>(new Set());
  return (
    <DataTable
      label="Debiteuren"
      rows={rows}
      columns={columns}
      rowKey={keyOf}
      selected={selected}
      onSelect={setSelected}
      onOpen={opened}
      empty={<p>Geen debiteuren</p>}
    />
  );
}

function start(rows?: readonly Debtor[]) {
  draw(rows ? <Table rows={rows} /> : <Table />);
  const grid = screen.getByRole('grid', { name: 'Debiteuren' });
  const activeId = () => grid.getAttribute('aria-activedescendant');
  const active = () => (activeId() ? document.getElementById(activeId()!)?.textContent : null);
  const names = () =>
    within(grid)
      .getAllByRole('row')
      .slice(1)
      .map((row) => within(row).getAllByRole('gridcell')[1]?.textContent);
  const selected = () =>
    within(grid)
      .getAllByRole('row', { selected: true })
      .map((row) => within(row).getAllByRole('gridcell')[1]?.textContent);
  return { grid, active, names, selected, user: userEvent.setup() };
}

afterEach(() => {
  cleanup();
  opened.mockReset();
});

describe('DataTable', () => {
  it('is one tab stop', async () => {
    const { grid, user } = start();
    await user.tab();
    expect(document.activeElement).toBe(grid);
    await user.tab();
    expect(grid.contains(document.activeElement)).toBe(false);
  });

  it('moves with arrows, J and K, Home and End', async () => {
    const { active, user } = start();
    await user.tab();
    await user.keyboard('{ArrowDown}');
    expect(active()).toContain('Zaal');
    await user.keyboard('j');
    expect(active()).toContain('Élan');
    await user.keyboard('{End}');
    expect(active()).toContain('Eland');
    await user.keyboard('k');
    expect(active()).toContain('adelaar');
    await user.keyboard('{Home}');
    expect(active()).toContain('Zaal');
  });

  it('selects with Space, a range with Shift, everything with Ctrl+A', async () => {
    const { selected, user } = start();
    await user.tab();
    await user.keyboard('{ArrowDown} ');
    expect(selected()).toEqual(['Zaal']);
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(selected()).toEqual(['Zaal', 'Élan', 'adelaar']);
    await user.keyboard('{Control>}a{/Control}');
    expect(selected()).toHaveLength(4);
  });

  it('opens the active row with Enter', async () => {
    const { user } = start();
    await user.tab();
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(opened).toHaveBeenCalledExactlyOnceWith(debtors[1]);
  });

  it('sorts by keyboard from the headings, without regard to case and accents, unknown last', async () => {
    const { grid, names, user } = start();
    await user.tab();
    await user.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    expect(within(grid).getByRole('columnheader', { name: /Naam/ }).getAttribute('aria-sort')).toBe('ascending');
    expect(names()).toEqual(['adelaar', 'Élan', 'Eland', 'Zaal']);
    await user.keyboard('{ArrowRight}{Enter}{Enter}');
    expect(names()).toEqual(['Zaal', 'Eland', 'adelaar', 'Élan']);
  });

  it('tells how many rows there are while it draws only what can be seen', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => ({ id: at, name: `Debiteur ${at}`, open: at }));
    const { grid } = start(many);
    expect(grid.getAttribute('aria-rowcount')).toBe('100001');
    expect(within(grid).getAllByRole('row').length).toBeLessThan(80);
  });

  it('draws rows that come over those that went, and stands in reading order once scrolling stops', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({ id: at, name: `Debiteur ${at}`, open: at }));
    draw(<DataTable label="Debiteuren" rows={many} columns={columns} rowKey={keyOf} redraws />);
    const grid = screen.getByRole('grid', { name: 'Debiteuren' });
    const drawn = () => within(grid).getAllByRole('row').slice(1);
    const numbers = () => drawn().map((row) => Number(row.getAttribute('aria-rowindex')));
    const before = new Set(drawn());
    grid.scrollTop = 3_205;
    fireEvent.scroll(grid);
    expect(numbers()).toContain(102);
    expect(numbers()).not.toContain(2);
    expect(drawn().filter((row) => !before.has(row)).length).toBeLessThan(before.size);
    for (const row of drawn())
      expect(row.textContent).toBe(
        `Debiteur ${Number(row.getAttribute('aria-rowindex')) - 2}${Number(row.getAttribute('aria-rowindex')) - 2}`,
      );
    await vi.waitFor(() => expect(numbers()).toEqual([...numbers()].sort((a, b) => a - b)));
  });

  it('says what is so when there are no rows', () => {
    start([]);
    expect(screen.getByText('Geen debiteuren')).toBeTruthy();
  });

  it('has nothing for axe to find', async () => {
    const { grid } = start();
    await expectAccessible(grid.parentElement!);
  });
});
