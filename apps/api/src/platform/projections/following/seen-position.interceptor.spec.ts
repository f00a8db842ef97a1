import { describe, expect, it, jest } from '@jest/globals';
import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { lastValueFrom, of, throwError, type Observable } from 'rxjs';
import { FIELDS } from '../../http/problems/field.problems.js';
import type { ProblemException } from '../../http/problems/problem-exception.js';
import { NotCaughtUp, type ReadModel } from './read-model.js';
import { SeenPositionInterceptor } from './seen-position.interceptor.js';

const SQLITE_CORRUPT = Object.assign(new Error('database disk image is malformed'), {
  code: 'ERR_SQLITE_ERROR',
  errcode: 11,
});

function before(
  answer: Observable<unknown>,
  { seen, readable = true }: { seen?: string; readable?: boolean } = {},
) {
  const rebuild = jest.fn(async () => {});
  const caughtUp = jest.fn(async (position: string, _timeoutMs: number) => {
    if (position === 'rubbish') throw new RangeError('no position');
    if (position === 'later') throw new NotCaughtUp(position);
  });
  const readModel = { readable, rebuild, caughtUp } as unknown as ReadModel;
  const request = { headers: seen === undefined ? {} : { 'log-position': seen } };
  const context = { switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
  const next: CallHandler = { handle: () => answer };
  const answered = new SeenPositionInterceptor(readModel)
    .intercept(context, next)
    .then((observable) => lastValueFrom(observable));
  return { answered, rebuild, caughtUp };
}

describe('Before every read', () => {
  it('the read model is waited for as far as the sender has seen', async () => {
    const { answered, caughtUp } = before(of('answer'), { seen: '42' });
    expect(await answered).toBe('answer');
    expect(caughtUp).toHaveBeenCalledWith('42', expect.any(Number));
    await expect(before(of('answer'), { seen: 'later' }).answered).rejects.toThrow(NotCaughtUp);
    const refused = await before(of('answer'), { seen: 'rubbish' }).answered.catch((error: unknown) => error);
    expect((refused as ProblemException).extras.fields).toEqual([
      { field: 'Log-Position', kind: FIELDS.position },
    ]);
  });

  it('one that is still being built answers nothing', async () => {
    await expect(before(of('answer'), { readable: false }).answered).rejects.toThrow(NotCaughtUp);
  });

  it('one that turns out to be damaged is rebuilt, and the reader is asked to come back', async () => {
    const { answered, rebuild } = before(throwError(() => SQLITE_CORRUPT));
    await expect(answered).rejects.toThrow(NotCaughtUp);
    expect(rebuild).toHaveBeenCalledTimes(1);
  });

  it('any other failure stays what it is', async () => {
    const { answered, rebuild } = before(throwError(() => new Error('something else')));
    await expect(answered).rejects.toThrow('something else');
    expect(rebuild).not.toHaveBeenCalled();
  });
});
