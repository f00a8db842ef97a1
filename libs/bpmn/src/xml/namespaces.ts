/** Namespaces of BPMN 2.0 (OMG formal/2011-01-03) and our own (docs/namespace.md). */
export const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
export const BPMN_DI = 'http://www.omg.org/spec/BPMN/20100524/DI';
export const DI = 'http://www.omg.org/spec/DD/20100524/DI';
export const DC = 'http://www.omg.org/spec/DD/20100524/DC';
export const KNIP = 'urn:knipkaart:bpmn:1';
export const XMLNS = 'http://www.w3.org/2000/xmlns/';
export const XML = 'http://www.w3.org/XML/1998/namespace';
