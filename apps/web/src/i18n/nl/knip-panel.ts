export const knipPanel = {};
