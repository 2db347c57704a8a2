package org.tocsin.matters.flow;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The value of one field. */
public sealed interface Value {
  /** Text of any kind: also phone and identity numbers, choices, ids of files. */
  record Words(String text) implements Value {}

  /** A number. */
  record Amount(BigDecimal number) implements Value {}

  /** Money in whole fen. */
  record Fen(long fen) implements Value {}

  /** A day. */
  record Day(LocalDate date) implements Value {}

  /** An instant. */
  record At(Instant instant) implements Value {}

  /** Yes or no. */
  record YesNo(boolean yes) implements Value {}

  /** Something in a register: its id, if it has one, and how it is called. */
  record Reference(Optional<String> id, String text) implements Value {}

  /** A place: degrees of WGS-84 and a label. */
  record Spot(double lat, double lon, String text) implements Value {}

  /** Several options or files. */
  record Several(List<String> items) implements Value {
    public Several {
      items = List.copyOf(items);
    }
  }

  /** The rows of a table. */
  record Rows(List<Values> rows) implements Value {
    public Rows {
      rows = List.copyOf(rows);
    }
  }
}
