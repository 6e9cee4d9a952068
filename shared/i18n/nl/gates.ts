export const gates = {};
