package org.tocsin.app.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.registry.files.Rejection;
import org.tocsin.app.registry.files.RowFault;
import org.tocsin.kernel.ImportId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The imports and which of them are in use. */
@Repository
class ImportStore {
  private static final TypeReference<List<StoredWarning>> WARNINGS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ImportStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  record StoredWarning(String code, int count, String example) {}

  /** Counts of rows against those in use. */
  record Difference(long added, long changed, long removed) {
    boolean isNone() {
      return added == 0 && changed == 0 && removed == 0;
    }
  }

  void insert(ImportView view) {
    jdbc.sql(
            """
            insert into registry.import
              (id, kind, dataset, file_name, source, bytes, sha256, state, created_at, created_by)
            values (:id, :kind, :dataset, :fileName, :source, :bytes, :sha256, 'READING', :at, :by)
            """)
        .param("id", view.id().value())
        .param("kind", view.kind().name())
        .param("dataset", view.dataset())
        .param("fileName", view.fileName())
        .param("source", view.source())
        .param("bytes", view.bytes())
        .param("sha256", view.sha256())
        .param("at", Timestamp.from(view.createdAt()))
        .param("by", view.createdBy())
        .update();
  }

  void read(
      ImportId id,
      ImportState state,
      StagedRows<?> rows,
      Difference difference,
      @Nullable ImportId base) {
    List<StoredWarning> warnings =
        rows.warnings().entrySet().stream()
            .map(e -> new StoredWarning(e.getKey(), e.getValue().count(), e.getValue().example()))
            .toList();
    jdbc.sql(
            """
            update registry.import set state = :state, accepted = :accepted, rejected = :rejected,
              added = :added, changed = :changed, removed = :removed, samples = :samples,
              warnings = :warnings::jsonb, base_import_id = :base
            where id = :id
            """)
        .param("id", id.value())
        .param("state", state.name())
        .param("accepted", rows.accepted())
        .param("rejected", rows.rejected())
        .param("added", difference.added())
        .param("changed", difference.changed())
        .param("removed", difference.removed())
        .param("samples", rows.samples().toArray(String[]::new))
        .param("warnings", json.writeValueAsString(warnings))
        .param("base", base == null ? null : base.value(), java.sql.Types.OTHER)
        .update();
  }

  void failed(ImportId id, String code, List<String> args) {
    jdbc.sql(
            "update registry.import set state = 'FAILED', failure = :code, failure_args = :args"
                + " where id = :id and state = 'READING'")
        .param("id", id.value())
        .param("code", code)
        .param("args", args.toArray(String[]::new))
        .update();
  }

  /** Imports that a stop of the server cut short. */
  int failInterrupted() {
    return jdbc.sql(
            "update registry.import set state = 'FAILED', failure = 'file-interrupted'"
                + " where state = 'READING'")
        .update();
  }

  Optional<ImportView> find(ImportId id) {
    return jdbc.sql("select * from registry.import where id = :id")
        .param("id", id.value())
        .query((row, n) -> view(row))
        .optional();
  }

  /** The newest first. */
  List<ImportView> list(@Nullable ImportId after, int limit) {
    return jdbc.sql(
            "select * from registry.import where (:all or id < :after) order by id desc"
                + " limit :limit")
        .param("all", after == null)
        .param("after", after == null ? new UUID(0, 0) : after.value())
        .param("limit", limit)
        .query((row, n) -> view(row))
        .list();
  }

  /** Makes the dataset if it is new and holds it until the transaction ends. */
  @Nullable ImportId lockDataset(String dataset) {
    jdbc.sql("insert into registry.dataset (name) values (:name) on conflict do nothing")
        .param("name", dataset)
        .update();
    return jdbc.sql("select active_import_id from registry.dataset where name = :name for update")
        .param("name", dataset)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
        .single()
        .map(ImportId::new)
        .orElse(null);
  }

  @Nullable ImportId active(String dataset) {
    return jdbc.sql("select active_import_id from registry.dataset where name = :name")
        .param("name", dataset)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
        .optional()
        .flatMap(found -> found)
        .map(ImportId::new)
        .orElse(null);
  }

  Optional<ImportId> base(ImportId id) {
    return jdbc.sql("select base_import_id from registry.import where id = :id")
        .param("id", id.value())
        .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
        .single()
        .map(ImportId::new);
  }

  void activate(String dataset, @Nullable ImportId id) {
    jdbc.sql("update registry.dataset set active_import_id = :id where name = :name")
        .param("id", id == null ? null : id.value(), java.sql.Types.OTHER)
        .param("name", dataset)
        .update();
    jdbc.sql("update registry.generation set number = number + 1").update();
  }

  void applied(ImportId id, Instant at, String by) {
    jdbc.sql(
            "update registry.import set state = 'APPLIED', applied_at = :at, applied_by = :by"
                + " where id = :id")
        .param("id", id.value())
        .param("at", Timestamp.from(at))
        .param("by", by)
        .update();
  }

  void state(ImportId id, ImportState state) {
    jdbc.sql("update registry.import set state = :state where id = :id")
        .param("id", id.value())
        .param("state", state.name())
        .update();
  }

  void rolledBack(ImportId id, Instant at, String by) {
    jdbc.sql(
            "update registry.import set state = 'ROLLED_BACK', rolled_back_at = :at,"
                + " rolled_back_by = :by where id = :id")
        .param("id", id.value())
        .param("at", Timestamp.from(at))
        .param("by", by)
        .update();
  }

  /** Compares the rows of two imports of one table by key and digest. */
  Difference difference(String table, ImportId id, @Nullable ImportId base) {
    return jdbc.sql(
            """
            select count(*) filter (where b.key is null) as added,
              count(*) filter (where a.digest <> b.digest) as changed,
              count(*) filter (where a.key is null) as removed
            from (select key, digest from registry.%1$s where import_id = :id) a
            full join (select key, digest from registry.%1$s where import_id = :base) b using (key)
            """
                .formatted(table))
        .param("id", id.value())
        .param("base", base == null ? new UUID(0, 0) : base.value())
        .query(
            (row, n) ->
                new Difference(
                    row.getLong("added"), row.getLong("changed"), row.getLong("removed")))
        .single();
  }

  void deleteRows(String table, ImportId id) {
    jdbc.sql("delete from registry.%s where import_id = :id".formatted(table))
        .param("id", id.value())
        .update();
  }

  /** Imports of a dataset that can no longer be rolled back to, older than the newest kept. */
  List<ImportId> beyondKeeping(String dataset, int kept) {
    return jdbc.sql(
            """
            select id from registry.import
            where dataset = :dataset and rows_kept and state in ('SUPERSEDED', 'ROLLED_BACK')
            order by id desc offset :kept
            """)
        .param("dataset", dataset)
        .param("kept", kept)
        .query((row, n) -> new ImportId(row.getObject(1, UUID.class)))
        .list();
  }

  void rowsDropped(ImportId id) {
    jdbc.sql("update registry.import set rows_kept = false where id = :id")
        .param("id", id.value())
        .update();
  }

  boolean rowsKept(ImportId id) {
    return jdbc.sql("select rows_kept from registry.import where id = :id")
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }

  /** Refused rows in the file's order. */
  List<Rejection> rejected(ImportId id, int after, int limit) {
    return jdbc.sql(
            "select * from registry.rejected_row where import_id = :id and seq > :after"
                + " order by seq limit :limit")
        .param("id", id.value())
        .param("after", after)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Rejection(
                    row.getLong("row_number"),
                    row.getString("column_name"),
                    row.getString("cell"),
                    RowFault.valueOf(row.getString("fault"))))
        .list();
  }

  private ImportView view(ResultSet row) throws SQLException {
    String failure = row.getString("failure");
    return new ImportView(
        new ImportId(row.getObject("id", UUID.class)),
        ImportKind.valueOf(row.getString("kind")),
        row.getString("dataset"),
        row.getString("file_name"),
        row.getString("source"),
        row.getLong("bytes"),
        row.getString("sha256"),
        ImportState.valueOf(row.getString("state")),
        row.getString("state").equals("READING") ? 0 : 1,
        row.getLong("accepted"),
        row.getLong("rejected"),
        row.getObject("added", Long.class),
        row.getObject("changed", Long.class),
        row.getObject("removed", Long.class),
        List.of((String[]) row.getArray("samples").getArray()),
        json.readValue(row.getString("warnings"), WARNINGS).stream()
            .map(
                w ->
                    new ImportView.Warning(
                        w.code(),
                        w.count(),
                        w.example(),
                        WarningText.of(w.code(), w.count(), w.example())))
            .toList(),
        failure == null
            ? null
            : new ImportView.Failure(
                failure, List.of((String[]) row.getArray("failure_args").getArray())),
        row.getTimestamp("created_at").toInstant(),
        row.getString("created_by"),
        instant(row, "applied_at"),
        row.getString("applied_by"),
        instant(row, "rolled_back_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
