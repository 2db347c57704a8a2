package org.tocsin.app.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a figure means. Read from {@code packs/figures.yaml}.
 *
 * @param code its stable name
 * @param version raised with every change of meaning
 * @param unit what its value is: seconds, a count, a share of 1
 * @param per what one record of it is
 * @param from where the interval starts, for seconds and shares
 * @param to where the interval ends
 * @param withinSeconds for shares: the longest interval that counts as good
 * @param where for counts: which records
 */
public record FigureDefinition(
    String code,
    int version,
    String zh,
    String en,
    Unit unit,
    Per per,
    @Nullable Step from,
    @Nullable Step to,
    @Nullable Integer withinSeconds,
    @Nullable Where where,
    String meaningZh,
    String meaningEn) {
  /**
   * What a value is. Percentages, percentage points and multiples are never mixed: a share is a
   * share of 1.
   */
  public enum Unit {
    SECONDS,
    COUNT,
    SHARE
  }

  /** What one record is. */
  public enum Per {
    ASSIGNMENT,
    INCIDENT,
    CALL
  }

  /** Which records a count takes. */
  public enum Where {
    ALL,
    HELP,
    NUISANCE,
    REJECTED,
    CLOSED
  }

  /** An instant of a record. */
  public enum Step {
    RECEIVED,
    ANSWERED,
    CREATED,
    DISPATCHED,
    ACKNOWLEDGED,
    DEPARTED,
    ARRIVED,
    TRANSPORTING,
    DELIVERED,
    FED_BACK,
    CLEARED,
    CLOSED
  }

  /**
   * @throws IllegalArgumentException if the parts do not make a figure
   */
  public FigureDefinition {
    boolean interval = from != null && to != null;
    boolean complete =
        switch (unit) {
          case COUNT -> where != null && !interval;
          case SECONDS -> interval && withinSeconds == null && where == null;
          case SHARE -> interval && withinSeconds != null && where == null;
        };
    if (!complete) {
      throw new IllegalArgumentException(
          "figure "
              + code
              + ": a COUNT needs where; SECONDS needs from and to; a SHARE needs from, to and withinSeconds");
    }
    if (from != null && to != null && !(steps(per).contains(from) && steps(per).contains(to))) {
      throw new IllegalArgumentException(
          "figure " + code + ": " + from + " or " + to + " is not a step of a " + per);
    }
  }

  /** The instants a record of the kind has. */
  public static List<Step> steps(Per per) {
    return switch (per) {
      case CALL -> List.of(Step.RECEIVED, Step.ANSWERED);
      case INCIDENT ->
          List.of(
              Step.RECEIVED,
              Step.CREATED,
              Step.DISPATCHED,
              Step.ACKNOWLEDGED,
              Step.DEPARTED,
              Step.ARRIVED,
              Step.FED_BACK,
              Step.CLOSED);
      case ASSIGNMENT ->
          List.of(
              Step.RECEIVED,
              Step.CREATED,
              Step.DISPATCHED,
              Step.ACKNOWLEDGED,
              Step.DEPARTED,
              Step.ARRIVED,
              Step.TRANSPORTING,
              Step.DELIVERED,
              Step.FED_BACK,
              Step.CLEARED);
    };
  }
}
