export const ReportScreen = (_: { readonly id: string }) => null;
