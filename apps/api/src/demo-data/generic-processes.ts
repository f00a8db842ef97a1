import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { readDiagram, type CarriedContent, type XmlElement } from '#bpmn';
import { diagramRefused } from '../diagrams/index.js';
import { PACKAGE_ROOT } from '../platform/environment/package-root.js';
import { asLoadingRefused } from './loading-refused.js';

/** A process description that comes with the program. */
export interface GenericProcess {
  /** Lasting: the name of its file. */
  id: string;
  domain: string;
  name: string;
  bytes: Buffer;
  /** What the file says that law binds. */
  bindings: { elementId: string; binding: NonNullable<CarriedContent['binding']> }[];
}

/** The generic process descriptions, `bpmn/<domain>/<id>.bpmn`, in an order that is always the same. */
export function genericProcesses(): GenericProcess[] {
  const folder = join(PACKAGE_ROOT, 'bpmn');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.split(sep));
  return files
    .flatMap(([domain, file]) => {
      const id = /^(.+)\.bpmn$/.exec(file ?? '')?.[1];
      return domain !== undefined && id !== undefined
        ? [genericProcess(domain, id, readFileSync(join(folder, domain, `${id}.bpmn`)))]
        : [];
    })
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

function genericProcess(domain: string, id: string, bytes: Buffer): GenericProcess {
  const reading = readDiagram(bytes);
  if (!reading.ok) throw asLoadingRefused(id, diagramRefused(reading.problems));
  const { outline, root } = reading.diagram;
  const bindings = outline.steps.flatMap((step) =>
    step.binding && step.id !== undefined ? [{ elementId: step.id, binding: step.binding }] : [],
  );
  return { id, domain, name: nameIn(root) ?? id, bytes, bindings };
}

function nameIn(root: XmlElement): string | undefined {
  const process = root.children.find(({ local }) => local === 'process');
  return process?.attributes.find(({ local, uri }) => local === 'name' && uri === '')?.value;
}
