package org.tocsin.bench.loop;

import java.util.List;

/**
 * The indexes and foreign keys of the tables that are filled: dropped before and made again after,
 * from the database's own description of them, so that what is measured has just what the migration
 * made. Making them over whole tables is many times faster than keeping them row by row.
 */
final class Rebuilt {
  private static final String TABLES =
      "('loop_matter', 'loop_personal', 'loop_deed', 'loop_clock', 'loop_entry', 'loop_proof',"
          + " 'loop_proof_content')";

  private record Made(String drop, String make) {}

  private final Owner owner;
  private final List<Made> keys;
  private final List<Made> indexes;

  private Rebuilt(Owner owner, List<Made> keys, List<Made> indexes) {
    this.owner = owner;
    this.keys = keys;
    this.indexes = indexes;
  }

  static Rebuilt dropped(Owner owner) {
    List<Made> keys =
        owner.rows(
            "select format('alter table %s drop constraint %I', conrelid::regclass, conname),"
                + " format('alter table %s add constraint %I %s', conrelid::regclass, conname,"
                + " pg_get_constraintdef(c.oid)) from pg_constraint c"
                + " join pg_class t on t.oid = c.conrelid"
                + " where c.contype = 'f' and c.connamespace = 'matter'::regnamespace"
                + " and t.relname in "
                + TABLES,
            rs -> new Made(rs.getString(1), rs.getString(2)));
    List<Made> indexes =
        owner.rows(
            "select format('drop index matter.%I', i.indexname), i.indexdef from pg_indexes i"
                + " where i.schemaname = 'matter' and i.tablename in "
                + TABLES
                + " and not exists (select from pg_constraint c where c.conname = i.indexname"
                + " and c.connamespace = 'matter'::regnamespace) order by 1",
            rs -> new Made(rs.getString(1), rs.getString(2)));
    keys.forEach(k -> owner.plain(k.drop()));
    indexes.forEach(i -> owner.plain(i.drop()));
    return new Rebuilt(owner, keys, indexes);
  }

  /** Makes them again; how many. */
  int make() {
    indexes.forEach(i -> owner.plain(i.make()));
    keys.forEach(k -> owner.plain(k.make()));
    return indexes.size() + keys.size();
  }
}
