import { expect, it } from '@jest/globals';
import { named, prefixOf } from './stream-name.js';

it('The name of a stream says its kind, and how people call it', () => {
  expect(['process-kap-2', 'toy-', '-x', 'process'].map(prefixOf)).toEqual([
    'process-',
    'toy-',
    '-',
    'process',
  ]);
  expect(['process-kap-2', 'toy-', 'process', ''].map(named)).toEqual([
    'Process kap-2',
    'Toy',
    'Process',
    '',
  ]);
});
