export const DecisionsScreen = (_: { readonly id: string }) => null;
