import { Inject, Injectable } from '@nestjs/common';
import { Validate, ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';
import type { EventStore } from '#event-store';
import { FIELDS } from '../http/problems/field.problems.js';
import type { Said } from '../http/input/validation.js';
import { EVENT_STORE } from './event-store.token.js';

/** Knows a place in the log. It asks the log, so `createApp` gives it to the validator. */
@Injectable()
@ValidatorConstraint({ name: 'position' })
export class PositionRule implements ValidatorConstraintInterface {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  validate(value: unknown): boolean {
    if (typeof value !== 'string') return false;
    try {
      this.store.comparePositions(value, value);
      return true;
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  }

  defaultMessage(): string {
    return 'position';
  }
}

/** A place in this log, as it issues them. */
export const IsPosition = () => {
  const context: Said = { kind: FIELDS.position };
  return Validate(PositionRule, { context });
};
