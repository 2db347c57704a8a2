package org.tocsin.app.foundation.internal.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.tocsin.app.foundation.internal.archive.Manifest.SequenceState;
import org.tocsin.app.foundation.internal.archive.Manifest.TableProof;
import org.tocsin.app.foundation.internal.db.Migrations;

/**
 * Reads the structure of the rooms' schemas and copies their tables out, in an order that is the
 * same every time.
 */
final class Tables {
  /** A table: its copied columns, and the expression its rows are ordered by. */
  record Table(String schema, String name, List<String> columns, String order) {
    String qualified() {
      return identifier(schema) + "." + identifier(name);
    }

    String columnList() {
      return columns.stream().map(Tables::identifier).collect(Collectors.joining(", "));
    }
  }

  private Tables() {}

  /**
   * All tables with people's data; not Flyway's history (it is migrated anew), nor sessions (people
   * sign in again).
   */
  static List<Table> list(Connection connection) throws SQLException {
    String sql =
        """
        select n.nspname, c.relname,
          array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            and a.attgenerated = '' order by a.attnum) as columns,
          array(select a.attname::text from pg_index i cross join unnest(i.indkey) with ordinality k(num, ord)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num
            where i.indrelid = c.oid and i.indisprimary order by k.ord) as key
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname = any (?) and c.relname <> ? and c.relname not like 'http\\_session%'
        order by 1, 2
        """;
    var tables = new ArrayList<Table>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", Migrations.ROOMS.toArray()));
      statement.setString(2, Migrations.HISTORY);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          List<String> columns = strings(rows, 3);
          List<String> key = strings(rows, 4);
          // By the key's text in byte order: the same on every machine, whatever its locale.
          String order =
              (key.isEmpty() ? columns : key)
                  .stream()
                      .map(c -> identifier(c) + "::text collate \"C\"")
                      .collect(Collectors.joining(", "));
          tables.add(new Table(rows.getString(1), rows.getString(2), columns, order));
        }
      }
    }
    return tables;
  }

  /** The versions Flyway brought each room to. */
  static Map<String, String> versions(Connection connection) throws SQLException {
    var versions = new LinkedHashMap<String, String>();
    for (String room : Migrations.ROOMS) {
      try (PreparedStatement exists =
          connection.prepareStatement("select to_regclass(?) is not null")) {
        exists.setString(1, room + "." + Migrations.HISTORY);
        try (ResultSet found = exists.executeQuery()) {
          if (!found.next() || !found.getBoolean(1)) {
            continue;
          }
        }
      }
      String newest =
          "select version from %s.%s where success and version is not null order by installed_rank desc limit 1"
              .formatted(room, Migrations.HISTORY);
      try (PreparedStatement statement = connection.prepareStatement(newest);
          ResultSet rows = statement.executeQuery()) {
        if (rows.next()) {
          versions.put(room, rows.getString(1));
        }
      }
    }
    return versions;
  }

  static List<SequenceState> sequences(Connection connection) throws SQLException {
    var states = new ArrayList<SequenceState>();
    String sql =
        "select schemaname, sequencename, coalesce(last_value, start_value), last_value is not null from pg_sequences where schemaname = any (?) order by 1, 2";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", Migrations.ROOMS.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          states.add(
              new SequenceState(
                  rows.getString(1), rows.getString(2), rows.getLong(3), rows.getBoolean(4)));
        }
      }
    }
    return states;
  }

  /** Streams one table into {@code out} and returns its proof. */
  static TableProof copyOut(Connection connection, Table table, OutputStream out)
      throws SQLException, IOException {
    var hashed = new DigestOutputStream(out, sha256());
    long rows =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                "copy (select %s from %s order by %s) to stdout"
                    .formatted(table.columnList(), table.qualified(), table.order()),
                hashed);
    return new TableProof(
        table.schema(),
        table.name(),
        table.columns(),
        rows,
        HexFormat.of().formatHex(hashed.getMessageDigest().digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> strings(ResultSet rows, int column) throws SQLException {
    return List.of((String[]) rows.getArray(column).getArray());
  }

  static String identifier(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
