package org.tocsin.app.foundation;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The open live streams of this node, for what is too frequent to be numbered and kept, such as
 * positions.
 */
public interface LiveStream {
  /**
   * Sends to each subscriber what its scope allows; nothing where {@code bodyFor} gives null. Not
   * kept and not repeated: the next one replaces it. A subscriber too slow to take it is skipped.
   */
  void broadcast(String topic, Function<Scope, @Nullable Object> bodyFor);

  /** Whether anybody listens, so that work for nobody can be left undone. */
  boolean hasSubscribers();

  /**
   * Ends the streams of these actors, for example at sign-out. They may come back with other
   * rights.
   */
  void close(Predicate<Actor> whose);
}
