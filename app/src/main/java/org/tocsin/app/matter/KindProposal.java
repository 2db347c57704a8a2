package org.tocsin.app.matter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Text;
import org.tocsin.kernel.MatterId;

/**
 * A proposed change of a matter kind: proved, tried on past matters, and approved by a second
 * person.
 *
 * @param id null where it was refused or only checked, and so not kept
 * @param kind empty where the declaration could not be read so far
 * @param version the version it would put in use
 * @param baseVersion the version in use when it was made; null for a new kind
 * @param approvedBy who answered it: approved, or withdrew
 * @param defects what the proof found; empty where it was kept
 * @param trial null where there are defects
 */
public record KindProposal(
    @Nullable KindProposalId id,
    String kind,
    Type type,
    int version,
    @Nullable Integer baseVersion,
    State state,
    String why,
    Person by,
    Instant at,
    @Nullable Person approvedBy,
    @Nullable Instant approvedAt,
    @Nullable String note,
    String yaml,
    List<Defect> defects,
    @Nullable Trial trial) {
  public KindProposal {
    defects = List.copyOf(defects);
  }

  /** What it is. */
  public enum Type {
    CHANGE,
    ROLLBACK
  }

  /** How far it is. */
  public enum State {
    /** Proved without defects, asked for with {@code check}: not kept. */
    CHECKED,
    /** Has defects: not kept. */
    REFUSED,
    PROPOSED,
    APPROVED,
    WITHDRAWN
  }

  /** Who. */
  public record Person(String officerId, String name) {}

  /**
   * What the proposed clocks would have said of matters that went before. Pauses and extensions are
   * left out on both sides, so that the two counts compare.
   *
   * @param tried matters looked at, the newest first
   * @param lateBefore of these, late by the clocks of the version in use
   * @param lateAfter of these, late by the proposed clocks
   * @param open matters that run now on other versions
   * @param migrating of these, those that a declared step moves
   * @param late those that would have been late, at most 100
   */
  public record Trial(
      int tried, int lateBefore, int lateAfter, long open, long migrating, List<Late> late) {
    public Trial {
      late = List.copyOf(late);
    }
  }

  /** A matter that would have been late: it left the clock at {@code leftAt}, or has not yet. */
  public record Late(
      MatterId id,
      String number,
      String state,
      String clock,
      Instant dueAt,
      @Nullable Instant leftAt) {}

  /**
   * What is wrong with a declaration, and where.
   *
   * @param path the counter-example, if there is one
   */
  public record Defect(int line, int column, Text message, @Nullable Text mend, List<String> path) {
    public Defect {
      path = List.copyOf(path);
    }
  }
}
