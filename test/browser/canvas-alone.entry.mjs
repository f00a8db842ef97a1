// The page's editor without the page: bundled by canvas-alone.vite.mjs, driven by canvas-alone.ts.
import { openEditor } from '../../apps/web/src/canvas/editor.ts';
import { knipModdle } from '../../apps/web/src/canvas/extensions/knip-content/index.ts';
import poolShapes from '../../apps/web/src/canvas/extensions/pool-shapes/index.ts';

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

const boxOf = ({ x, y, width, height }) => ({ x, y, width, height });

Object.assign(window, { afterwards });
