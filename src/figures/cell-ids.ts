/** Column → code → id. Thousands of booklets name the same cells: each id is put together once. */
const columns = new Map<string, Map<string, string>>();

/**
 * Ids of the cells in a column of a table by code: `cellIds('支出', '一般公共预算.基本支出')('2011350')` is
 * `支出.2011350.一般公共预算.基本支出`; without a column, `cellIds('基本支出')('301')` is `基本支出.301`.
 */
export function cellIds(table: string, column?: string): (code: string) => string {
  const name = `${table}|${column ?? ''}`;
  const ids = columns.get(name) ?? new Map<string, string>();
  columns.set(name, ids);
  const end = column === undefined ? '' : `.${column}`;
  return (code) => {
    const known = ids.get(code);
    if (known !== undefined) return known;
    const id = `${table}.${code}${end}`;
    ids.set(code, id);
    return id;
  };
}
