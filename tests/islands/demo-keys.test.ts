import { describe, expect, it } from 'vitest';
import { keyAction, type Focus, type KeyAction } from '../../src/islands/demo-keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('Keys inside a demo', () => {
  it.each<[string, Focus, KeyAction]>([
    [' ', 'free', 'play'],
    [' ', 'press', null],
    [' ', 'typed', null],
    [' ', 'typing', null],
    ['1', 'free', 0],
    ['4', 'press', 3],
    ['5', 'free', null],
    ['0', 'free', null],
    ['2', 'typed', null],
    ['2', 'typing', null],
    ['u', 'press', 'undo'],
    ['U', 'free', 'undo'],
    ['u', 'typed', null],
    ['z', 'free', null],
    ['Enter', 'free', null],
  ])('“%s” where the focus is %s: %s', (key, focus, action) => {
    expect(keyAction({ ...plain, key }, focus)).toBe(action);
  });

  it.each<[Focus, KeyAction]>([
    ['free', 'undo'],
    ['press', 'undo'],
    ['typed', 'undo'],
    ['typing', null],
  ])('Ctrl + Z and ⌘ + Z undo where the focus is %s: %s', (focus, action) => {
    expect(keyAction({ ...plain, key: 'z', ctrlKey: true }, focus)).toBe(action);
    expect(keyAction({ ...plain, key: 'z', metaKey: true }, focus)).toBe(action);
  });

  it('leave the browser’s own combinations alone', () => {
    for (const key of ['1', 'u', ' ', 'Z'])
      expect(keyAction({ ...plain, key, ctrlKey: true, shiftKey: key === 'Z' }, 'free')).toBeNull();
    expect(keyAction({ ...plain, key: '1', altKey: true }, 'free')).toBeNull();
  });
});
