import readExcelFile from 'read-excel-file/node';

/** A file of an export as one text, as a reader that is not ours sees it; a workbook as JSON of its cells. */
export const opened = async (file: string, content: string | Uint8Array): Promise<string> => {
  if (typeof content === 'string') return content;
  if (!file.endsWith('.xlsx')) return Buffer.from(content).toString('utf8');
  return JSON.stringify(await readExcelFile(Buffer.from(content)));
};
