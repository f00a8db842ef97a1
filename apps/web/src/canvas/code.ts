/** The drawing library's viewer: whoever only reads needs no more. */
export const viewerCode = () => import('bpmn-js/lib/NavigatedViewer');

/** The editor, a good deal larger: for whoever may change a drawing. */
export const editorCode = () => import('./editor.js');
