export const aanmanen = {};
