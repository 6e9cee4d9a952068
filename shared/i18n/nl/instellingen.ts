export const instellingen = {};
