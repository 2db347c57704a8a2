package org.tocsin.app.matter.internal;

import static org.tocsin.app.matter.internal.Rows.at;
import static org.tocsin.app.matter.internal.Rows.findInstant;
import static org.tocsin.app.matter.internal.Rows.findUuid;
import static org.tocsin.app.matter.internal.Rows.instant;
import static org.tocsin.app.matter.internal.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.intake.Place;
import org.tocsin.app.matter.IncidentState;
import org.tocsin.kernel.AddressId;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.PrecinctId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code matter.matter} for change, and the locks that guard them. */
@Repository
class IncidentStore {
  private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};
  private final JdbcClient jdbc;
  private final JsonMapper json;

  IncidentStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * Locks the incidents and whatever they are merged into, until the transaction ends. The lock is
   * on the ends of the chains of merges: whoever changes any incident of a group holds it. It is an
   * advisory lock, not one on the row, because a chain may change while we wait: then a row lock on
   * a former end would stand in the way of those who hold the new end. Locks are taken in the order
   * of ids, so that two merges cannot block each other.
   */
  Map<MatterId, Incident> lock(MatterId... ids) {
    List<UUID> wanted = List.of(ids).stream().map(MatterId::value).toList();
    while (true) {
      jdbc.sql("savepoint before_lock").update();
      SortedSet<UUID> roots = lockRoots(wanted);
      Map<MatterId, Incident> rows = rows(wanted);
      if (rows.values().stream().allMatch(i -> roots.contains(i.root.value()))) {
        jdbc.sql("release savepoint before_lock").update();
        return rows;
      }
      // While we waited, a merge or its undoing changed the roots. The locks held are let go, since
      // taking further ones now would break the order.
      jdbc.sql("rollback to savepoint before_lock").update();
    }
  }

  private SortedSet<UUID> lockRoots(List<UUID> ids) {
    SortedSet<UUID> roots = new TreeSet<>(Comparator.comparing(UUID::toString));
    roots.addAll(
        jdbc.sql("select root_id from matter.matter where id = any(:ids)")
            .param("ids", ids.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
    for (UUID root : roots) {
      jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:root, 20))")
          .param("root", root.toString())
          .query(Integer.class)
          .single();
    }
    return roots;
  }

  /** The incident that a locked one is merged into at the end of the chain, or itself. */
  Incident root(Incident incident) {
    return incident.root.equals(incident.id)
        ? incident
        : Optional.ofNullable(rows(List.of(incident.root.value())).get(incident.root))
            .orElseThrow();
  }

  private Map<MatterId, Incident> rows(List<UUID> ids) {
    Map<MatterId, Incident> found = new HashMap<>();
    jdbc.sql("select * from matter.matter where id = any(:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query((rs, n) -> row(rs))
        .list()
        .forEach(i -> found.put(i.id, i));
    return found;
  }

  void insert(Incident i) {
    values(
            jdbc.sql(
                """
                insert into matter.matter (id, number, created_at, exercise_id, root_id, type_code,
                  priority, state, agency_id, nuisance, address_text, place_label, lat, lon,
                  address_id, precinct_id, precinct_code, precinct_name, precinct_agency,
                  narrative, answers, received_at, words, version, edited_version, edited_by,
                  edited_at, updated_at)
                values (:id, :number, :created, :exercise, :root, :type, :priority, :state, :agency,
                  :nuisance, :address, :label, :lat, :lon, :addressId, :precinct, :precinctCode,
                  :precinctName, :precinctAgency, :narrative, :answers::jsonb, :received, :words,
                  :version, :editedVersion, :editedBy, :editedAt, :updated)
                """),
            i)
        .param("number", i.number)
        .param("created", at(i.created))
        .param("exercise", Rows.id(i.exercise))
        .update();
  }

  void update(Incident i) {
    values(
            jdbc.sql(
                """
                update matter.matter set root_id = :root, merged_into = :mergedInto,
                  type_code = :type, priority = :priority, state = :state, agency_id = :agency,
                  nuisance = :nuisance, address_text = :address, place_label = :label, lat = :lat,
                  lon = :lon, address_id = :addressId, precinct_id = :precinct,
                  precinct_code = :precinctCode, precinct_name = :precinctName,
                  precinct_agency = :precinctAgency, narrative = :narrative,
                  answers = :answers::jsonb, received_at = :received, dispatched_at = :dispatched,
                  acknowledged_at = :acknowledged, departed_at = :departed, arrived_at = :arrived,
                  fed_back_at = :fedBack, closed_at = :closed, disposition_code = :disposition,
                  disposition_note = :dispositionNote, round = :round, words = :words,
                  version = :version, edited_version = :editedVersion, edited_by = :editedBy,
                  edited_at = :editedAt, updated_at = :updated
                where id = :id
                """),
            i)
        .param("mergedInto", Rows.id(i.mergedInto))
        .param("dispatched", at(i.dispatched))
        .param("acknowledged", at(i.acknowledged))
        .param("departed", at(i.departed))
        .param("arrived", at(i.arrived))
        .param("fedBack", at(i.fedBack))
        .param("closed", at(i.closed))
        .param("disposition", i.dispositionCode)
        .param("dispositionNote", i.dispositionNote)
        .param("round", i.round)
        .update();
  }

  private JdbcClient.StatementSpec values(JdbcClient.StatementSpec sql, Incident i) {
    Place place = i.place;
    Place.InPrecinct precinct = place == null ? null : place.precinct();
    return sql.param("id", i.id.value())
        .param("root", i.root.value())
        .param("type", i.typeCode)
        .param("priority", i.priority)
        .param("state", i.state.name())
        .param("agency", i.agency.value())
        .param("nuisance", i.nuisance)
        .param("address", i.addressText)
        .param("label", place == null ? null : place.label())
        .param("lat", place == null ? null : place.lat(), java.sql.Types.DOUBLE)
        .param("lon", place == null ? null : place.lon(), java.sql.Types.DOUBLE)
        .param("addressId", place == null ? null : Rows.id(place.addressId()), java.sql.Types.OTHER)
        .param("precinct", precinct == null ? null : precinct.id().value(), java.sql.Types.OTHER)
        .param("precinctCode", precinct == null ? null : precinct.code())
        .param("precinctName", precinct == null ? null : precinct.name())
        .param(
            "precinctAgency",
            precinct == null ? null : Rows.id(precinct.agencyId()),
            java.sql.Types.OTHER)
        .param("narrative", i.narrative)
        .param("answers", json.writeValueAsString(i.answers))
        .param("received", at(i.received), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param(
            "words",
            SearchWords.index(
                i.number, i.addressText, place == null ? "" : place.label(), i.narrative))
        .param("version", i.version)
        .param("editedVersion", i.editedVersion)
        .param("editedBy", i.editedBy)
        .param("editedAt", at(i.editedAt))
        .param("updated", at(i.updatedAt));
  }

  /**
   * Everything that is merged, directly or in steps, into {@code top} now counts with {@code root}.
   */
  void moveGroup(MatterId top, MatterId root) {
    jdbc.sql(
            """
            with recursive below as (
              select id from matter.matter where merged_into = :top
              union all
              select m.id from matter.matter m join below on m.merged_into = below.id)
            update matter.matter m set root_id = :root from below where m.id = below.id
            """)
        .param("top", top.value())
        .param("root", root.value())
        .update();
  }

  /** The next round begins for the merged ones as well: their units no longer decide the state. */
  void nextRound(MatterId root) {
    jdbc.sql("update matter.matter set round = round + 1 where root_id = :root and id <> :root")
        .param("root", root.value())
        .update();
  }

  private Incident row(ResultSet rs) throws SQLException {
    UUID exercise = findUuid(rs, "exercise_id");
    UUID into = findUuid(rs, "merged_into");
    Incident i =
        new Incident(
            new MatterId(uuid(rs, "id")),
            rs.getString("number"),
            exercise == null ? null : new ExerciseId(exercise),
            instant(rs, "created_at"),
            rs.getString("type_code"),
            rs.getInt("priority"),
            new AgencyId(uuid(rs, "agency_id")),
            rs.getString("edited_by"));
    i.state = IncidentState.valueOf(rs.getString("state"));
    i.nuisance = rs.getBoolean("nuisance");
    i.addressText = rs.getString("address_text");
    i.place = place(rs);
    i.narrative = rs.getString("narrative");
    i.answers = json.readValue(rs.getString("answers"), ANSWERS);
    i.received = findInstant(rs, "received_at");
    i.dispatched = findInstant(rs, "dispatched_at");
    i.acknowledged = findInstant(rs, "acknowledged_at");
    i.departed = findInstant(rs, "departed_at");
    i.arrived = findInstant(rs, "arrived_at");
    i.fedBack = findInstant(rs, "fed_back_at");
    i.closed = findInstant(rs, "closed_at");
    i.dispositionCode = rs.getString("disposition_code");
    i.dispositionNote = rs.getString("disposition_note");
    i.mergedInto = into == null ? null : new MatterId(into);
    i.root = new MatterId(uuid(rs, "root_id"));
    i.round = rs.getInt("round");
    i.version = rs.getLong("version");
    i.editedVersion = rs.getLong("edited_version");
    i.editedAt = instant(rs, "edited_at");
    i.updatedAt = instant(rs, "updated_at");
    return i;
  }

  static @Nullable Place place(ResultSet rs) throws SQLException {
    String label = rs.getString("place_label");
    if (label == null) {
      return null;
    }
    UUID address = findUuid(rs, "address_id");
    UUID precinct = findUuid(rs, "precinct_id");
    UUID agency = findUuid(rs, "precinct_agency");
    return new Place(
        label,
        rs.getDouble("lat"),
        rs.getDouble("lon"),
        address == null ? null : new AddressId(address),
        precinct == null
            ? null
            : new Place.InPrecinct(
                new PrecinctId(precinct),
                rs.getString("precinct_code"),
                rs.getString("precinct_name"),
                agency == null ? null : new AgencyId(agency)));
  }
}
