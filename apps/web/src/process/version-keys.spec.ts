import { describe, expect, it } from '@jest/globals';
import { neighbours, stepped, versionStep, type KeyPress } from './version-keys.js';

const press = (more: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

describe('stepping through versions by key', () => {
  it('goes back with Alt and comma and forward with Alt and full stop', () => {
    expect(versionStep(press({ altKey: true, key: ',' }))).toBe('back');
    expect(versionStep(press({ altKey: true, key: '.' }))).toBe('forward');
  });

  it('knows the keys by their place where Alt types another character', () => {
    expect(versionStep(press({ altKey: true, key: '≤', code: 'Comma' }))).toBe('back');
  });

  it('leaves plain typing and the shortcuts of the browser alone', () => {
    expect(versionStep(press({ key: ',' }))).toBeUndefined();
    expect(versionStep(press({ altKey: true, key: 'ArrowLeft' }))).toBeUndefined();
    expect(versionStep(press({ altKey: true, ctrlKey: true, key: '.' }))).toBeUndefined();
  });

  it('stays at the first and at the newest version', () => {
    expect(stepped(1, 'back', 5)).toBe(1);
    expect(stepped(5, 'forward', 5)).toBe(5);
    expect(stepped(3, 'forward', 5)).toBe(4);
  });

  it('fetches only neighbours that exist', () => {
    expect(neighbours(1, 5)).toEqual([2]);
    expect(neighbours(5, 5)).toEqual([4]);
  });
});
