// Modules replaced in the Node bundles: { 'bare-name': 'path below the root' }. Each with its reason.
export const nodeAliases = {};
