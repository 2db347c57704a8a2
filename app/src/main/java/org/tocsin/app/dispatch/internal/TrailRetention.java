package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.RetentionRule;

/** Where units drove. */
@Component
class TrailRetention implements RetentionRule {
  private final PositionStore store;

  TrailRetention(PositionStore store) {
    this.store = store;
  }

  @Override
  public String code() {
    return "dispatch.trail";
  }

  @Override
  public List<String> fields() {
    return List.of("dispatch.position_trail.*");
  }

  @Override
  public int erase(Instant before, int atMost) {
    return store.deleteTrailBefore(before, atMost);
  }

  @Override
  public Optional<Instant> oldest() {
    return store.oldestTrail();
  }
}
