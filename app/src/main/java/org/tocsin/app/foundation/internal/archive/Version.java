package org.tocsin.app.foundation.internal.archive;

/** Versions of migrations: numbers with dots, compared number by number. */
final class Version {
  private Version() {}

  static int compare(String left, String right) {
    String[] a = left.split("[._]");
    String[] b = right.split("[._]");
    for (int i = 0; i < Math.max(a.length, b.length); i++) {
      long x = i < a.length ? Long.parseLong(a[i]) : 0;
      long y = i < b.length ? Long.parseLong(b[i]) : 0;
      if (x != y) {
        return Long.compare(x, y);
      }
    }
    return 0;
  }
}
