import { Table, Th } from '#components/ui/table.tsx';

export interface Column<Row> {
  name: string;
  text(row: Row): string;
}

interface ChartTableProps<Row> {
  label: string;
  /** The first names the row, the others are its figures. */
  columns: readonly [Column<Row>, ...Column<Row>[]];
  rows: readonly Row[];
}

/** The numbers of a chart. */
export function ChartTable<Row>({ label, columns: [first, ...figures], rows }: ChartTableProps<Row>) {
  const head = (
    <>
      <Th>{first.name}</Th>
      {figures.map(({ name }) => (
        <Th key={name} numeric>
          {name}
        </Th>
      ))}
    </>
  );
  return (
    <Table label={label} head={head} className="max-h-96 [&_thead]:sticky [&_thead]:top-0 [&_thead]:bg-paper">
      {rows.map((row) => (
        <tr key={first.text(row)}>
          <th scope="row" className="py-2 pr-4 font-medium">
            {first.text(row)}
          </th>
          {figures.map(({ name, text }) => (
            <td key={name} className="whitespace-nowrap py-2 pr-4 text-right last:pr-0">
              {text(row)}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
