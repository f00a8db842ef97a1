// The page's editor without the page: bundled by canvas-alone.vite.mjs, driven by canvas-alone.ts.
import { openEditor } from '../../apps/web/src/canvas/editor.ts';
import { knipModdle } from '../../apps/web/src/canvas/extensions/knip-content/index.ts';
import poolShapes from '../../apps/web/src/canvas/extensions/pool-shapes/index.ts';
import { commandsOn } from './every-command.mjs';

const container = document.createElement('div');
container.style.cssText = 'width:1200px;height:800px';
document.body.append(container);
const additionalModules = [poolShapes];
const setup = { container, moddleExtensions: { knip: knipModdle }, additionalModules };
const { modeler, editing } = openEditor(setup, {});
const elements = modeler.get('elementRegistry');
const modeling = modeler.get('modeling');
const known = (id) => {
  const element = elements.get(id);
  if (!element) throw new Error(`There is no element ${id} on the canvas.`);
  return element;
};

/** Opens a file, does one thing after the other as a person would, and gives what is drawn then. */
async function afterwards(xml, acts) {
  await modeler.importXML(xml);
  for (const act of acts) {
    if (act === 'undo') editing.undo();
    else if ('move' in act)
      modeling.moveElements(act.move.map(known), act.by, act.into ? known(act.into) : undefined);
    else if ('remove' in act) modeling.removeElements(act.remove.map(known));
    else if ('divide' in act) modeling.splitLane(known(act.divide), 2);
    else if ('resize' in act)
      modeling.resizeLane(known(act.resize), { ...boxOf(known(act.resize)), ...act.to });
    else if ('kind' in act) editing.setKind(act.kind, act.to);
    else editing.moveToLane(act.step, act.lane);
  }
  const { xml: written = '' } = await modeler.saveXML({ format: true });
  return {
    xml: written,
    boxes: elements.getAll().map((one) => ({ id: one.id, type: one.type, ...boxOf(one) })),
  };
}

const written = async () => (await modeler.saveXML({ format: true })).xml;
const commandStack = modeler.get('commandStack');

/**
 * Gives every command on some elements of each type, and takes it back, does it again and takes that back.
 * @returns how many changed the file, and what did not come back, by element and command
 */
async function undoneEach(xml, most) {
  await modeler.importXML(xml);
  const ids = new Map();
  for (const { id, type, labelTarget } of elements.getAll()) {
    const kind = labelTarget ? 'label' : type;
    ids.set(kind, [...(ids.get(kind) ?? []), id].slice(0, most));
  }
  const found = { changed: [], wrong: [], failed: [] };
  for (const [name, [applies, run]] of Object.entries(commandsOn(modeler))) {
    for (const id of [...ids.values()].flat()) {
      if (!elements.get(id) || !applies(elements.get(id))) continue;
      const said = `${id}: ${name}`;
      const before = await written();
      try {
        run(elements.get(id));
      } catch (error) {
        // The library itself cannot do this; what it leaves is not what is looked at here.
        found.failed.push(`${said}: ${error}`);
        await modeler.importXML(xml);
        continue;
      }
      const after = await written();
      if (after === before) continue;
      found.changed.push(said);
      for (const [turn, wanted] of [
        ['undo', before],
        ['redo', after],
        ['undo', before],
      ]) {
        while (commandStack[turn === 'undo' ? 'canUndo' : 'canRedo']()) commandStack[turn]();
        const now = await written();
        if (now !== wanted) found.wrong.push({ command: said, turn, wanted, now });
      }
      commandStack.clear();
      if (found.wrong.length > 0 && found.wrong.at(-1).command === said) await modeler.importXML(xml);
    }
  }
  return found;
}

const boxOf = ({ x, y, width, height }) => ({ x, y, width, height });

Object.assign(window, { afterwards, undoneEach });
