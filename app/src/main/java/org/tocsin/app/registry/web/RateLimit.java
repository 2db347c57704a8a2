package org.tocsin.app.registry.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** So many requests in a minute for each address; real time, because it guards the machine. */
final class RateLimit {
  private static final int REMEMBERED = 10_000;

  private final int perMinute;
  private final Map<String, Window> windows =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
          return size() > REMEMBERED;
        }
      };

  RateLimit(int perMinute) {
    this.perMinute = perMinute;
  }

  private static final class Window {
    private final long start;
    private int used;

    Window(long start) {
      this.start = start;
    }
  }

  synchronized boolean allows(String who) {
    long now = System.nanoTime();
    Window window = windows.get(who);
    if (window == null || now - window.start > TimeUnit.MINUTES.toNanos(1)) {
      window = new Window(now);
      windows.put(who, window);
    }
    return ++window.used <= perMinute;
  }
}
