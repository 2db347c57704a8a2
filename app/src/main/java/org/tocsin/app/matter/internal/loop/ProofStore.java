package org.tocsin.app.matter.internal.loop;

import static org.tocsin.app.matter.internal.Rows.at;
import static org.tocsin.app.matter.internal.Rows.findInstant;
import static org.tocsin.app.matter.internal.Rows.findUuid;
import static org.tocsin.app.matter.internal.Rows.id;
import static org.tocsin.app.matter.internal.Rows.instant;
import static org.tocsin.app.matter.internal.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.matter.MatterView;
import org.tocsin.app.matter.ProofId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.OfficerId;
import org.tocsin.matters.ProofKind;

/** Proofs and their bytes. */
@Repository
class ProofStore {
  private static final String SELECT =
      """
      select p.*, exists (select from matter.loop_proof_content c where c.proof_id = p.id) as available
      from matter.loop_proof p
      """;

  /** A proof without its bytes. */
  record ProofRow(
      ProofId id,
      @Nullable MatterId matter,
      ProofKind kind,
      String name,
      @Nullable String contentType,
      long size,
      @Nullable String sha256,
      @Nullable Instant takenAt,
      Instant receivedAt,
      MatterView.@Nullable Spot place,
      OfficerId by,
      String byName,
      @Nullable String usedFor,
      boolean available) {
    MatterView.ProofView view() {
      return new MatterView.ProofView(
          id,
          kind.word(),
          name,
          contentType,
          size,
          sha256,
          takenAt,
          receivedAt,
          place,
          byName,
          usedFor,
          available);
    }
  }

  private final JdbcClient jdbc;

  ProofStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(ProofRow p, byte[] bytes) {
    MatterView.Spot place = p.place();
    jdbc.sql(
            """
            insert into matter.loop_proof (id, matter_id, kind, name, content_type, size, sha256,
              taken_at, received_at, lat, lon, by_id, by_name, used_for)
            values (:id, :matter, :kind, :name, :type, :size, :sha, :taken, :received, :lat, :lon,
              :by, :byName, :usedFor)
            """)
        .param("id", p.id().value())
        .param("matter", id(p.matter()), Types.OTHER)
        .param("kind", p.kind().name())
        .param("name", p.name())
        .param("type", p.contentType())
        .param("size", p.size())
        .param("sha", p.sha256())
        .param("taken", at(p.takenAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("received", at(p.receivedAt()))
        .param("lat", place == null ? null : place.lat(), Types.DOUBLE)
        .param("lon", place == null ? null : place.lon(), Types.DOUBLE)
        .param("by", p.by().value())
        .param("byName", p.byName())
        .param("usedFor", p.usedFor())
        .update();
    if (bytes.length > 0) {
      jdbc.sql("insert into matter.loop_proof_content (proof_id, bytes) values (:id, :bytes)")
          .param("id", p.id().value())
          .param("bytes", bytes)
          .update();
    }
  }

  /** These proofs, locked, so that none counts twice. */
  List<ProofRow> lock(Collection<ProofId> ids) {
    return jdbc.sql(SELECT + " where p.id = any(:ids) order by p.id for no key update of p")
        .param("ids", ids.stream().map(ProofId::value).toArray(UUID[]::new))
        .query((rs, n) -> row(rs))
        .list();
  }

  List<ProofRow> of(MatterId matter) {
    return jdbc.sql(SELECT + " where p.matter_id = :matter order by p.id")
        .param("matter", matter.value())
        .query((rs, n) -> row(rs))
        .list();
  }

  Optional<ProofRow> find(MatterId matter, ProofId proof) {
    return jdbc.sql(SELECT + " where p.matter_id = :matter and p.id = :id")
        .param("matter", matter.value())
        .param("id", proof.value())
        .query((rs, n) -> row(rs))
        .optional();
  }

  Optional<byte[]> bytes(ProofId proof) {
    return jdbc.sql("select bytes from matter.loop_proof_content where proof_id = :id")
        .param("id", proof.value())
        .query((rs, n) -> rs.getBytes(1))
        .optional();
  }

  /** Gives proofs to a matter, and to the act they were handed in with. */
  void use(Collection<ProofId> ids, MatterId matter, @Nullable String act) {
    jdbc.sql(
            """
            update matter.loop_proof set matter_id = :matter, used_for = coalesce(:act, used_for)
            where id = any(:ids)
            """)
        .param("ids", ids.stream().map(ProofId::value).toArray(UUID[]::new))
        .param("matter", matter.value())
        .param("act", act)
        .update();
  }

  /** Drops proofs that no matter took. */
  int dropLoose(Instant before) {
    return jdbc.sql(
            "delete from matter.loop_proof where matter_id is null and received_at < :before")
        .param("before", at(before))
        .update();
  }

  /** Empties the bytes of proofs of matters of a kind that closed before an instant. */
  int erase(String kind, Instant before, int atMost) {
    return jdbc.sql(
            """
            delete from matter.loop_proof_content where proof_id in (
              select c.proof_id from matter.loop_matter m
              join matter.loop_proof p on p.matter_id = m.id
              join matter.loop_proof_content c on c.proof_id = p.id
              where m.kind = :kind and not m.open and m.closed_at < :before limit :most)
            """)
        .param("kind", kind)
        .param("before", at(before))
        .param("most", atMost)
        .update();
  }

  Optional<Instant> oldest(String kind) {
    return jdbc.sql(
            """
            select m.closed_at from matter.loop_matter m
            where m.kind = :kind and not m.open and exists (select from matter.loop_proof p
              join matter.loop_proof_content c on c.proof_id = p.id where p.matter_id = m.id)
            order by m.closed_at limit 1
            """)
        .param("kind", kind)
        .query((rs, n) -> instant(rs, "closed_at"))
        .optional();
  }

  private static ProofRow row(ResultSet rs) throws SQLException {
    UUID matter = findUuid(rs, "matter_id");
    Double lat = rs.getObject("lat", Double.class);
    return new ProofRow(
        new ProofId(uuid(rs, "id")),
        matter == null ? null : new MatterId(matter),
        ProofKind.valueOf(rs.getString("kind")),
        rs.getString("name"),
        rs.getString("content_type"),
        rs.getLong("size"),
        rs.getString("sha256"),
        findInstant(rs, "taken_at"),
        instant(rs, "received_at"),
        lat == null ? null : new MatterView.Spot(lat, rs.getDouble("lon")),
        new OfficerId(uuid(rs, "by_id")),
        rs.getString("by_name"),
        rs.getString("used_for"),
        rs.getBoolean("available"));
  }
}
