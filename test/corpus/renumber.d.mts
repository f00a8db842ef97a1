import type { XmlElement } from '#bpmn';

export function all(element: XmlElement): Generator<XmlElement>;
export function valueOf(element: XmlElement, local: string): string | undefined;
export function movedByOne(root: XmlElement, way: { ofOneKind: boolean; back: boolean }): Map<string, string>;
export function withNames(text: string, root: XmlElement, names: Map<string, string>): string;
