export const stepList = {};
