package org.tocsin.app.registry.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tocsin.app.registry.files.Rejection;
import org.tocsin.app.registry.files.RowSink;
import org.tocsin.kernel.ImportId;

/**
 * Writes the rows of one file under its import's id, in batches, and counts.
 *
 * @param <T> the row
 */
final class StagedRows<T> implements RowSink<T> {
  static final int MAX_REJECTED_KEPT = 10_000;
  private static final int BATCH = 500;
  private static final int SAMPLES = 8;

  private final JdbcTemplate jdbc;
  private final ImportId id;
  private final DataKind<T> kind;
  private final DoubleConsumer progress;
  private final String insert;
  private final List<Object[]> rows = new ArrayList<>();
  private final List<Object[]> rejects = new ArrayList<>();
  private final List<String> samples = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private final Map<String, Counted> warnings = new LinkedHashMap<>();
  private long accepted;
  private long rejected;

  record Counted(int count, String example) {}

  StagedRows(JdbcTemplate jdbc, ImportId id, DataKind<T> kind, DoubleConsumer progress) {
    this.jdbc = jdbc;
    this.id = id;
    this.kind = kind;
    this.progress = progress;
    int marks = kind.columns().size() + 3;
    this.insert =
        "insert into registry.%s (import_id, key, digest, %s) values (%s)"
            .formatted(
                kind.table(),
                String.join(", ", kind.columns()),
                String.join(", ", Collections.nCopies(marks, "?")));
  }

  @Override
  public void accept(long row, T value) {
    String key = kind.key(value);
    if (!keys.add(key)) {
      reject(new Rejection(row, "", key, org.tocsin.app.registry.files.RowFault.DUPLICATE));
      return;
    }
    List<Object> values = kind.values(value);
    List<Object> cells = new ArrayList<>(values.size() + 3);
    cells.add(id.value());
    cells.add(key);
    cells.add(digest(values));
    cells.addAll(values);
    rows.add(cells.toArray());
    accepted++;
    if (samples.size() < SAMPLES) {
      samples.add(kind.sample(value));
    }
    if (rows.size() >= BATCH) {
      write(insert, rows);
    }
  }

  @Override
  public void reject(Rejection row) {
    rejected++;
    if (rejected <= MAX_REJECTED_KEPT) {
      rejects.add(
          new Object[] {
            id.value(),
            (int) rejected,
            row.row(),
            row.column(),
            clean(row.value()),
            row.fault().name()
          });
    }
    if (rejects.size() >= BATCH) {
      writeRejects();
    }
  }

  @Override
  public void warn(String code, Object... args) {
    String example = args.length == 0 ? "" : String.valueOf(args[0]);
    warnings.merge(
        code, new Counted(1, example), (a, b) -> new Counted(a.count() + 1, a.example()));
  }

  @Override
  public void progress(double share) {
    progress.accept(share);
  }

  /** Writes what is left and adds the warnings that only the whole file shows. */
  void finish() {
    write(insert, rows);
    writeRejects();
    if (rejected * 10 > accepted + rejected) {
      warn("rejected-many");
    }
    if (rejected > MAX_REJECTED_KEPT) {
      warn("rejected-cut", MAX_REJECTED_KEPT);
    }
  }

  long accepted() {
    return accepted;
  }

  long rejected() {
    return rejected;
  }

  List<String> samples() {
    return samples;
  }

  Map<String, Counted> warnings() {
    return warnings;
  }

  private void writeRejects() {
    write(
        "insert into registry.rejected_row (import_id, seq, row_number, column_name, cell, fault)"
            + " values (?, ?, ?, ?, ?, ?)",
        rejects);
  }

  private void write(String sql, List<Object[]> batch) {
    if (!batch.isEmpty()) {
      jdbc.batchUpdate(sql, batch, BATCH, StagedRows::bind);
      batch.clear();
    }
  }

  private static void bind(PreparedStatement statement, Object[] cells) throws SQLException {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof NoValue none) {
        statement.setNull(i + 1, none.sqlType());
      } else {
        statement.setObject(i + 1, cells[i]);
      }
    }
  }

  /** PostgreSQL's text cannot hold NUL. */
  private static String clean(String text) {
    return text.replace('\0', ' ');
  }

  private static String digest(List<Object> values) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      for (Object value : values) {
        md5.update(text(value).getBytes(StandardCharsets.UTF_8));
        md5.update((byte) 0);
      }
      return HexFormat.of().formatHex(md5.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Object value) {
    return switch (value) {
      case double[] numbers -> Arrays.toString(numbers);
      case String[] texts -> Arrays.toString(texts);
      default -> value.toString();
    };
  }
}
