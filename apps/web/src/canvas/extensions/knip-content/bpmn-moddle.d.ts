declare module 'bpmn-moddle' {
  /** The part of the library that the tests of our namespace use. */
  export class BpmnModdle {
    constructor(extensions?: Record<string, object>);
    fromXML(xml: string): Promise<{
      rootElement: object;
      elementsById: Record<string, object>;
      warnings: unknown[];
    }>;
    toXML(element: object, options?: { format?: boolean }): Promise<{ xml: string }>;
  }
}
