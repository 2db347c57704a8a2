package org.tocsin.app.matter.internal.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.matter.MatterView;
import org.tocsin.app.matter.ProofId;
import org.tocsin.app.matter.internal.loop.ProofStore.ProofRow;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.OfficerId;
import org.tocsin.kernel.Point;
import org.tocsin.matters.Field;
import org.tocsin.matters.FieldType;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.ProofKind;

/** Checks the proofs that come with an act, counts them, and gives them to the act. */
@Component
class Handed {
  private static final int MOST = 200;

  private final ProofStore store;

  Handed(ProofStore store) {
    this.store = store;
  }

  /**
   * What was handed in.
   *
   * @param counted proofs that count for the act
   * @param attached proofs that fields name
   * @param spot where the actor stands, which counts as one stamp of place and time
   */
  record In(List<ProofRow> counted, Set<ProofId> attached, MatterView.@Nullable Spot spot) {
    Map<ProofKind, Integer> counts() {
      Map<ProofKind, Integer> counts = new EnumMap<>(ProofKind.class);
      counted.forEach(p -> counts.merge(p.kind(), 1, Integer::sum));
      if (spot != null) {
        counts.merge(ProofKind.PLACE_TIME, 1, Integer::sum);
      }
      return counts;
    }

    Map<String, Object> told() {
      Map<String, Object> told = new HashMap<>();
      if (!counted.isEmpty()) {
        told.put("proofs", counted.stream().map(p -> p.id().toString()).toList());
      }
      if (spot != null) {
        told.put("place", Map.of("lat", spot.lat(), "lon", spot.lon()));
      }
      return told;
    }
  }

  /**
   * Locks and checks the proofs that an act names.
   *
   * @param matter null for a matter that is being raised
   * @throws Problem PROOF_NOT_YOURS, PROOF_USED
   */
  In check(
      MatterKind kind,
      @Nullable MatterId matter,
      OfficerId by,
      List<ProofId> named,
      Map<String, ? extends @Nullable Object> fields,
      MatterView.@Nullable Spot spot) {
    if (spot != null && !Point.isValid(spot.lat(), spot.lon())) {
      throw Problem.invalid("place", "latlon");
    }
    Set<ProofId> attached = files(kind, fields);
    Set<ProofId> all = new LinkedHashSet<>(named);
    all.addAll(attached);
    if (all.size() > MOST) {
      throw Problem.tooLarge("proofIds", MOST);
    }
    Map<ProofId, ProofRow> rows = new HashMap<>();
    if (!all.isEmpty()) {
      store.lock(all).forEach(p -> rows.put(p.id(), p));
    }
    all.forEach(id -> own(rows.get(id), id, matter, by));
    List<ProofRow> counted = new ArrayList<>();
    for (ProofId id : new LinkedHashSet<>(named)) {
      ProofRow row = java.util.Objects.requireNonNull(rows.get(id));
      if (row.usedFor() != null) {
        throw Problem.refused(ProblemCode.PROOF_USED, row.name());
      }
      counted.add(row);
    }
    return new In(counted, attached, spot);
  }

  private static void own(
      @Nullable ProofRow row, ProofId id, @Nullable MatterId matter, OfficerId by) {
    boolean fits =
        row != null && (row.matter() == null ? row.by().equals(by) : row.matter().equals(matter));
    if (!fits) {
      throw Problem.refused(ProblemCode.PROOF_NOT_YOURS, id.toString());
    }
  }

  /** Gives the proofs to the matter and the act; a spot becomes a proof of its own. */
  void use(In in, MatterId matter, String act, OfficerId by, String byName, Instant now) {
    if (!in.attached().isEmpty()) {
      store.use(in.attached(), matter, null);
    }
    if (!in.counted().isEmpty()) {
      store.use(in.counted().stream().map(ProofRow::id).toList(), matter, act);
    }
    if (in.spot() != null) {
      store.insert(
          new ProofRow(
              ProofId.next(),
              matter,
              ProofKind.PLACE_TIME,
              "place-time",
              null,
              0,
              null,
              now,
              now,
              in.spot(),
              by,
              byName,
              act,
              false),
          new byte[0]);
    }
  }

  /** The proofs that file fields name. */
  private static Set<ProofId> files(
      MatterKind kind, Map<String, ? extends @Nullable Object> fields) {
    Set<ProofId> ids = new LinkedHashSet<>();
    for (Field field : kind.fields().values()) {
      if (field.type() == FieldType.FILE) {
        Object value = fields.get(field.code());
        Collection<?> items = value instanceof Collection<?> all ? all : List.of();
        items.forEach(item -> ids.add(id(field, item)));
      }
    }
    return ids;
  }

  private static ProofId id(Field field, @Nullable Object item) {
    try {
      return new ProofId(UUID.fromString(String.valueOf(item)));
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(field.code(), "format", String.valueOf(item));
    }
  }
}
