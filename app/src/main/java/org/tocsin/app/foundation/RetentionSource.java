package org.tocsin.app.foundation;

import java.util.List;

/**
 * Retention rules that are not known when the instance starts, each with {@link
 * RetentionRule#terms() terms} of its own.
 */
public interface RetentionSource {
  /** The rules as they are now. */
  List<RetentionRule> rules();
}
