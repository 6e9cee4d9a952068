export const herstel = {};
