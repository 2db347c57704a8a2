package org.tocsin.matters.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tocsin.matters.MatterKind;

/** The hazard notice that the tests read and break. */
public final class Sample {
  private Sample() {}

  /** Its text. */
  public static String text() {
    try (InputStream in = Sample.class.getResourceAsStream("/hazard-notice.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It, read and proved. */
  public static MatterKind kind() {
    return kind(text());
  }

  /** A text that must be right, read and proved. */
  public static MatterKind kind(String text) {
    Declarations read = Declarations.readText("sample.yaml", text, Known.NONE);
    if (!read.defects().isEmpty()) {
      throw new AssertionError(read.defects());
    }
    return read.kinds().getFirst();
  }

  /** What is wrong with it after one piece of its text is replaced. */
  static List<Defect> broken(String piece, String by) {
    return defects(replaced(text(), piece, by));
  }

  static List<Defect> defects(String text) {
    return Declarations.readText(
            "sample.yaml", text, Known.roles(java.util.Set.of("station-officer", "supervisor")))
        .defects();
  }

  /** The text with one piece replaced, which must be there. */
  static String replaced(String text, String piece, String by) {
    if (!text.contains(piece)) {
      throw new AssertionError("the sample has no " + piece);
    }
    return text.replace(piece, by);
  }
}
