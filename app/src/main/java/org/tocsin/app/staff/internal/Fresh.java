package org.tocsin.app.staff.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A small memory of what every request asks for (who is this, is this token good). Kept for two
 * real seconds, so that a change made on another node is seen in that time; a change made here is
 * seen at once by {@link #forget}. What was not found is asked again.
 */
final class Fresh<K, V> {
  private static final long KEPT_NANOS = Duration.ofSeconds(2).toNanos();
  private static final int MOST = 20_000;

  private record Kept<V>(V value, long at) {}

  private final Map<K, Kept<V>> kept = new ConcurrentHashMap<>();

  Optional<V> get(K key, Function<K, Optional<V>> load) {
    Kept<V> held = kept.get(key);
    long now = System.nanoTime();
    if (held != null && now - held.at() < KEPT_NANOS) {
      return Optional.of(held.value());
    }
    Optional<V> loaded = load.apply(key);
    if (kept.size() >= MOST) {
      kept.clear();
    }
    loaded.ifPresentOrElse(value -> kept.put(key, new Kept<>(value, now)), () -> kept.remove(key));
    return loaded;
  }

  void forget(K key) {
    kept.remove(key);
  }

  void forgetAll() {
    kept.clear();
  }
}
