declare module 'diagram-js-minimap' {
  const minimap: import('didi').ModuleDeclaration;
  export default minimap;
}
