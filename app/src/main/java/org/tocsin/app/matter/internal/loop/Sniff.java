package org.tocsin.app.matter.internal.loop;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.tocsin.matters.ProofKind;

/** Finds out by looking at the first bytes what a file is, whatever it is called. */
final class Sniff {
  private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/webp");

  private Sniff() {}

  /** The type of a file, if it is one that any proof may be. */
  static Optional<String> type(byte[] b) {
    if (starts(b, 0, 0xFF, 0xD8, 0xFF)) {
      return Optional.of("image/jpeg");
    }
    if (starts(b, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      return Optional.of("image/png");
    }
    if (starts(b, 0, 'R', 'I', 'F', 'F') && starts(b, 8, 'W', 'E', 'B', 'P')) {
      return Optional.of("image/webp");
    }
    // A PDF ends with its mark too: what only begins like one is no document.
    if (starts(b, 0, '%', 'P', 'D', 'F', '-') && tail(b).contains("%%EOF")) {
      return Optional.of("application/pdf");
    }
    return Optional.empty();
  }

  /** Whether a kind of proof may be a file of that type. */
  static boolean fits(ProofKind kind, String type) {
    return switch (kind) {
      case PHOTO, SIGNATURE -> PICTURES.contains(type);
      case DOCUMENT -> PICTURES.contains(type) || type.equals("application/pdf");
      case PLACE_TIME -> false;
    };
  }

  private static boolean starts(byte[] b, int at, int... wanted) {
    if (b.length < at + wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if ((b[at + i] & 0xFF) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static String tail(byte[] b) {
    int from = Math.max(0, b.length - 1024);
    return new String(b, from, b.length - from, StandardCharsets.ISO_8859_1);
  }
}
