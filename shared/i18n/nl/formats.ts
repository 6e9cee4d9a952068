/** What is wrong with a file that is read, and what to do; the file and the line stand before it. */
export const formats = {
  'too-large': 'het bestand is {{megabytes}} MB; het mag {{limit}} MB zijn. Exporteer een kortere periode.',
};
