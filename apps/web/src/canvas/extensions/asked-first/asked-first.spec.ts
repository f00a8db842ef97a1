import { beforeEach, describe, expect, it } from '@jest/globals';
import CommandStack from 'diagram-js/lib/command/CommandStack';
import DrawingEvents from 'diagram-js/lib/core/EventBus';
import type { EventBus } from '../../diagram/elements.js';
import type { Definitions, Standing } from '../../diagram/standing.js';
import { AskedFirst } from './asked-first.js';

/** The steps that are drawn. */
let drawn: string[];
/** What was asked: the steps before and after. */
let asked: [before: string[], after: string[]][];
let answer: ((goOn: boolean) => void) | undefined;
let events: EventBus;
let commands: InstanceType<typeof CommandStack>;
let first: AskedFirst;
const fired: string[] = [];

const steps = ({ elements }: Standing) => [...elements.keys()];
const definitions = (): Definitions => {
  const element = (type: string, more: object) => ({
    $instanceOf: (kind: string) => kind === type,
    get: () => undefined,
    ...more,
  });
  const flowElements = drawn.map((id) => element('bpmn:Activity', { id, name: id }));
  return { rootElements: [element('bpmn:Process', { id: 'P', flowElements })] } as unknown as Definitions;
};
/** A command that draws a step, and one that removes it. */
class Draw {
  execute({ id }: { id: string }) {
    drawn = [...drawn, id];
    return [];
  }
  revert({ id }: { id: string }) {
    drawn = drawn.filter((each) => each !== id);
    return [];
  }
}
class Remove {
  execute({ id }: { id: string }) {
    drawn = drawn.filter((each) => each !== id);
    return [];
  }
  revert({ id }: { id: string }) {
    drawn = [...drawn, id];
    return [];
  }
}
const draw = (id: string) => commands.execute('draw', { id });
const remove = (id: string) => commands.execute('remove', { id });
/** Lets the page look at what was done in one go. */
const looked = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  drawn = ['A', 'B', 'C'];
  asked = [];
  fired.length = 0;
  answer = undefined;
  const bus = new DrawingEvents();
  events = bus as unknown as EventBus;
  commands = new CommandStack(
    bus as never,
    { instantiate: (Handler: new () => object) => new Handler() } as never,
  );
  commands.registerHandler('draw', Draw as never);
  commands.registerHandler('remove', Remove as never);
  first = new AskedFirst(events, commands as never, { getDefinitions: definitions });
  // Asks before steps are removed.
  first.consider = (before, after) => {
    if (steps(after).length >= steps(before).length) return undefined;
    asked.push([steps(before), steps(after)]);
    return new Promise((resolve) => (answer = resolve));
  };
  for (const event of ['askedFirst.asked', 'askedFirst.answered'])
    events.on(event, () => void fired.push(event));
  events.fire('import.done');
});

describe('A change that must be asked about', () => {
  it('is not there until somebody says yes, and one can take it back then', async () => {
    remove('B');
    await looked();
    expect([drawn, asked]).toEqual([
      ['A', 'C', 'B'],
      [
        [
          ['A', 'B', 'C'],
          ['A', 'C'],
        ],
      ],
    ]);
    expect(fired).toEqual(['askedFirst.asked']);
    const made = first.answered;
    answer!(true);
    expect(await made).toBe(true);
    await looked();
    expect(drawn).toEqual(['A', 'C']);
    expect(fired).toEqual(['askedFirst.asked', 'askedFirst.answered']);
    commands.undo();
    await looked();
    commands.redo();
    await looked();
    // Nobody is asked about what they undo or do again.
    expect([drawn, asked.length]).toEqual([['A', 'C'], 1]);
  });

  it('is gone after a no, and cannot be done again', async () => {
    draw('D');
    await looked();
    remove('B');
    await looked();
    const made = first.answered;
    answer!(false);
    expect(await made).toBe(false);
    await looked();
    expect(drawn.sort()).toEqual(['A', 'B', 'C', 'D']);
    expect([commands.canRedo(), commands.canUndo()]).toEqual([false, true]);
    commands.undo();
    expect(drawn).toEqual(['A', 'B', 'C']);
  });

  it('is asked about as one where several were made in one go, and made or left out as one', async () => {
    for (const goOn of [false, true]) {
      remove('A');
      draw('D');
      remove('B');
      await looked();
      expect(asked.at(-1)?.map((each) => each.sort())).toEqual([
        ['A', 'B', 'C'],
        ['C', 'D'],
      ]);
      expect(drawn.sort()).toEqual(['A', 'B', 'C']);
      const made = first.answered;
      answer!(goOn);
      expect(await made).toBe(goOn);
      await looked();
      expect([goOn, drawn.sort()]).toEqual([goOn, goOn ? ['C', 'D'] : ['A', 'B', 'C']]);
    }
    expect(asked).toHaveLength(2);
  });

  it('is not made on another drawing that came meanwhile', async () => {
    draw('D');
    await looked();
    remove('B');
    await looked();
    commands.clear();
    drawn = ['X', 'B'];
    events.fire('import.done');
    draw('Y');
    await looked();
    commands.undo();
    answer!(true);
    await looked();
    expect(drawn).toEqual(['X', 'B']);
    expect(fired.at(-1)).toBe('askedFirst.answered');
    remove('X');
    await looked();
    expect(asked.at(-1)).toEqual([['X', 'B'], ['B']]);
  });
});

it('A change that need not be asked about is there at once, and the next is held against it', async () => {
  draw('D');
  await looked();
  expect([drawn, asked, fired, await first.answered]).toEqual([['A', 'B', 'C', 'D'], [], [], true]);
  commands.undo();
  await looked();
  remove('A');
  await looked();
  expect(asked).toEqual([
    [
      ['A', 'B', 'C'],
      ['B', 'C'],
    ],
  ]);
});
