package org.tocsin.app.matter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Text;

/** Front door to the declared kinds of matters. Needs MATTER_READ(_OWN) or KIND_MANAGE. */
public interface MatterKinds {
  /**
   * A kind in use.
   *
   * @param rows of the catalogue that it serves
   * @param mayRaise whether the actor may raise one
   */
  record KindLine(
      String kind, int version, Text names, Text about, List<String> rows, boolean mayRaise) {
    public KindLine {
      rows = List.copyOf(rows);
    }
  }

  /** The kinds in use, by their code. */
  List<KindLine> list();

  /**
   * A version of a kind that is or was in use.
   *
   * @param current whether new matters begin with it
   */
  record VersionLine(int version, Instant at, String by, boolean current) {}

  /** The versions of a kind, newest first. */
  List<VersionLine> versions(String kind);

  /** A declaration as it was written, to begin a change from. */
  String yaml(String kind, @Nullable Integer version);

  /**
   * A declaration, in plain maps as JSON shows it.
   *
   * @param version null for the one in use
   * @throws org.tocsin.app.foundation.Problem NOT_FOUND
   */
  Map<String, Object> declaration(String kind, @Nullable Integer version);
}
