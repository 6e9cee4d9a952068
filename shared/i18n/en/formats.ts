/** What is wrong with a file that is read, and what to do; the file and the line stand before it. */
export const formats = {
  'too-large': 'the file is {{megabytes}} MB; it may be {{limit}} MB. Export a shorter period.',
};
