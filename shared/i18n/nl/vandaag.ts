export const vandaag = {};
