export const ReportsScreen = (_: { readonly id: string }) => null;
