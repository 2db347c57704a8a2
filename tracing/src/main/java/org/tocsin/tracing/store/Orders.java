package org.tocsin.tracing.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Payments of a snapshot by order number, read from the notes when someone first asks. */
final class Orders {
  private final Part[] parts;
  private final long toId;
  private @Nullable Map<String, List<long[]>> byOrder;

  Orders(Part[] parts, long toId) {
    this.parts = parts;
    this.toId = toId;
  }

  /** Ids of a sender's payments with an order number, in order. */
  synchronized long[] of(int from, String order) {
    Map<String, List<long[]>> known = byOrder;
    if (known == null) {
      known = read();
      byOrder = known;
    }
    return known.getOrDefault(order, List.of()).stream()
        .filter(entry -> entry[1] == from)
        .mapToLong(entry -> entry[0])
        .toArray();
  }

  private Map<String, List<long[]>> read() {
    Map<String, List<long[]>> found = new HashMap<>();
    for (Part part : parts) {
      long first = part.firstId();
      part.notes()
          .forEach(
              (payment, from, serial, order) -> {
                if (!order.isEmpty() && first + payment < toId) {
                  found
                      .computeIfAbsent(order, key -> new ArrayList<>())
                      .add(new long[] {first + payment, from});
                }
              });
    }
    return found;
  }
}
