/** datapackage.json: what the tables are, so that a program can read them (Frictionless Data Package 2.0). */
import type { Settings } from '../site/settings.ts';
import type { Column } from './columns.ts';

export interface Resource {
  name: string;
  title: string;
  /** Below data/. */
  path: string;
  mediatype: string;
  bytes: number;
  /** SHA-256 in hex. */
  sha256: string;
  /** Text encoding; only for CSV. */
  encoding?: 'utf-8';
  columns: readonly Pick<Column<never>, 'name' | 'type' | 'title' | 'description'>[];
  primaryKey?: string[];
  foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
}

/** The descriptor as an object; `homepage` only where the site has an address. */
export function dataPackage({ name, description, base }: Settings, resources: readonly Resource[]): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'fazhi-archive',
    title: name,
    description: `${description}单份报告的全部数据另有JSON：reports/<agencyId>/<year>.json。CSV供表格软件使用，以 = + - @ 开头的文字前加了撇号；JSON与Parquet逐字准确。`,
    homepage: base,
    resources: resources.map(({ columns, primaryKey, foreignKeys, sha256, ...resource }) => ({
      $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
      type: 'table',
      ...resource,
      format: resource.path.slice(resource.path.lastIndexOf('.') + 1),
      hash: `sha256:${sha256}`,
      schema: {
        $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
        fields: columns.map(({ name, type, title, description }) => ({ name, type, title, description })),
        missingValues: [''],
        primaryKey,
        foreignKeys,
      },
    })),
  };
}
