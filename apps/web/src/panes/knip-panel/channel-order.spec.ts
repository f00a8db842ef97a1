import { describe, expect, it } from '@jest/globals';
import { leftOut, moved, toggled } from './channel-order.js';

describe('the order of the channels', () => {
  it('moves a channel one place up or down', () => {
    expect(moved(['web', 'phone', 'desk'], 'desk', -1)).toEqual(['web', 'desk', 'phone']);
    expect(moved(['web', 'phone', 'desk'], 'web', 1)).toEqual(['phone', 'web', 'desk']);
  });

  it('stays as it is when the first goes up, the last down, or the channel is not in it', () => {
    expect(moved(['web', 'phone'], 'web', -1)).toEqual(['web', 'phone']);
    expect(moved(['web', 'phone'], 'phone', 1)).toEqual(['web', 'phone']);
    expect(moved(['web', 'phone'], 'post', 1)).toEqual(['web', 'phone']);
  });

  it('takes a channel in at the end, and leaves it out again', () => {
    expect(toggled(['web'], 'post')).toEqual(['web', 'post']);
    expect(toggled(['web', 'post'], 'web')).toEqual(['post']);
  });

  it('knows which channels it leaves out', () => {
    expect(leftOut(['post', 'web'])).toEqual(['phone', 'desk', 'email']);
  });
});
