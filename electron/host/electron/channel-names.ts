/** The one channel in, and the one out. The contract's channels travel inside as the first argument. */
export const callChannel = 'voldaan:call';
export const eventChannel = 'voldaan:event';
