import { describe, expect, it } from '@jest/globals';
import { scissorsPlace } from './placement.js';

describe('the scissors on a hand-over', () => {
  it('stand in the middle of the longest segment', () => {
    expect(
      scissorsPlace([
        { x: 0, y: 0 },
        { x: 30, y: 0 },
        { x: 30, y: 200 },
        { x: 60, y: 200 },
      ]),
    ).toEqual({ x: 30, y: 100, angle: 90 });
  });

  it('take the first of two segments of the same length', () => {
    expect(
      scissorsPlace([
        { x: 0, y: 0 },
        { x: 100, y: 0 },
        { x: 100, y: 100 },
      ]),
    ).toMatchObject({ x: 50, y: 0 });
  });

  it('follow the direction of the flow, backwards too', () => {
    expect(
      scissorsPlace([
        { x: 100, y: 0 },
        { x: 0, y: 0 },
      ]),
    ).toMatchObject({ x: 50, y: 0, angle: 180 });
  });

  it('move along the segment when the label of the flow is in the way', () => {
    const place = scissorsPlace(
      [
        { x: 0, y: 0 },
        { x: 0, y: 200 },
      ],
      { x: -20, y: 85, width: 60, height: 30 },
    );
    expect(place).toMatchObject({ x: 0, y: 52 });
  });

  it('keep the middle when the label covers the whole segment', () => {
    expect(
      scissorsPlace(
        [
          { x: 0, y: 0 },
          { x: 40, y: 0 },
        ],
        { x: -50, y: -50, width: 200, height: 100 },
      ),
    ).toMatchObject({ x: 20, y: 0 });
  });

  it('are not drawn on a flow without length or without points', () => {
    expect(
      scissorsPlace([
        { x: 5, y: 5 },
        { x: 5, y: 5 },
      ]),
    ).toBeUndefined();
    expect(scissorsPlace([])).toBeUndefined();
  });
});
