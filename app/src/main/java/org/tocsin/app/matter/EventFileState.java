package org.tocsin.app.matter;

import java.util.Set;
import org.tocsin.app.foundation.Text;

/** How far the file of a major event is. */
public enum EventFileState {
  PLANNING("筹备", "planning"),
  /** Every mandatory item is ticked. */
  READY("就绪", "ready"),
  RUNNING("进行中", "running"),
  /** Over, with an after-report. */
  CLOSED("已结束", "closed"),
  CANCELLED("已取消", "cancelled");

  private final Text words;

  EventFileState(String zh, String en) {
    words = new Text(zh, en);
  }

  /** Its name on the screen. */
  public Text words() {
    return words;
  }

  /** Where it may go from here by a person's word. */
  public Set<EventFileState> next() {
    return switch (this) {
      case PLANNING -> Set.of(READY, CANCELLED);
      case READY -> Set.of(PLANNING, RUNNING, CANCELLED);
      case RUNNING -> Set.of(CLOSED);
      case CLOSED, CANCELLED -> Set.of();
    };
  }

  /** Whether anything may still be changed. */
  public boolean open() {
    return !next().isEmpty();
  }
}
