export const debiteuren = {};
