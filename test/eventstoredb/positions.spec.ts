import { describe, expect, it } from '@jest/globals';
import { EMPTY_STREAM } from '#event-store';
import { isAfter, positionOf, serverPosition } from '../../libs/event-store/src/eventstoredb/positions.js';
import { SealedVersions } from '../../libs/event-store/src/eventstoredb/sealed-versions.js';
import { reasonOf } from '../../libs/event-store/src/eventstoredb/retrying.js';
import { headAfter, sample } from '../../libs/event-store/src/contract-tests/sample-events.js';

const at = (commit: bigint, prepare: bigint) => ({ commit, prepare });

describe('A position on a server', () => {
  it('is read as it was written', () => {
    for (const position of ['0-0', '7-0', '10-9', '9223372036854775807-9223372036854775806'])
      expect(positionOf(serverPosition(position))).toBe(position);
  });

  it.each(['', '7', '-7', '7-', '07-1', '1-07', '1.5-1', 'x1-1', '1-1x', '12345678901234567890-1'])(
    'is not %p',
    (position) => {
      expect(() => serverPosition(position)).toThrow(
        new RangeError(`${JSON.stringify(position)} is not a position of this log.`),
      );
    },
  );

  it('comes after the beginning, and after what has a smaller commit, or the same and a smaller prepare', () => {
    expect(isAfter(at(0n, 0n), undefined)).toBe(true);
    expect(isAfter(at(2n, 0n), at(1n, 9n))).toBe(true);
    expect(isAfter(at(1n, 9n), at(2n, 0n))).toBe(false);
    expect(isAfter(at(2n, 1n), at(2n, 0n))).toBe(true);
    expect(isAfter(at(2n, 0n), at(2n, 1n))).toBe(false);
    expect(isAfter(at(2n, 1n), at(2n, 1n))).toBe(false);
  });
});

describe('The versions for which events were sealed', () => {
  const events = sample('process-1', EMPTY_STREAM, 3);

  it('are known from their hashes where nothing is known of the stream', () => {
    const versions = new SealedVersions();
    expect(versions.match('process-1', 0, events)).toBe(true);
    expect(versions.match('process-1', 1, events.slice(1))).toBe(true);
    expect(versions.match('process-1', 1, events)).toBe(false);
    expect(versions.match('process-2', 0, events)).toBe(false);
    expect(versions.match('process-1', 0, [events[0]!, events[2]!])).toBe(false);
  });

  it('are known from the event before them where that was written here', () => {
    const versions = new SealedVersions();
    versions.remember('process-1', 1, events.slice(0, 1));
    expect(versions.match('process-1', 1, events.slice(1))).toBe(true);
    expect(versions.match('process-1', 1, events)).toBe(false);
    expect(versions.match('process-1', 2, events.slice(1))).toBe(false);
    expect(versions.match('process-1', 2, events.slice(2))).toBe(true);
    const other = sample('process-1', headAfter(EMPTY_STREAM, sample('process-1')));
    expect(versions.match('process-1', 1, other)).toBe(false);
    versions.remember('process-1', 3, events.slice(1));
    expect(versions.match('process-1', 3, sample('process-1', headAfter(EMPTY_STREAM, events)))).toBe(true);
    versions.remember('process-1', 3, []);
    expect(versions.match('process-1', 0, events)).toBe(true);
  });
});

describe('What a client says of a connection', () => {
  it.each([
    ['connect ECONNREFUSED 127.0.0.1:2113', 'nothing listens there'],
    ['getaddrinfo ENOTFOUND nergens', 'its name leads nowhere'],
    ['getaddrinfo EAI_AGAIN nergens', 'its name leads nowhere'],
    ['Name resolution failed for target dns:nergens', 'its name leads nowhere'],
    ['unable to verify the first certificate', expect.stringContaining('a secure connection cannot be made')],
    ['wrong version number: SSL routines', expect.stringContaining('a secure connection cannot be made')],
    ['write EPROTO', expect.stringContaining('a secure connection cannot be made')],
    ['Failed to discover after 10 attempts.', 'no node of the cluster that can serve was found'],
    ['It has Failed to discover', undefined],
    ['Something else', undefined],
  ])('is told in words: %s', (message, reason) => expect(reasonOf(message)).toEqual(reason));
});
