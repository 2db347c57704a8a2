package org.tocsin.app.matter.internal;

import static org.tocsin.app.matter.internal.Rows.earlier;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.intake.Place;
import org.tocsin.app.matter.IncidentState;
import org.tocsin.app.matter.Step;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;

/** One row of {@code matter.matter}, locked, while it is being changed. */
final class Incident {
  final MatterId id;
  final String number;
  final @Nullable ExerciseId exercise;
  final Instant created;
  String typeCode;
  int priority;
  IncidentState state = IncidentState.CREATED;
  AgencyId agency;
  boolean nuisance;
  String addressText = "";
  @Nullable Place place;
  String narrative = "";
  Map<String, String> answers = Map.of();
  @Nullable Instant received;
  @Nullable Instant dispatched;
  @Nullable Instant acknowledged;
  @Nullable Instant departed;
  @Nullable Instant arrived;
  @Nullable Instant fedBack;
  @Nullable Instant closed;
  @Nullable String dispositionCode;
  @Nullable String dispositionNote;
  @Nullable MatterId mergedInto;
  MatterId root;
  int round = 1;
  long version = 1;
  long editedVersion = 1;
  String editedBy;
  Instant editedAt;
  Instant updatedAt;

  Incident(
      MatterId id,
      String number,
      @Nullable ExerciseId exercise,
      Instant created,
      String typeCode,
      int priority,
      AgencyId agency,
      String by) {
    this.id = id;
    this.number = number;
    this.exercise = exercise;
    this.created = created;
    this.typeCode = typeCode;
    this.priority = priority;
    this.agency = agency;
    this.root = id;
    this.editedBy = by;
    this.editedAt = created;
    this.updatedAt = created;
  }

  boolean merged() {
    return state == IncidentState.MERGED;
  }

  /** Keeps the earliest instant of a step; closing is set by {@link #close} alone. */
  void stamp(Step step, Instant at) {
    switch (step) {
      case RECEIVED -> received = earlier(received, at);
      case DISPATCHED -> dispatched = earlier(dispatched, at);
      case ACKNOWLEDGED -> acknowledged = earlier(acknowledged, at);
      case DEPARTED -> departed = earlier(departed, at);
      case ARRIVED -> arrived = earlier(arrived, at);
      case FED_BACK -> fedBack = earlier(fedBack, at);
      case CREATED, CLOSED -> throw new IllegalArgumentException(step + " is not stamped here");
    }
  }

  void close(String disposition, @Nullable String note, boolean asNuisance, Instant now) {
    state = IncidentState.CLOSED;
    closed = now;
    dispositionCode = disposition;
    dispositionNote = note;
    nuisance = asNuisance;
  }

  void reopen() {
    state = IncidentState.CREATED;
    closed = null;
    dispositionCode = null;
    dispositionNote = null;
    nuisance = false;
    round++;
  }

  /** Joins this incident into another; its own closing is kept for the undoing. */
  void mergeInto(Incident target) {
    state = IncidentState.MERGED;
    mergedInto = target.id;
    root = target.root;
  }

  /** Stands for itself again, in the state that its own history gives. */
  void unmerge(IncidentState own) {
    mergedInto = null;
    root = id;
    state = closed == null ? own : IncidentState.CLOSED;
  }

  /** One version further, by a machine. */
  void touched(Instant now) {
    version++;
    updatedAt = now;
  }

  /** One version further, by a person. */
  void edited(String by, Instant now) {
    touched(now);
    editedVersion = version;
    editedBy = by;
    editedAt = now;
  }
}
