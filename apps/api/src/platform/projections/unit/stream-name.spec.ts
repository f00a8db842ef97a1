import { expect, it } from '@jest/globals';
import { named, prefixOf } from './stream-name.js';

it('The name of a stream says its kind, and how people call it', () => {
  expect(['pilot-kap-2', 'toy-', '-x', 'pilot'].map(prefixOf)).toEqual(['pilot-', 'toy-', '-', 'pilot']);
  expect(['pilot-kap-2', 'toy-', 'pilot', ''].map(named)).toEqual(['Pilot kap-2', 'Toy', 'Pilot', '']);
});
